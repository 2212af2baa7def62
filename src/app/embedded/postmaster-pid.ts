import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, isInUse } from './process-identity.ts'

/** What a running server writes about itself in its data folder (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_...). */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** 'ready', 'starting', 'stopping' or 'standby'. */
  readonly status: string
}

/** The server that runs on this cluster. Undefined: none, also when a file of a dead one is left. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const written = readPidFile(cluster)
  return written !== undefined && isAlive(written.pid) && worksIn(written.pid, cluster) ? written : undefined
}

/**
 * Removes the file of a dead server when PostgreSQL would take it for a living one: its process id belongs to another
 * program since, or it is a zombie that nobody reaps (a container without an init). Any other file is left to PostgreSQL.
 */
export function removeMisleadingPidFile(cluster: string): void {
  const written = readPidFile(cluster)
  if (written === undefined || !isInUse(written.pid)) return
  if (runningPostmaster(cluster) === undefined) rmSync(pidFileOf(cluster), { force: true })
}

function pidFileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

function readPidFile(cluster: string): Postmaster | undefined {
  try {
    const [pid, , , port, , , , status] = readFileSync(pidFileOf(cluster), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/** Asked of its command line: a container's root may read that of other accounts, their working folder not. */
function worksIn(pid: number, cluster: string): boolean {
  const words = commandLine(pid)
  const folder = words[words.indexOf('-D') + 1]
  return folder !== undefined && isSameFolder(folder, cluster)
}

function commandLine(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const line = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    // Words are not told apart here: our own settings follow the folder's name.
    return ['-D', /-D (.*?) -c /.exec(line)?.[1] ?? '']
  } catch {
    return []
  }
}

/** One folder may have two names: a link, a mount. */
function isSameFolder(one: string, other: string): boolean {
  const [a, b] = [inodeOf(one), inodeOf(other)]
  return a !== undefined && a === b
}

function inodeOf(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder)
    return `${dev}/${ino}`
  } catch {
    return undefined
  }
}
