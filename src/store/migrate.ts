import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { sql as first } from './migrations/0001-first.ts'
import { sql as simulator } from './migrations/0002-simulator.ts'
import type { Database } from './tables/database.ts'

const migration = (statements: string) => ({
  up: async (db: Kysely<unknown>) => void (await sql.raw(statements).execute(db)),
})

const migrations = { '0001-first': migration(first), '0002-simulator': migration(simulator) }

/** Brings the schema up to date, in one transaction, under a lock; a database of a newer version is refused. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error)
    throw error instanceof Error ? error : new Error('the schema could not be brought up to date', { cause: error })
}
