import { sql, type Kysely } from 'kysely'
import type { MailPlaces } from '#src/services/ports/mail-places.ts'
import { fromInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

export const createMailPlaces = (db: Kysely<Database>): MailPlaces => ({
  async handledIn(mailbox, limit) {
    const rows = await db
      .selectFrom('mail_sightings as s')
      .innerJoin('mails as m', 'm.id', 's.mail_id')
      .innerJoin('mailboxes as b', (join) =>
        join.onRef('b.mailbox', '=', 's.mailbox').onRef('b.uid_validity', '=', 's.uid_validity'),
      )
      .select(['s.mailbox', 's.uid_validity', 's.uid'])
      .where('s.mailbox', '=', mailbox)
      .where('s.left_at', 'is', null)
      .where('m.outcome', 'is not', null)
      .where('m.outcome', '<>', 'waiting')
      .orderBy('s.uid')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ mailbox: row.mailbox, uidValidity: row.uid_validity, uid: Number(row.uid) }))
  },

  async left(from, to, at) {
    await sql`
      with gone as (
        update mail_sightings set left_at = coalesce(left_at, ${fromInstant(at)})
        where mailbox = ${from.mailbox} and uid_validity = ${from.uidValidity} and uid = ${from.uid} returning mail_id
      )
      insert into mail_sightings (mailbox, uid_validity, uid, mail_id)
      select ${to?.mailbox ?? null}::text, ${to?.uidValidity ?? null}::text, ${to?.uid ?? null}::bigint, mail_id
      from gone where ${to !== undefined}::boolean on conflict do nothing`.execute(db)
  },
})
