import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Refusal } from '../runtime/stop-reason.ts'

/** What a backup file holds, beside it as <file>.json. Nothing in it is secret. */
export const Manifest = z.strictObject({
  format: z.literal('opkomst-backup-1'),
  kind: z.enum(['database', 'keys']),
  /** The file's name, in the same folder. */
  file: z.string().regex(/^[\w.-]+$/),
  made: z.iso.datetime(),
  /** The last migration that the data were made under. */
  migration: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows of each table. */
  tables: z.record(z.string(), z.int().min(0)),
  /** Tells which master key wraps these keys, without telling anything of it. */
  masterKey: z.string(),
})
export type Manifest = z.infer<typeof Manifest>
export type BackupKind = Manifest['kind']

const ending: Readonly<Record<BackupKind, string>> = { database: '.db', keys: '.keys' }

/** 'opkomst-20261121T105625Z.db': sorts by moment. */
export const fileNameOf = (kind: BackupKind, made: Date): string =>
  `opkomst-${made.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z${ending[kind]}`

export const manifestFile = (folder: string, file: string): string => path.join(folder, `${file}.json`)

/** Names of the backups of a kind in a folder, oldest first. */
export function backupsIn(folder: string, kind: BackupKind): string[] {
  const suffix = `${ending[kind]}.json`
  return readdirSync(folder)
    .filter((name) => name.startsWith('opkomst-') && name.endsWith(suffix))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
}

/** The newest backup of a kind in a folder; refuses when there is none or its manifest cannot be read. */
export function newestBackup(folder: string, kind: BackupKind): Manifest {
  const newest = listOrRefuse(folder, kind).at(-1)
  if (newest === undefined)
    throw new Refusal(
      `In ${folder} staat geen reservekopie (opkomst-....${kind === 'keys' ? 'keys' : 'db'} met .json ernaast): kies een andere map.`,
    )
  try {
    return Manifest.parse(JSON.parse(readFileSync(manifestFile(folder, newest), 'utf8')))
  } catch {
    throw new Refusal(`${manifestFile(folder, newest)} is beschadigd: kies een andere reservekopie.`)
  }
}

function listOrRefuse(folder: string, kind: BackupKind): string[] {
  try {
    return backupsIn(folder, kind)
  } catch {
    throw new Refusal(`De map ${folder} is niet te lezen: kijk of zij bestaat.`)
  }
}
