import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { startEmbeddedPostgres } from '#src/app/embedded/postgres.ts'
import { loadKnowledge, mailFactsOf } from '#src/app/knowledge/load-knowledge.ts'
import { textPathsIn } from '#src/app/knowledge/text-paths.ts'
import { createReferences } from '#src/app/references.ts'
import type { Installation } from '#src/domain/installation.ts'
import type { MailFacts } from '#src/inbox/mail-reading.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { SettleMailVerb } from '#src/services/settle-mail.ts'
import type { ReceiveMessageVerb } from '#src/services/receive-message.ts'
import type { FireTimerVerb } from '#src/services/fire-timer.ts'
import type { HandleMessagesVerb } from '#src/services/handle-messages.ts'
import { openDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { createIds } from '#src/store/ids.ts'
import { openKeyring } from '#src/store/keyring.ts'
import { migrate } from '#src/store/migrate.ts'
import { createRows, createTransact, type Rows } from '#src/store/store.ts'
import type { Database } from '#src/store/tables/database.ts'

/** A letter lies beside the forms of these mails, and each must become an invitation: that of a contract which is trusted so far does. */
const trusting = (facts: MailFacts): MailFacts => ({
  ...facts,
  contracts: facts.contracts.map((contract) => ({ ...contract, ownSentencesWait: false })),
})

/** The embedded default as an installation has it: durable, one pool, real keys and texts. */
export interface World {
  readonly url: string
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  readonly rows: Rows
  readonly verb: SettleMailVerb & ReceiveMessageVerb & FireTimerVerb & HandleMessagesVerb
  readonly facts: MailFacts
  /** The statements of the last piece of work, while somebody listens. */
  readonly statements: { listening: boolean; texts: string[] }
  close(): Promise<void>
}

/** A Tuesday morning whatever the day of the run: at night and in a weekend an invitation waits, and not writing it would look fast. */
const tuesday = Temporal.Instant.from('2026-06-02T10:00:00+02:00').epochMilliseconds
const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(tuesday + Math.floor(performance.now())) }

const root = fileURLToPath(new URL('..', import.meta.url))
export const authserv = 'mail.werkwijzer.example'

export async function createWorld(): Promise<World> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'opkomst-bench-'))
  await chmod(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  const statements: World['statements'] = { listening: false, texts: [] }
  const { db, close } = openDatabase(server.url, {
    max: 12,
    onError: () => undefined,
    onStatement: (text) => {
      if (statements.listening) statements.texts.push(text)
    },
  })
  await migrate(db)
  const keyring = await openKeyring(db, newKey())
  const loaded = await loadKnowledge(db, textPathsIn(root), 'sent')
  const knowledge = { ...loaded.knowledge, installation: withManyCoaches(loaded.knowledge.installation) }
  const zone = 'Europe/Amsterdam'
  const transact = createTransact(db, keyring, zone)
  const verb = { transact, knowledge, clock, ids: createIds(clock), references: createReferences() }
  const pool = new pg.Pool({ connectionString: server.url, max: 12 })
  pool.on('error', () => undefined) // the server is stopped at the end
  return {
    url: server.url,
    db,
    pool,
    rows: createRows(db, keyring, zone),
    verb,
    statements,
    facts: trusting(mailFactsOf(loaded.contracts, loaded.knowledge.installation, authserv)),
    async close() {
      await pool.end()
      await close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A large provider: twelve coaches who see people all day. The demo's two have room for some thirty intakes. */
function withManyCoaches(installation: Installation): Installation {
  const [first] = installation.coaches
  if (!first) return installation
  const days = ['ma', 'di', 'wo', 'do', 'vr'] as const
  const hours = days.map((day) => ({
    day,
    from: '09:00',
    to: '17:00',
    minutes: 60,
    place: installation.places[0]?.id ?? 'centrum',
  }))
  return {
    ...installation,
    coaches: Array.from({ length: 12 }, (_, n) => ({ ...first, id: `coach-${String(n)}`, hours })),
  }
}

/** Runs `work` for every item, so many at a time; answers how many a second. */
export async function rate<Item>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const queue = items.values()
  const started = performance.now()
  const one = async (): Promise<void> => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: concurrency }, one))
  return (items.length * 1000) / (performance.now() - started)
}
