import type { Kysely } from 'kysely'
import { Installation } from '#src/domain/installation.ts'
import type { Database } from './tables/database.ts'

/** Fills the installation facts from the seed, the first time and whenever the seed's text changed. Answers what now holds. */
export async function seedInstallation(
  db: Kysely<Database>,
  seed: Installation,
  seedHash: string,
): Promise<Installation> {
  const stored = await db.selectFrom('installation_facts').select(['facts', 'seed_hash']).executeTakeFirst()
  if (stored?.seed_hash === seedHash) return Installation.parse(stored.facts)
  const row = { facts: JSON.stringify(seed), seed_hash: seedHash }
  await db
    .insertInto('installation_facts')
    .values(row)
    .onConflict((c) => c.column('only_row').doUpdateSet(row))
    .execute()
  return seed
}
