import type { Kysely } from 'kysely'
import { asId } from '#src/domain/values/id.ts'
import type { InboundOutcome } from '#src/services/ports/inbound.ts'
import type { InboundRow, Page, PageQuestion } from '#src/services/ports/overview.ts'
import { open } from '../encryption.ts'
import { toInstant } from '../instants.ts'
import { places } from '../journeys.ts'
import type { Keyring } from '../keyring.ts'
import type { Database } from '../tables/database.ts'
import { offsetOf } from './page.ts'

const sealedInbound = (db: Kysely<Database>) =>
  db
    .selectFrom('inbound')
    .innerJoin('keys.subject_keys as k', 'k.subject_id', 'inbound.key_id')
    .where('k.wrapped', 'is not', null)

const columns = [
  'inbound.id',
  'inbound.key_id',
  'inbound.body',
  'inbound.received_at',
  'inbound.outcome',
  'k.wrapped',
] as const

interface SealedInbound {
  readonly id: string
  readonly key_id: string
  readonly body: Buffer
  readonly received_at: Date
  readonly outcome: string | null
  readonly wrapped: Buffer | null
}

function openInbound(row: SealedInbound, keyring: Keyring): InboundRow[] {
  if (!row.wrapped) return []
  return [
    {
      id: asId<'inbound'>(row.id),
      text: open(keyring.unwrap(row.key_id, row.wrapped), places.inbound(row.id), row.body).toString(),
      receivedAt: toInstant(row.received_at),
      outcome: (row.outcome ?? undefined) as InboundOutcome | undefined, // written by our own verbs only
    },
  ]
}

export async function inboundOf(db: Kysely<Database>, keyring: Keyring, journeyId: string): Promise<InboundRow[]> {
  const rows = await sealedInbound(db)
    .select(columns)
    .where('inbound.journey_id', '=', journeyId)
    .orderBy('inbound.sequence')
    .execute()
  return rows.flatMap((row) => openInbound(row, keyring))
}

const strays = (db: Kysely<Database>) => sealedInbound(db).where('inbound.journey_id', 'is', null)

export async function strayMessages(
  db: Kysely<Database>,
  keyring: Keyring,
  question: PageQuestion,
): Promise<Page<InboundRow>> {
  const rows = await strays(db)
    .select(columns)
    .orderBy('inbound.sequence', 'desc')
    .limit(question.size)
    .offset(offsetOf(question))
    .execute()
  const { count } = await strays(db)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return { rows: rows.flatMap((row) => openInbound(row, keyring)), total: Number(count) }
}
