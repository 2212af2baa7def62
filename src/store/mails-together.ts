import { sql, type Kysely, type RawBuilder } from 'kysely'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { Database } from './tables/database.ts'

/** A step that somebody took back. */
const undone = sql`exists (select from mail_decisions r where r.mail_id = d.mail_id and r.sequence > d.sequence and r.kind = 'reopened')`

/** The moment at which the first mail arrived that a person laid with a mail, for each that has any. */
export const firstLaidWith = sql<{ other_mail_id: string; first_at: Date }>`(
  select d.other_mail_id, min(m.received_at) as first_at from mail_decisions d join mails m on m.id = d.mail_id
  where d.other_mail_id is not null and d.kind in ('rejected', 'skipped') and not ${undone} group by d.other_mail_id)`.as(
  'laid',
)

/** The mails right under one: laid with it by a person, repeating it, or announcing what a person then put in. */
const under = (id: RawBuilder<unknown>) => sql`(
  select d.mail_id as id from mail_decisions d
    where d.other_mail_id = ${id} and (d.kind = 'followed' or (d.kind in ('rejected', 'skipped') and not ${undone}))
  union select m.id from mails m where m.earlier_id = ${id})`

/** The mails that were laid with a mail, repeat it or announced it. */
export async function mailsUnder(db: Kysely<Database>, id: Id<'mail'>): Promise<readonly Id<'mail'>[]> {
  const { rows } = await sql<{ id: string }>`select id from ${under(sql`${id}`)} u`.execute(db)
  return rows.map((row) => asId<'mail'>(row.id))
}

/** Every mail of a journey: what it began with, what came to it later, and what hangs under those. */
export async function mailsOfJourney(db: Kysely<Database>, id: Id<'journey'>): Promise<readonly Id<'mail'>[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive found as (
      select id from mails where journey_id = ${id}
      union select d.mail_id from mail_decisions d where d.journey_id = ${id} and (d.kind = 'accepted' or not ${undone})
      union select u.id from found f cross join lateral ${under(sql`f.id`)} u
    ) select id from found`.execute(db)
  return rows.map((row) => asId<'mail'>(row.id))
}
