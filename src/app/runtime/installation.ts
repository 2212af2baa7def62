import { sql, type Kysely } from 'kysely'
import type { SecretKey } from '#src/store/encryption.ts'
import { openDatabase } from '#src/store/database.ts'
import { createIds } from '#src/store/ids.ts'
import type { Keyring } from '#src/store/keyring.ts'
import { migrate, migrationState } from '#src/store/migrate.ts'
import { createRows, createTransact, type Rows } from '#src/store/store.ts'
import type { Database } from '#src/store/tables/database.ts'
import type { JourneyVerb } from '#src/services/command-journey.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { References } from '#src/services/ports/references.ts'
import type { Transact } from '#src/services/ports/transact.ts'
import { systemClock } from '../clock.ts'
import type { Config, Secrets } from '../config/config.ts'
import { loadKnowledge, type LoadedKnowledge } from '../knowledge/load-knowledge.ts'
import { textPathsIn } from '../knowledge/text-paths.ts'
import { createReferences } from '../references.ts'
import { openDemoClock, type DemoClock } from './demo-clock.ts'
import { findMasterKey, openKeys } from './master-key.ts'
import { politely } from './politely.ts'
import { exitCodes, isInWords, Refusal } from './stop-reason.ts'
import { zone } from '../zone.ts'

/** What every verb needs, together. */
export interface AnyVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<Rows>
  readonly references: References
}

/** The data, opened with their key, and what people wrote for them: what every command that touches data stands on. */
export interface Installation {
  readonly db: Kysely<Database>
  readonly keyring: Keyring
  readonly masterKey: SecretKey
  /** The master key was made just now, for new data. */
  readonly madeKey: boolean
  readonly rows: Rows
  readonly loaded: LoadedKnowledge
  readonly verb: AnyVerb
  /** Only in the demo: then it is the clock of the verbs too. */
  readonly demoClock?: DemoClock
}

export interface InstallationOptions {
  readonly url: string
  readonly config: Config
  readonly secrets: Secrets
  readonly connections: number
  readonly onError: (error: unknown) => void
  /** The wall clock unless given. */
  readonly clock?: Clock
}

/** A connection on which a server is silent is left behind with the process. */
const longestCloseMs = 1_000

/** A pool on the data with the tables up to date; closed with the stack. */
export async function openData(
  stack: AsyncDisposableStack,
  { url, connections, onError }: Pick<InstallationOptions, 'url' | 'connections' | 'onError'>,
): Promise<Kysely<Database>> {
  const database = openDatabase(url, { max: connections, onError })
  stack.defer(() => politely(longestCloseMs, database.close()))
  await refuseUnsuitable(database.db)
  await migrate(database.db)
  return database.db
}

/** Which PostgreSQL our statements are written for. */
const oldestPostgres = 150_000

async function refuseUnsuitable(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ number: string }>`select current_setting('server_version_num') as number`.execute(db)
  if (Number(rows[0]?.number) < oldestPostgres)
    throw new Refusal('Deze PostgreSQL is te oud: gebruik versie 15 of hoger.', exitCodes.configuration)
  const { unknown } = await migrationState(db)
  if (unknown.length > 0)
    throw new Refusal(
      'Deze database is van een nieuwere versie van Opkomst: installeer die, of zet DATABASE_URL op een andere database.',
      exitCodes.configuration,
    )
}

/** Opens everything of an installation that is not running: database, keys, texts. Refuses with what is wrong and what to do. */
export async function openInstallation(
  stack: AsyncDisposableStack,
  options: InstallationOptions,
): Promise<Installation> {
  const { config, secrets } = options
  const db = await openData(stack, options)
  const found = await findMasterKey(db, config, secrets)
  const { keyring, key: masterKey } = await openKeys(db, found.key, config.masterKey)
  const loaded = await readTexts(db, config)
  const transact = createTransact(db, keyring, zone)
  const demoClock = config.demo ? await openDemoClock(config.dataDir) : undefined
  const clock = options.clock ?? demoClock ?? systemClock
  const verb = {
    transact,
    knowledge: loaded.knowledge,
    clock,
    ids: createIds(clock),
    references: createReferences(),
  }
  const rows = createRows(db, keyring, zone)
  return { db, keyring, masterKey, madeKey: found.isNew, rows, loaded, verb, ...(demoClock ? { demoClock } : {}) }
}

/** What is wrong in a text is told to whoever edits it, as configuration. */
async function readTexts(db: Kysely<Database>, { textsDir, demo }: Config): Promise<LoadedKnowledge> {
  try {
    // The people of the demo are invented: what nobody approved may be tried on them.
    return await loadKnowledge(db, textPathsIn(textsDir), demo ? 'sent' : 'withheld')
  } catch (error) {
    if (!isInWords(error)) throw error
    throw new Refusal(
      error.name === 'ChangedText' ? changedText(error.message) : error.message,
      exitCodes.configuration,
    )
  }
}

export const changedText = (which: string): string =>
  `De tekst van ${which} is veranderd onder hetzelfde versienummer, en er lopen trajecten onder: geef de nieuwe tekst een hoger versienummer, of zet de oude tekst terug.`
