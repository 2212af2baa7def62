import type { Kysely } from 'kysely'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { MailOutcome } from '#src/services/ports/mails.ts'
import type { LedgerLine, Page, PageQuestion } from '#src/services/ports/overview.ts'
import { open } from '../encryption.ts'
import { toInstant } from '../instants.ts'
import { subjectKey, type Keyring } from '../keyring.ts'
import { rawPlace } from '../mails.ts'
import type { Database } from '../tables/database.ts'
import { offsetOf } from './page.ts'

export async function ledgerLines(db: Kysely<Database>, question: PageQuestion): Promise<Page<LedgerLine>> {
  const rows = await db
    .selectFrom('mails')
    .select(['id', 'reference', 'received_at', 'outcome', 'contract_id', 'journey_id'])
    .orderBy('sequence', 'desc')
    .limit(question.size)
    .offset(offsetOf(question))
    .execute()
  const { count } = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  const lines = rows.map((row) => ({
    id: asId<'mail'>(row.id),
    reference: row.reference,
    receivedAt: toInstant(row.received_at),
    outcome: (row.outcome ?? undefined) as MailOutcome | undefined, // the column's check holds this list
    contractId: row.contract_id ?? undefined,
    journeyId: row.journey_id ? asId<'journey'>(row.journey_id) : undefined,
  }))
  return { rows: lines, total: Number(count) }
}

/** Only of a mail that a person has: nobody else needs to open the bytes again. */
export async function waitingRaw(db: Kysely<Database>, keyring: Keyring, id: Id<'mail'>): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('mails')
    .select('raw')
    .where('id', '=', id)
    .where('outcome', '=', 'waiting')
    .executeTakeFirst()
  const key = row?.raw ? await subjectKey(db, keyring, id) : undefined
  return row?.raw && key ? open(key, rawPlace(id), row.raw) : undefined
}
