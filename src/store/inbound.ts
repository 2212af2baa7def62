import { sql, type Kysely } from 'kysely'
import { asId } from '#src/domain/values/id.ts'
import type { Inbound } from '#src/services/ports/inbound.ts'
import { seal } from './encryption.ts'
import { fromInstant } from './instants.ts'
import { places } from './journeys.ts'
import { addSubjectKey, subjectKey, type Keyring } from './keyring.ts'
import type { Database } from './tables/database.ts'

export const createInbound = (db: Kysely<Database>, keyring: Keyring): Inbound => ({
  async add(message, id, owner, outcome) {
    const earlier = await db
      .selectFrom('inbound')
      .select('id')
      .where('channel', '=', message.channel)
      .where('carrier_reference', '=', message.reference)
      .executeTakeFirst()
    if (earlier) return undefined
    // A message of somebody we do not know has a key of its own, so that it can be destroyed on its own.
    const key = owner ? await subjectKey(db, keyring, owner.participantId) : await addSubjectKey(db, keyring, id)
    if (!key) return undefined
    const row = await db
      .insertInto('inbound')
      .values({
        id,
        channel: message.channel,
        carrier_reference: message.reference,
        participant_id: owner?.participantId ?? null,
        journey_id: owner?.journeyId ?? null,
        sender_index: keyring.index('sender', message.from),
        key_id: owner?.participantId ?? id,
        body: seal(key, places.inbound(id), message.text),
        received_at: fromInstant(message.receivedAt),
        handled_at: outcome ? fromInstant(message.receivedAt) : null,
        outcome: outcome ?? null,
      })
      .onConflict((conflict) => conflict.columns(['channel', 'carrier_reference']).doNothing())
      .returning('sequence')
      .executeTakeFirst()
    return row && BigInt(row.sequence)
  },

  async waiting(now, leaseSeconds, limit) {
    const { rows } = await sql<{ journey_id: string }>`
      update inbound i set wake_at = ${fromInstant(now.add({ seconds: leaseSeconds }))}
      from (select id from inbound where handled_at is null and journey_id is not null and wake_at <= ${fromInstant(now)} order by wake_at, sequence limit ${limit} for update skip locked) d
      where i.id = d.id returning i.journey_id`.execute(db)
    return [...new Set(rows.map((row) => row.journey_id))].map((id) => asId<'journey'>(id))
  },
})
