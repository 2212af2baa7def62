import path from 'node:path'
import { sql, type Kysely } from 'kysely'
import { fingerprint, type SecretKey } from '#src/store/encryption.ts'
import { brokenLink } from '#src/store/journal.ts'
import { openKeyring } from '#src/store/keyring.ts'
import { migrate, migrateTo } from '#src/store/migrate.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { countRows, tablesOf } from '#src/store/table-dump.ts'
import type { Database } from '#src/store/tables/database.ts'
import { newestBackup, type Manifest } from '../backup/manifest.ts'
import { checkFile, loadFile } from '../backup/read-backup.ts'
import { readKeyFile, type Config, type Secrets } from '../config/config.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'
import { configured } from './environment.ts'
import type { Output } from './output.ts'
import { withProgress } from './session.ts'

interface Backups {
  readonly database: Manifest
  readonly databaseFolder: string
  readonly keys: Manifest
  readonly keysFolder: string
}

function masterKeyOf(config: Config, secrets: Secrets): SecretKey {
  const { masterKey: place } = config
  const key = secrets.masterKey ?? (place.from === 'variable' ? undefined : readKeyFile(place.file))
  if (key) return key
  const where = place.from === 'variable' ? 'MASTER_KEY' : place.file
  throw new Refusal(
    `De hoofdsleutel ontbreekt in ${where}: zet daar eerst de sleutel terug die bij de reservekopie hoort.`,
    exitCodes.configuration,
  )
}

async function readBackups(folder: string, keysFrom: string, master: SecretKey): Promise<Backups> {
  const [databaseFolder, keysFolder] = [path.resolve(folder), path.resolve(keysFrom)]
  const [database, keys] = [newestBackup(databaseFolder, 'database'), newestBackup(keysFolder, 'keys')]
  if (keys.masterKey !== fingerprint(master).toString('base64'))
    throw new Refusal(
      'De hoofdsleutel is niet die waaronder deze sleutels zijn bewaard: zet de hoofdsleutel van toen terug (na een wissel is dat het .old-bestand).',
    )
  await checkFile(databaseFolder, database)
  await checkFile(keysFolder, keys)
  return { database, databaseFolder, keys, keysFolder }
}

/** Data that are there would be mixed with those that come: only nothing, or tables without rows, is good. */
async function refuseFull(db: Kysely<Database>): Promise<void> {
  for (const schema of ['keys', 'public'] as const)
    for (const table of await tablesOf(db, schema))
      if ((await countRows(db, table)) > 0)
        throw new Refusal(
          'Deze database is niet leeg: zet terug in een nieuwe (zet DATA_DIR op een lege map, of DATABASE_URL op een lege database).',
        )
}

interface Restored {
  readonly journeys: number
  readonly unreadable: number
}

/** All of it or nothing, the stop on sending too: at no moment is there somebody's journey that may write to them. */
async function load(db: Kysely<Database>, backups: Backups, master: SecretKey): Promise<Restored> {
  if (!(await migrateTo(db, backups.database.migration)))
    throw new Refusal('Deze reservekopie is van een nieuwere versie van Opkomst: installeer die eerst.')
  const restored = await db.transaction().execute(async (trx) => {
    await loadFile(trx, backups.keysFolder, backups.keys)
    await loadFile(trx, backups.databaseFolder, backups.database)
    // What waited to be sent when the backup was made may have gone out since: only a person can tell.
    await createSendingSwitch(trx).set(true, 'opkomst restore')
    return await prove(trx, master)
  })
  await migrate(db)
  return restored
}

/** What is put back must prove itself: every chain fits and every key opens. */
async function prove(db: Kysely<Database>, master: SecretKey): Promise<Restored> {
  const journeys = await db.selectFrom('journeys').select(['id', 'reference']).execute()
  const broken: string[] = []
  for (const { id, reference } of journeys) if ((await brokenLink(db, id)) !== undefined) broken.push(reference)
  if (broken.length > 0)
    throw new Refusal(
      `Er is niets teruggezet: het logboek van ${broken.join(', ')} klopt niet. Kies een andere reservekopie.`,
    )
  const keys = await db.selectFrom('keys.subject_keys').select(['subject_id', 'wrapped']).execute()
  if (keys.length > 0) {
    const keyring = await openKeyring(db, master)
    for (const { subject_id: subject, wrapped } of keys) if (wrapped) keyring.unwrap(subject, wrapped)
  }
  const { rows } = await sql<{ count: string }>`
    select count(*) from participants p left join keys.subject_keys k on k.subject_id = p.id where k.wrapped is null`.execute(
    db,
  )
  return { journeys: journeys.length, unreadable: Number(rows[0]?.count ?? 0) }
}

/** `opkomst restore DIR --keys-from DIR2`: into an empty database, all or nothing. */
export async function restoreCommand(out: Output, folder: string, keysFrom: string): Promise<number> {
  const { config, secrets } = configured()
  const master = masterKeyOf(config, secrets)
  const backups = await readBackups(folder, keysFrom, master)
  const [{ joinServer }, { openDatabase }, { withoutOthers }] = await Promise.all([
    import('../runtime/database-server.ts'),
    import('#src/store/database.ts'),
    import('../runtime/running-mark.ts'),
  ])
  await using stack = new AsyncDisposableStack()
  const server = await withProgress(out, 'de database wordt gestart', () =>
    joinServer({ config, secrets, onLine: () => undefined }, true),
  )
  stack.defer(() => server.close())
  return await withoutOthers(server.url, async () => {
    await using opened = new AsyncDisposableStack()
    const { db, close } = openDatabase(server.url, { max: 2, onError: () => undefined })
    opened.defer(close)
    await refuseFull(db)
    const { journeys, unreadable } = await withProgress(out, 'de gegevens worden teruggezet en nagelopen', () =>
      load(db, backups, master),
    )
    out.line(
      `Teruggezet: de gegevens van ${backups.database.made}, ${String(journeys)} trajecten, alle logboeken kloppen.`,
    )
    if (unreadable > 0)
      out.line(
        `${String(unreadable)} deelnemers zijn niet meer te lezen: hun sleutel is gewist of stond niet in de kopie van de sleutels.`,
      )
    out.line(
      'Alle verzending staat stil. Start Opkomst, kijk in de console wat er sinds de reservekopie al verstuurd kan zijn, en geef dan: opkomst sending resume',
    )
    return 0
  })
}
