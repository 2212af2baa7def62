import type { Kysely } from 'kysely'
import type { Database } from '#src/store/tables/database.ts'
import type { Config } from '../config/config.ts'
import { exitCodes, Refusal } from './stop-reason.ts'

/** The demo's mailbox, by the name under which is kept what was seen where. */
export const demoMailboxName = 'demo/INBOX'

/**
 * Invented people and real ones never share a database. A real installation that lost its IMAP_URL would otherwise go on as a demo, and
 * 'send' its notices to a mail server that sends nothing on.
 */
export async function refuseMixedData(db: Kysely<Database>, config: Pick<Config, 'imap'>): Promise<void> {
  // The day from which a mailbox counts is kept before anything of it is read, how far we read a little after.
  const rows = await db
    .selectFrom('mailboxes')
    .select('mailbox')
    .union(db.selectFrom('mailbox_starts').select('mailbox'))
    .execute()
  const fromDemo = rows.some(({ mailbox }) => mailbox === demoMailboxName)
  const fromReal = rows.some(({ mailbox }) => mailbox !== demoMailboxName)
  if (config.imap && fromDemo) throw new Refusal(demoData, exitCodes.configuration)
  if (!config.imap && fromReal) throw new Refusal(realData, exitCodes.configuration)
}

const demoData =
  'Deze database bevat de verzonnen aanmeldingen van de demo en IMAP_URL is gezet: zet DATABASE_URL (of DATA_DIR) op een lege plek voor de echte gegevens.'
const realData =
  'Deze database bevat echte aanmeldingen en IMAP_URL is niet gezet: als demo zou mail nergens aankomen. Zet IMAP_URL en SMTP_URL terug, of zet DATA_DIR op een lege map voor de demo.'
