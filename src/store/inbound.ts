import { sql, type Insertable, type Kysely } from 'kysely'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { ArrivedMessage, Inbound } from '#src/services/ports/inbound.ts'
import { seal, type SecretKey } from './encryption.ts'
import { fromInstant } from './instants.ts'
import { places } from './sealed-places.ts'
import { addSubjectKey, subjectKey, type Keyring } from './keyring.ts'
import { addProofPhoto } from './proof-photos.ts'
import type { Database } from './tables/database.ts'

/**
 * Whether this reference of the carrier came in before. Until the transaction ends, who else stores a message of the same person waits here:
 * a number that is given later is then never seen, and handled, sooner (promise 4).
 */
async function wasStored(
  db: Kysely<Database>,
  { channel, reference }: ArrivedMessage,
  whose: string,
): Promise<boolean> {
  const { rows } = await sql<{ earlier: string | null }>`
    select pg_advisory_xact_lock(hashtextextended(${`inbound ${whose}`}, 0)),
      (select id from inbound where channel = ${channel} and carrier_reference = ${reference}) as earlier`.execute(db)
  return typeof rows[0]?.earlier === 'string'
}

/** What every message has, whoever wrote it. */
const rowOf = (message: ArrivedMessage, id: Id<'inbound'>, key: SecretKey, keyring: Keyring) => ({
  id,
  channel: message.channel,
  carrier_reference: message.reference,
  sender_index: keyring.index('sender', message.from),
  kind: message.kind,
  body: seal(key, places.inbound(id), message.text),
  received_at: fromInstant(message.receivedAt),
  tapped: message.tapped ?? null,
})

/** The number that it got; undefined when this reference of the carrier came in at the same moment. */
async function insert(db: Kysely<Database>, row: Insertable<Database['inbound']>): Promise<bigint | undefined> {
  const inserted = await db
    .insertInto('inbound')
    .values(row)
    .onConflict((conflict) => conflict.columns(['channel', 'carrier_reference']).doNothing())
    .returning('sequence')
    .executeTakeFirst()
  return inserted && BigInt(inserted.sequence)
}

export const createInbound = (db: Kysely<Database>, keyring: Keyring): Inbound => ({
  async add(message, id, owner, photo) {
    if (await wasStored(db, message, owner.participantId)) return undefined
    const key = await subjectKey(db, keyring, owner.participantId)
    if (!key) return undefined
    const sequence = await insert(db, {
      ...rowOf(message, id, key, keyring),
      participant_id: owner.participantId,
      journey_id: owner.journeyId,
      key_id: owner.participantId,
      handled_at: null,
      outcome: null,
    })
    const { receivedAt } = message
    if (photo && sequence !== undefined)
      await addProofPhoto(db, keyring, { id, journeyId: owner.journeyId, receivedAt, photo })
    return sequence
  },

  async addStray(message, id, { outcome, reference, phone, isUrgent, isSettled }) {
    if (await wasStored(db, message, message.from)) return undefined
    // A message of somebody we do not know has a key of its own, so that it can be destroyed on its own.
    const key = await addSubjectKey(db, keyring, id)
    const at = fromInstant(message.receivedAt)
    return insert(db, {
      ...rowOf(message, id, key, keyring),
      participant_id: null,
      journey_id: null,
      key_id: id,
      handled_at: at,
      outcome,
      reference,
      is_urgent: isUrgent,
      sender: seal(key, places.sender(id), message.from),
      phone_index: phone ? keyring.index('phone', phone) : null,
      ...(isSettled ? { settled_at: at, settled_by: 'system' } : {}),
    })
  },

  async settleStray(id, by, at) {
    const { numUpdatedRows } = await db
      .updateTable('inbound')
      .set({ settled_at: fromInstant(at), settled_by: by })
      .where('id', '=', id)
      .where('journey_id', 'is', null)
      .where('settled_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },

  async waiting(now, leaseSeconds, limit) {
    const { rows } = await sql<{ journey_id: string; newest: string }>`
      with taken as (update inbound i set wake_at = ${fromInstant(now.add({ seconds: leaseSeconds }))}
      from (select id from inbound where handled_at is null and journey_id is not null and wake_at <= ${fromInstant(now)} order by wake_at, sequence limit ${limit} for update skip locked) d
      where i.id = d.id returning i.journey_id, i.sequence)
      select journey_id, max(sequence)::text as newest from taken group by journey_id order by min(sequence)`.execute(
      db,
    )
    return rows.map((row) => ({ journeyId: asId<'journey'>(row.journey_id), newest: row.newest }))
  },
})
