import { renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { destination, pino, stdTimeFunctions } from 'pino'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'

export type Log = Logger

export interface OpenLog {
  readonly log: Log
  /** Where it is written, to show. */
  readonly place: string
  close(): void
}

/** A log that has grown past this is put aside at the next start; the one before it is gone then. */
const largestLogBytes = 20 * 1024 * 1024

/** Values under these names are never written, wherever they stand in what is logged. */
const secretFields = ['password', 'pass', 'text', 'to', 'from', 'phone', 'email', 'name', 'subject', 'body', 'url']
const redact = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** JSON lines with fixed sentences and ids. In a file beside the data, or on stderr where something else keeps it. */
export function openLog(config: Pick<Config, 'dataDir' | 'logLevel' | 'database'>, inFile: boolean): OpenLog {
  const place = inFile ? path.join(config.dataDir, 'opkomst.log') : 'stderr'
  if (inFile) putAside(place)
  const stream = destination({ dest: inFile ? place : 2, sync: true, mkdir: true, mode: 0o600 })
  // A full disk must not end the program; what could not be written is lost, what is stored is not.
  stream.on('error', () => undefined)
  const options = { level: config.logLevel, base: { pid: process.pid }, timestamp: stdTimeFunctions.isoTime, redact }
  const log = pino(options, stream)
  return {
    log,
    place,
    close: () => {
      // What still goes on while we stop, such as an attempt that fails, may have something to say: to write it would end the program.
      log.level = 'silent'
      stream.end()
    },
  }
}

function putAside(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLogBytes) renameSync(file, `${file}.1`)
}
