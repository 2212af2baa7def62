import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { fromInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

/** A mail may have megabytes: what is overwritten at once stays small. */
const atOnce = 200

export interface Retention {
  /** What was handled before this is old enough. */
  readonly handledBefore: Temporal.Instant
  readonly now: Temporal.Instant
}

/**
 * Destroys the bytes of mails that were handled long enough ago, and answers of how many. What waits for a person is kept however long
 * that takes, and so is what was added to a journey that still goes on: somebody may have to read it. The row of the mail, its outcome and
 * what it is recognised by stay.
 */
export async function destroyOldRaw(db: Kysely<Database>, retention: Retention): Promise<number> {
  let destroyed = 0
  for (let last = atOnce; last === atOnce; destroyed += last) last = await destroySome(db, retention)
  return destroyed
}

async function destroySome(db: Kysely<Database>, { handledBefore, now }: Retention): Promise<number> {
  const { rows } = await sql`
    update mails set raw = null, raw_destroyed_at = ${fromInstant(now)}
    where id in (
      select m.id from mails m left join journeys j on j.id = m.journey_id
      where m.raw is not null and m.outcome <> 'waiting' and m.handled_at < ${fromInstant(handledBefore)}
        and not (m.outcome = 'attached' and coalesce(j.status <> 'ended', false))
      limit ${atOnce} for update of m skip locked
    ) returning id`.execute(db)
  return rows.length
}
