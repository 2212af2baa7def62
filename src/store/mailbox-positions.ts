import type { Kysely } from 'kysely'
import type { MailboxPositions } from '#src/services/ports/mailbox-positions.ts'
import type { Database } from './tables/database.ts'

export const createMailboxPositions = (db: Kysely<Database>): MailboxPositions => ({
  async load(mailbox) {
    const row = await db.selectFrom('mailboxes').selectAll().where('mailbox', '=', mailbox).executeTakeFirst()
    return row && { uidValidity: row.uid_validity, lastUid: Number(row.last_uid) }
  },
  async save(mailbox, { uidValidity, lastUid }) {
    const position = { uid_validity: uidValidity, last_uid: lastUid }
    await db
      .insertInto('mailboxes')
      .values({ mailbox, ...position })
      .onConflict((c) => c.column('mailbox').doUpdateSet(position))
      .execute()
  },
})
