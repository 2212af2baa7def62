import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Id } from '#src/domain/values/id.ts'
import type { Database } from '../tables/database.ts'

type Mark = { mark: number }

/** Asked every few seconds by every open page, so each part is an index away, or a table with a row per person. */
const ofAll: RawBuilder<Mark> = sql<Mark>`
  select abs(hashtext(concat_ws('.',
    (select max(updated_at) from journeys),
    (select max(sequence) from inbound),
    (select count(*) from inbound where journey_id is null and settled_at is null),
    (select max(sequence) from mails),
    (select count(*) from mails where outcome = 'waiting'),
    (select count(*) from mails where outcome is null),
    (select count(*) from outgoing where status in ('waiting', 'sending', 'unknown')),
    (select stopped from sending_switch)
  ))::bigint) as mark`

const ofJourney = (id: Id<'journey'>): RawBuilder<Mark> => sql<Mark>`
  select abs(hashtext(concat_ws('.',
    (select journal_sequence from journeys where id = ${id}),
    (select count(*) + count(handled_at) from inbound where journey_id = ${id}),
    (select string_agg(status, '.' order by sequence) from outgoing where journey_id = ${id})
  ))::bigint) as mark`

/** What stands there now, in a number that is another as soon as it changed. */
export async function readMark(db: Kysely<Database>, journeyId: Id<'journey'> | undefined): Promise<number> {
  const { rows } = await (journeyId ? ofJourney(journeyId) : ofAll).execute(db)
  return Number(rows[0]?.mark ?? 0)
}
