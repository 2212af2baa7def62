import { realpathSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { dropOldKeys, keysKeptDays, writeBackups, type BackupTarget } from '../backup/write-backup.ts'
import type { Manifest } from '../backup/manifest.ts'
import { noteBackup } from '../backup/last-backup.ts'
import type { Config } from '../config/config.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'
import { withDatabase, withProgress } from './session.ts'

/** The real path of a folder, made when absent: two names of one folder are one folder. */
function folderAt(name: string): string {
  const folder = path.resolve(name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return realpathSync(folder)
}

const inside = (folder: string, parent: string): boolean =>
  folder === parent || folder.startsWith(`${parent}${path.sep}`)

/** Together they open everything: one stolen folder must not hold both. */
function refuseTogether(database: string, keys: string): void {
  if (!inside(database, keys) && !inside(keys, database)) return
  throw new Refusal(
    'De sleutels en de database mogen niet in dezelfde map: wie beide heeft, kan alles lezen. Kies voor de sleutels een andere plek.',
    exitCodes.usage,
  )
}

function tell(out: Output, folder: string, { file, tables }: Manifest): void {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
  out.line(`${path.join(folder, file)}: ${String(rows)} rijen uit ${String(Object.keys(tables).length)} tabellen.`)
}

const whereIsTheKey = ({ masterKey }: Config): string => (masterKey.from === 'variable' ? 'MASTER_KEY' : masterKey.file)

function tellAboutKeys(out: Output, folder: string, config: Config, now: Date): void {
  const dropped = dropOldKeys(folder, now)
  if (dropped.length > 0)
    out.line(
      `${String(dropped.length)} sleutelkopieën van meer dan ${String(keysKeptDays)} dagen oud zijn verwijderd: wie gewist is, moet gewist blijven.`,
    )
  out.line(`De hoofdsleutel zelf (${whereIsTheKey(config)}) zit er niet in: bewaar die op een derde plek.`)
}

async function make(out: Output, targets: readonly BackupTarget[]): Promise<number> {
  return withDatabase(out, async ({ config, db }) => {
    const now = new Date()
    const written = await withProgress(out, 'de reservekopie wordt gemaakt', () => writeBackups(db, targets, now))
    for (const [index, manifest] of written.entries()) tell(out, targets[index]?.folder ?? '', manifest)
    noteBackup(config.dataDir, written)
    const keys = targets.find(({ kind }) => kind === 'keys')
    if (keys) tellAboutKeys(out, keys.folder, config, now)
    else out.line('De sleutels zitten er niet in (opkomst keys backup): zonder sleutels is dit niet te lezen.')
    return 0
  })
}

export async function backupCommand(out: Output, folder: string, keysTo: string | undefined): Promise<number> {
  if (keysTo === undefined) return make(out, [{ kind: 'database', folder: folderAt(folder) }])
  refuseTogether(path.resolve(folder), path.resolve(keysTo))
  const [database, keys] = [folderAt(folder), folderAt(keysTo)]
  refuseTogether(database, keys) // a link may lead to the same folder
  return make(out, [
    { kind: 'database', folder: database },
    { kind: 'keys', folder: keys },
  ])
}

export const keysBackupCommand = (out: Output, folder: string): Promise<number> =>
  make(out, [{ kind: 'keys', folder: folderAt(folder) }])
