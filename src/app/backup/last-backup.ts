import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { BackupKind, Manifest } from './manifest.ts'

const LastBackup = z.partialRecord(z.enum(['database', 'keys']), z.iso.datetime())
type LastBackup = z.infer<typeof LastBackup>

const noteIn = (dataDir: string): string => path.join(dataDir, 'last-backup.json')

/** When the last backup of each kind was made from this data folder; absent: never, as far as is known. */
export function lastBackup(dataDir: string): LastBackup {
  try {
    return LastBackup.parse(JSON.parse(readFileSync(noteIn(dataDir), 'utf8')))
  } catch {
    return {}
  }
}

/** Remembers the moment for `doctor`, which warns when it is long ago. */
export function noteBackup(dataDir: string, written: readonly Manifest[]): void {
  const made: [BackupKind, string][] = written.map(({ kind, made: moment }) => [kind, moment])
  const note = { ...lastBackup(dataDir), ...Object.fromEntries(made) }
  writeFileSync(noteIn(dataDir), `${JSON.stringify(note)}\n`, { mode: 0o600 })
}
