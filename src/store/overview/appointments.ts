import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { JourneyCard } from '#src/services/ports/overview.ts'
import { fromInstant } from '../instants.ts'
import type { Keyring } from '../keyring.ts'
import type { Database } from '../tables/database.ts'
import { openCards, sealedColumns, sealedJourneys } from './opened.ts'

/** A day has no more appointments than coaches can hold; the limit only keeps a mistaken window from opening everything. */
const mostCards = 1_000

export async function withAppointment(
  db: Kysely<Database>,
  keyring: Keyring,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<JourneyCard[]> {
  const rows = await sealedJourneys(db)
    .innerJoin('appointments as a', 'a.journey_id', 'journeys.id')
    .select(sealedColumns)
    .where('a.released', '=', false)
    .where('a.starts_at', '>=', fromInstant(from))
    .where('a.starts_at', '<', fromInstant(to))
    .orderBy('a.starts_at')
    .limit(mostCards)
    .execute()
  const once = new Map(rows.map((row) => [row.id, row]))
  return openCards([...once.values()], keyring)
}
