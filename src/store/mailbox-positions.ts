import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { MailboxPositions } from '#src/services/ports/mailbox-positions.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

export const createMailboxPositions = (db: Kysely<Database>): MailboxPositions => ({
  async load(mailbox) {
    const row = await db.selectFrom('mailboxes').selectAll().where('mailbox', '=', mailbox).executeTakeFirst()
    return (
      row && {
        uidValidity: row.uid_validity,
        lastUid: Number(row.last_uid),
        ...(row.since && { since: toInstant(row.since) }),
      }
    )
  },
  async save(mailbox, { uidValidity, lastUid, since }) {
    const position = { uid_validity: uidValidity, last_uid: lastUid, since: since ? fromInstant(since) : null }
    await db
      .insertInto('mailboxes')
      .values({ mailbox, ...position })
      .onConflict((c) => c.column('mailbox').doUpdateSet(position))
      .execute()
  },
})

/**
 * The moment from which this mailbox is taken in: what was kept at its first start, or this one, which is then kept. Kept before anything
 * is read: a server that is away on the first day may take in mail meanwhile. Absent: everything is taken in.
 */
export async function firstStartOf(
  db: Kysely<Database>,
  mailbox: string,
  now: Temporal.Instant | undefined,
): Promise<Temporal.Instant | undefined> {
  const since = now ? fromInstant(now) : null
  const { rows } = await sql<{ since: Date | null }>`
    insert into mailbox_starts (mailbox, since) values (${mailbox}, ${since})
    on conflict (mailbox) do update set mailbox = excluded.mailbox returning since`.execute(db)
  const kept = rows[0]?.since
  return kept ? toInstant(kept) : undefined
}
