import { sql, type Kysely } from 'kysely'
import { asId, type Id } from '#src/domain/values/id.ts'
import { fromJson } from '#src/domain/values/instant-json.ts'
import { outgoingKey, type OutgoingBody, type OutgoingStatus } from '#src/services/ports/outgoing.ts'
import type { MailAudience, OutgoingRow, Page, PageQuestion, ReturnedMail } from '#src/services/ports/overview.ts'
import { open } from '../encryption.ts'
import { toInstant } from '../instants.ts'
import { places } from '../sealed-places.ts'
import { consulentPurposes } from '../mail-audience.ts'
import type { Keyring } from '../keyring.ts'
import type { Database } from '../tables/database.ts'
import { offsetOf } from './page.ts'

const sealedOutgoing = (db: Kysely<Database>) =>
  db
    .selectFrom('outgoing')
    .innerJoin('keys.subject_keys as k', 'k.subject_id', 'outgoing.key_id')
    .where('k.wrapped', 'is not', null)

const columns = [
  'outgoing.id',
  'outgoing.journey_id',
  'outgoing.key_id',
  'outgoing.subject',
  'outgoing.purpose',
  'outgoing.occurrence',
  'outgoing.body',
  'outgoing.status',
  'outgoing.created_at',
  'outgoing.settled_at',
  'outgoing.approved_by',
  'k.wrapped',
] as const

interface SealedOutgoing {
  readonly id: string
  readonly journey_id: string | null
  readonly key_id: string
  readonly subject: string
  readonly purpose: string
  readonly occurrence: number
  readonly body: Buffer
  readonly status: string
  readonly created_at: Date
  readonly settled_at: Date | null
  readonly approved_by: string | null
  readonly wrapped: Buffer | null
}

function openOutgoing(row: SealedOutgoing, keyring: Keyring): OutgoingRow[] {
  if (!row.wrapped) return []
  const key = keyring.unwrap(row.key_id, row.wrapped)
  return [
    {
      id: asId<'outgoing'>(row.id),
      key: outgoingKey(row),
      journeyId: row.journey_id ? asId<'journey'>(row.journey_id) : undefined,
      isAnswer: row.purpose === 'answer' || row.purpose === 'emergency',
      byStaff: row.purpose === 'staff',
      body: fromJson<OutgoingBody>(open(key, places.outgoing(row.id), row.body).toString()),
      status: row.status as OutgoingStatus, // the column's check holds this list
      createdAt: toInstant(row.created_at),
      settledAt: row.settled_at ? toInstant(row.settled_at) : undefined,
      approved: row.approved_by !== null,
    },
  ]
}

export async function outgoingOf(db: Kysely<Database>, keyring: Keyring, journeyId: string): Promise<OutgoingRow[]> {
  const rows = await sealedOutgoing(db)
    .select(columns)
    .where('outgoing.journey_id', '=', journeyId)
    .orderBy('outgoing.sequence')
    .execute()
  return rows.flatMap((row) => openOutgoing(row, keyring))
}

const mailsTo = (db: Kysely<Database>, audience: MailAudience) =>
  sealedOutgoing(db)
    .where('outgoing.kind', '=', 'mail')
    .where(
      sql<string>`split_part(outgoing.purpose, '.', 1)`,
      audience === 'consulent' ? 'in' : 'not in',
      consulentPurposes,
    )

/** A mail to our own people goes out unasked (see the query of what is due). */
const needsApproval = (db: Kysely<Database>) =>
  sealedOutgoing(db)
    .where('outgoing.status', '=', 'waiting')
    .where('outgoing.approved_by', 'is', null)
    .where((eb) =>
      eb.or([
        eb('outgoing.kind', '=', 'message'),
        eb(sql<string>`split_part(outgoing.purpose, '.', 1)`, 'in', consulentPurposes),
      ]),
    )

async function pageOf(
  query: ReturnType<typeof sealedOutgoing>,
  order: 'asc' | 'desc',
  question: PageQuestion,
  keyring: Keyring,
): Promise<Page<OutgoingRow>> {
  const rows = await query
    .select(columns)
    .orderBy('outgoing.sequence', order)
    .limit(question.size)
    .offset(offsetOf(question))
    .execute()
  const { count } = await query.select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return { rows: rows.flatMap((row) => openOutgoing(row, keyring)), total: Number(count) }
}

export const sentMails = (
  db: Kysely<Database>,
  keyring: Keyring,
  audience: MailAudience,
  question: PageQuestion,
): Promise<Page<OutgoingRow>> => pageOf(mailsTo(db, audience), 'desc', question, keyring)

export async function returnedMail(
  db: Kysely<Database>,
  keyring: Keyring,
  id: Id<'outgoing'>,
): Promise<ReturnedMail | undefined> {
  const found = await sealedOutgoing(db)
    .leftJoin('mails', 'mails.id', 'outgoing.key_id')
    .select([...columns, 'mails.id as mail_id', 'mails.journey_id as mails_journey_id'])
    .where('outgoing.id', '=', id)
    .executeTakeFirst()
  const [row] = found ? openOutgoing(found, keyring) : []
  if (!found || !row) return undefined
  const journeyId = found.journey_id ?? found.mails_journey_id
  return {
    row,
    journeyId: journeyId === null ? undefined : asId<'journey'>(journeyId),
    mailId: found.mail_id === null ? undefined : asId<'mail'>(found.mail_id),
  }
}

export const toApprove = (db: Kysely<Database>, keyring: Keyring, question: PageQuestion): Promise<Page<OutgoingRow>> =>
  pageOf(needsApproval(db), 'asc', question, keyring)
