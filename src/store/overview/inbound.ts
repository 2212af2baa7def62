import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { asId } from '#src/domain/values/id.ts'
import type { MessageKind } from '#src/domain/values/message-kind.ts'
import type { InboundOutcome } from '#src/services/ports/inbound.ts'
import type { InboundRow, JourneyCard, Page, PageQuestion, StrayMessage } from '#src/services/ports/overview.ts'
import { open } from '../encryption.ts'
import { fromInstant, toInstant } from '../instants.ts'
import { places } from '../sealed-places.ts'
import type { Keyring } from '../keyring.ts'
import type { Database } from '../tables/database.ts'
import { openCard, sealedColumns, sealedJourneys } from './opened.ts'
import { offsetOf } from './page.ts'

const sealedInbound = (db: Kysely<Database>) =>
  db
    .selectFrom('inbound')
    .innerJoin('keys.subject_keys as k', 'k.subject_id', 'inbound.key_id')
    .leftJoin('proof_photos', 'proof_photos.id', 'inbound.id')
    .where('k.wrapped', 'is not', null)

const columns = [
  'inbound.id',
  'inbound.key_id',
  'inbound.kind',
  'inbound.body',
  'inbound.received_at',
  'inbound.outcome',
  'proof_photos.id as photo_id',
  'k.wrapped',
] as const

interface SealedInbound {
  readonly id: string
  readonly key_id: string
  readonly kind: string
  readonly body: Buffer
  readonly received_at: Date
  readonly outcome: string | null
  readonly photo_id: string | null
  readonly wrapped: Buffer | null
}

function openInbound(row: SealedInbound, keyring: Keyring): InboundRow[] {
  if (!row.wrapped) return []
  return [
    {
      id: asId<'inbound'>(row.id),
      kind: row.kind as MessageKind, // written by our own verbs only
      text: open(keyring.unwrap(row.key_id, row.wrapped), places.inbound(row.id), row.body).toString(),
      receivedAt: toInstant(row.received_at),
      outcome: (row.outcome ?? undefined) as InboundOutcome | undefined, // written by our own verbs only
      hasPhoto: row.photo_id !== null,
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

/** A stretch of time in which what came in for a journey is asked for. */
export interface Stretch {
  readonly journeyId: string
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** What came in during any of these stretches, by the id of its journey, in the order in which it arrived. */
export async function inboundDuring(
  db: Kysely<Database>,
  keyring: Keyring,
  stretches: readonly Stretch[],
): Promise<ReadonlyMap<string, readonly InboundRow[]>> {
  if (stretches.length === 0) return new Map()
  const rows = await sealedInbound(db)
    .select([...columns, 'inbound.journey_id'])
    .where((eb) =>
      eb.or(
        stretches.map(({ journeyId, from, until }) =>
          eb.and([
            eb('inbound.journey_id', '=', journeyId),
            eb('inbound.received_at', '>=', fromInstant(from)),
            eb('inbound.received_at', '<=', fromInstant(until)),
          ]),
        ),
      ),
    )
    .orderBy('inbound.sequence')
    .execute()
  const byJourney = Map.groupBy(rows, ({ journey_id }) => journey_id ?? '')
  return new Map([...byJourney].map(([id, of]) => [id, of.flatMap((row) => openInbound(row, keyring))]))
}

/** Messages by their ids; what is no id of one is left out. */
export async function inboundById(
  db: Kysely<Database>,
  keyring: Keyring,
  ids: readonly string[],
): Promise<ReadonlyMap<string, InboundRow>> {
  if (ids.length === 0) return new Map()
  const rows = await sealedInbound(db).select(columns).where('inbound.id', 'in', ids).execute()
  return new Map(rows.flatMap((row) => openInbound(row, keyring)).map((message) => [message.id, message]))
}

const strays = (db: Kysely<Database>) => sealedInbound(db).where('inbound.journey_id', 'is', null)
const openStrays = (db: Kysely<Database>) => strays(db).where('inbound.settled_at', 'is', null)

const strayColumns = [
  ...columns,
  'inbound.reference',
  'inbound.is_urgent',
  'inbound.sender',
  'inbound.phone_index',
  'inbound.settled_at',
] as const

interface SealedStray extends SealedInbound {
  readonly reference: string | null
  readonly is_urgent: boolean
  readonly sender: Buffer | null
  readonly phone_index: Buffer | null
  readonly settled_at: Date | null
}

const senderOf = ({ id, key_id, wrapped, sender }: SealedStray, keyring: Keyring): string | undefined =>
  sender && wrapped ? open(keyring.unwrap(key_id, wrapped), places.sender(id), sender).toString() : undefined

/** Whoever has one of these numbers, by its index: the newest journey first. */
async function ownersOf(
  db: Kysely<Database>,
  keyring: Keyring,
  indexes: readonly Buffer[],
): Promise<ReadonlyMap<string, readonly JourneyCard[]>> {
  if (indexes.length === 0) return new Map()
  const rows = await sealedJourneys(db)
    .select([...sealedColumns, 'participants.phone_index'])
    .where('participants.phone_index', 'in', indexes)
    .orderBy('journeys.sequence', 'desc')
    .execute()
  const owners = new Map<string, JourneyCard[]>()
  for (const row of rows) {
    const card = openCard(row, keyring)
    const key = row.phone_index?.toString('hex') ?? ''
    if (card) owners.set(key, [...(owners.get(key) ?? []), card])
  }
  return owners
}

async function openStrayRows(
  db: Kysely<Database>,
  keyring: Keyring,
  rows: readonly SealedStray[],
): Promise<StrayMessage[]> {
  const owners = await ownersOf(
    db,
    keyring,
    rows.flatMap(({ phone_index }) => phone_index ?? []),
  )
  return rows.flatMap((row) =>
    openInbound(row, keyring).map((message) => ({
      ...message,
      reference: row.reference ?? undefined,
      from: senderOf(row, keyring),
      isUrgent: row.is_urgent,
      settledAt: row.settled_at ? toInstant(row.settled_at) : undefined,
      mayBeOf: owners.get(row.phone_index?.toString('hex') ?? '') ?? [],
    })),
  )
}

export async function strayMessages(
  db: Kysely<Database>,
  keyring: Keyring,
  question: PageQuestion,
): Promise<Page<StrayMessage>> {
  const rows = await openStrays(db)
    .select(strayColumns)
    .orderBy('inbound.is_urgent', 'desc')
    .orderBy('inbound.sequence', 'desc')
    .limit(question.size)
    .offset(offsetOf(question))
    .execute()
  const { count } = await openStrays(db)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return { rows: await openStrayRows(db, keyring, rows), total: Number(count) }
}

export async function strayMessage(
  db: Kysely<Database>,
  keyring: Keyring,
  reference: string,
): Promise<StrayMessage | undefined> {
  const rows = await strays(db).select(strayColumns).where('inbound.reference', '=', reference).execute()
  return (await openStrayRows(db, keyring, rows))[0]
}
