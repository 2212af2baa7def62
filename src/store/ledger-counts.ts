import { sql, type Kysely } from 'kysely'
import type { LedgerCounts } from '#src/services/ports/mails.ts'
import type { Database } from './tables/database.ts'

/** How many mails there are, and what became of them; needs no key. */
export async function ledgerCounts(db: Kysely<Database>): Promise<LedgerCounts> {
  const { rows } = await sql<LedgerCounts>`
    select count(*)::int as received, (count(*) filter (where outcome is not null and outcome <> 'waiting'))::int as handled,
      (count(*) filter (where outcome = 'waiting'))::int as waiting, (count(*) filter (where outcome is null))::int as unread from mails`.execute(
    db,
  )
  return rows[0] ?? { received: 0, handled: 0, waiting: 0, unread: 0 }
}
