import type { Kysely } from 'kysely'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import type { MailOutcome } from '#src/services/ports/mails.ts'
import type { LedgerLine, MailDetails, Page, PageQuestion } from '#src/services/ports/overview.ts'
import { open } from '../encryption.ts'
import { toInstant } from '../instants.ts'
import { subjectKey, type Keyring } from '../keyring.ts'
import { readDecisions } from '../mail-decisions.ts'
import { rawPlace } from '../mails.ts'
import { mailsOfJourney, mailsUnder } from '../mails-together.ts'
import { openReading } from '../sealed-reading.ts'
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
  return { rows: rows.map(lineOf), total: Number(count) }
}

/** These mails, oldest first. */
async function linesOf(db: Kysely<Database>, ids: readonly Id<'mail'>[]): Promise<readonly LedgerLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('mails')
    .select(['id', 'reference', 'received_at', 'outcome', 'contract_id', 'journey_id'])
    .where('id', 'in', ids)
    .orderBy('received_at')
    .orderBy('sequence')
    .execute()
  return rows.map(lineOf)
}

export const mailsWith = async (db: Kysely<Database>, id: Id<'mail'>): Promise<readonly LedgerLine[]> =>
  linesOf(db, await mailsUnder(db, id))

export const mailsOf = async (db: Kysely<Database>, id: Id<'journey'>): Promise<readonly LedgerLine[]> =>
  linesOf(db, await mailsOfJourney(db, id))

export async function mailByReference(db: Kysely<Database>, reference: string): Promise<LedgerLine | undefined> {
  const row = await db
    .selectFrom('mails')
    .select(['id', 'reference', 'received_at', 'outcome', 'contract_id', 'journey_id'])
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row && lineOf(row)
}

interface LedgerRow {
  readonly id: string
  readonly reference: string
  readonly received_at: Date
  readonly outcome: string | null
  readonly contract_id: string | null
  readonly journey_id: string | null
}

const lineOf = (row: LedgerRow): LedgerLine => ({
  id: asId<'mail'>(row.id),
  reference: row.reference,
  receivedAt: toInstant(row.received_at),
  outcome: (row.outcome ?? undefined) as MailOutcome | undefined, // the column's check holds this list
  contractId: row.contract_id ?? undefined,
  journeyId: row.journey_id ? asId<'journey'>(row.journey_id) : undefined,
})

export async function mailDetails(
  db: Kysely<Database>,
  keyring: Keyring,
  id: Id<'mail'>,
): Promise<MailDetails | undefined> {
  const row = await db
    .selectFrom('mails')
    .leftJoin('keys.subject_keys as k', 'k.subject_id', 'mails.id')
    .select([
      'mails.id',
      'mails.reference',
      'mails.received_at',
      'mails.outcome',
      'mails.contract_id',
      'mails.journey_id',
      'mails.handled_at',
      'mails.raw_destroyed_at',
      'mails.earlier_id',
      'mails.kind',
      'mails.why',
      'mails.reading',
      'k.wrapped',
    ])
    .where('mails.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { words = '', sender, proposals = [], returned } = openReading(row, keyring)
  const handledAt = row.handled_at ? toInstant(row.handled_at) : undefined
  return {
    ...lineOf(row),
    handledAt,
    rawDestroyedAt: row.raw_destroyed_at ? toInstant(row.raw_destroyed_at) : undefined,
    words,
    sender,
    kind: (row.kind ?? undefined) as MailKind | undefined, // only `settle` writes it
    why: row.why ?? '',
    earlier: row.earlier_id ? asId<'mail'>(row.earlier_id) : undefined,
    people: proposals.length,
    returned,
    steps: await readDecisions(db, id),
  }
}

/** Of a mail that was read, until it is destroyed: what somebody said of a participant is looked up long after it was decided on. */
export async function rawMail(db: Kysely<Database>, keyring: Keyring, id: Id<'mail'>): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('mails')
    .select('raw')
    .where('id', '=', id)
    .where('outcome', 'is not', null)
    .executeTakeFirst()
  const key = row?.raw ? await subjectKey(db, keyring, id) : undefined
  return row?.raw && key ? open(key, rawPlace(id), row.raw) : undefined
}
