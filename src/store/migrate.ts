import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { sql as first } from './migrations/0001-first.ts'
import { sql as simulator } from './migrations/0002-simulator.ts'
import { sql as notBefore } from './migrations/0003-not-before.ts'
import { sql as mailDecisions } from './migrations/0004-mail-decisions.ts'
import { sql as mailboxStart } from './migrations/0005-mailbox-start.ts'
import { sql as mailKinds } from './migrations/0006-mail-kinds.ts'
import { sql as mailThreads } from './migrations/0007-mail-threads.ts'
import { sql as mailParticipants } from './migrations/0008-mail-participants.ts'
import { sql as receipts } from './migrations/0009-receipts.ts'
import { sql as mailRetention } from './migrations/0010-mail-retention.ts'
import { sql as strayMessages } from './migrations/0011-stray-messages.ts'
import { sql as journeysOfPerson } from './migrations/0012-journeys-of-person.ts'
import { sql as mailsLaidTogether } from './migrations/0013-mails-laid-together.ts'
import { sql as messageKinds } from './migrations/0014-message-kinds.ts'
import { sql as foundOnce } from './migrations/0015-found-once.ts'
import { sql as recalledMails } from './migrations/0016-recalled-mails.ts'
import { sql as onScreen } from './migrations/0017-on-screen.ts'
import { sql as proofPhotos } from './migrations/0018-proof-photos.ts'
import { sql as conversations } from './migrations/0019-conversations.ts'
import { sql as referralsSideBySide } from './migrations/0020-referrals-side-by-side.ts'
import type { Database } from './tables/database.ts'

const migration = (statements: string) => ({
  up: async (db: Kysely<unknown>) => void (await sql.raw(statements).execute(db)),
})

const migrations = {
  '0001-first': migration(first),
  '0002-simulator': migration(simulator),
  '0003-not-before': migration(notBefore),
  '0004-mail-decisions': migration(mailDecisions),
  '0005-mailbox-start': migration(mailboxStart),
  '0006-mail-kinds': migration(mailKinds),
  '0007-mail-threads': migration(mailThreads),
  '0008-mail-participants': migration(mailParticipants),
  '0009-receipts': migration(receipts),
  '0010-mail-retention': migration(mailRetention),
  '0011-stray-messages': migration(strayMessages),
  '0012-journeys-of-person': migration(journeysOfPerson),
  '0013-mails-laid-together': migration(mailsLaidTogether),
  '0014-message-kinds': migration(messageKinds),
  '0015-found-once': migration(foundOnce),
  '0016-recalled-mails': migration(recalledMails),
  '0017-on-screen': migration(onScreen),
  '0018-proof-photos': migration(proofPhotos),
  '0019-conversations': migration(conversations),
  '0020-referrals-side-by-side': migration(referralsSideBySide),
}

const migratorOf = (db: Kysely<Database>): Migrator =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })

function throwIfFailed(error: unknown): void {
  if (error === undefined) return
  throw error instanceof Error ? error : new Error('the schema could not be brought up to date', { cause: error })
}

/** Brings the schema up to date, in one transaction, under a lock; a database of a newer version is refused. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  throwIfFailed((await migratorOf(db).migrateToLatest()).error)
}

/** The schema as it was after this migration, to put data back that were made under it. False: it is not one of ours. */
export async function migrateTo(db: Kysely<Database>, name: string): Promise<boolean> {
  if (!Object.hasOwn(migrations, name)) return false
  throwIfFailed((await migratorOf(db).migrateTo(name)).error)
  return true
}

export interface MigrationState {
  readonly done: readonly string[]
  /** What this version of the program still has to do. */
  readonly pending: readonly string[]
  /** What a newer version of the program did. */
  readonly unknown: readonly string[]
}

/** Which migrations this database had and needs; asking changes nothing. */
export async function migrationState(db: Kysely<Database>): Promise<MigrationState> {
  const { rows } = await sql<{
    found: boolean
  }>`select to_regclass('public.kysely_migration') is not null as found`.execute(db)
  const all = Object.keys(migrations)
  if (!rows[0]?.found) return { done: [], pending: all, unknown: [] }
  const stored = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const done = stored.rows.map(({ name }) => name)
  return {
    done,
    pending: all.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !all.includes(name)),
  }
}
