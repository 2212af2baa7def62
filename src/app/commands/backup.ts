import { realpathSync } from 'node:fs'
import path from 'node:path'
import { dropOldKeys, keysKeptDays, writeBackups, type BackupTarget } from '../backup/write-backup.ts'
import { backupsIn, type BackupKind, type Manifest } from '../backup/manifest.ts'
import { noteBackup } from '../backup/last-backup.ts'
import type { Config } from '../config/config.ts'
import { makeFolder } from '../config/make-folder.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'
import type { Output } from './output.ts'
import { withDatabase, withProgress } from './session.ts'

/** The real path of a folder, made when absent: two names of one folder are one folder. */
function folderAt(name: string): string {
  const folder = path.resolve(name)
  try {
    makeFolder(folder, 0o700)
    return realpathSync(folder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(`De map ${folder} kan niet worden gebruikt (${why}): kies een andere map voor de kopie.`)
  }
}

const inside = (folder: string, parent: string): boolean =>
  folder === parent || folder.startsWith(`${parent}${path.sep}`)

/** Together they open everything: one stolen folder must not hold both. */
const together = (): Refusal =>
  new Refusal(
    'De sleutels en de database mogen niet in dezelfde map: wie beide heeft, kan alles lezen. Kies voor de sleutels een andere plek.',
    exitCodes.usage,
  )

function refuseTogether(database: string, keys: string): void {
  if (inside(database, keys) || inside(keys, database)) throw together()
}

/** Also when the other was put there on another day. */
function refuseBeside(folder: string, other: BackupKind): void {
  if (backupsIn(folder, other).length > 0) throw together()
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

export async function backupCommand(out: Output, name: string, keysTo: string | undefined): Promise<number> {
  if (keysTo !== undefined) refuseTogether(path.resolve(name), path.resolve(keysTo))
  const database = folderAt(name)
  refuseBeside(database, 'keys')
  if (keysTo === undefined) return make(out, [{ kind: 'database', folder: database }])
  const keys = folderAt(keysTo)
  refuseTogether(database, keys) // a link may lead to the same folder
  refuseBeside(keys, 'database')
  return make(out, [
    { kind: 'database', folder: database },
    { kind: 'keys', folder: keys },
  ])
}

export function keysBackupCommand(out: Output, name: string): Promise<number> {
  const folder = folderAt(name)
  refuseBeside(folder, 'database')
  return make(out, [{ kind: 'keys', folder }])
}
