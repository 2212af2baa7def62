import { sql, type Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { asId } from '#src/domain/values/id.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import type {
  CarriedOut,
  ClaimedOutgoing,
  Outgoing,
  OutgoingBody,
  OutgoingStatus,
  SendOutcome,
} from '#src/services/ports/outgoing.ts'
import { open, seal } from './encryption.ts'
import { fromInstant } from './instants.ts'
import { subjectKey, type Keyring } from './keyring.ts'
import { places } from './sealed-places.ts'
import { consulentPurposes } from './mail-audience.ts'
import type { Database } from './tables/database.ts'

interface ClaimedRow {
  id: string
  journey_id: string | null
  key_id: string
  state_key: string | null
  body: Buffer
  attempts: number
  previous_outcome: string | null
  not_after: Date | null
}

/**
 * A row that is still 'sending' after this long belonged to a worker that died: what became of it is unknown. Each worker's clock may be
 * five minutes off (see the clock watch) and a sending takes up to a minute: any sooner, one would send what another is sending.
 */
const abandonedAfter = Temporal.Duration.from({ minutes: 12 })

async function readBody(db: Kysely<Database>, keyring: Keyring, row: ClaimedRow): Promise<OutgoingBody | undefined> {
  const key = await subjectKey(db, keyring, row.key_id)
  return key && fromJson<OutgoingBody>(open(key, places.outgoing(row.id), row.body).toString())
}

const previously = (row: ClaimedRow): ClaimedOutgoing['previous'] => {
  if (row.attempts === 1) return 'none'
  return row.previous_outcome === 'retry' ? 'retry' : 'unknown' // an attempt without an outcome: the worker died in it
}

const statusAfter: Record<SendOutcome['kind'], string> = {
  sent: 'sent',
  unknown: 'unknown',
  retry: 'waiting',
  undeliverable: 'failed',
}

/** How long an unknown outcome rests before it is looked up: a carrier's own list may lag. */
const lookUpAfterSeconds = 30

const pauseAfter = (outcome: SendOutcome): number =>
  outcome.kind === 'retry' ? outcome.afterSeconds : outcome.kind === 'unknown' ? lookUpAfterSeconds : 0

const carriedOut = (
  row: { journey_id: string | null; state_key: string | null; kind: string } | undefined,
): CarriedOut | undefined =>
  row?.journey_id
    ? {
        journeyId: asId<'journey'>(row.journey_id),
        stateKey: row.state_key ?? undefined,
        kind: row.kind === 'mail' ? 'mail' : 'message',
      }
    : undefined

/** A list of ids may be empty, which SQL does not know. */
const nobody = '00000000-0000-0000-0000-000000000000'

export const createOutgoing = (db: Kysely<Database>, keyring: Keyring): Outgoing => ({
  async addAbout(subjectId, row, now) {
    const key = await subjectKey(db, keyring, subjectId)
    if (!key) return
    const held = row.notBefore ? { not_before: fromInstant(row.notBefore), wake_at: fromInstant(row.notBefore) } : {}
    await db
      .insertInto('outgoing')
      .values({
        id: row.id,
        key_id: subjectId,
        journey_id: null,
        participant_id: null,
        subject: row.subject,
        purpose: row.purpose,
        occurrence: row.occurrence,
        state_key: null,
        kind: row.body.kind,
        body: seal(key, places.outgoing(row.id), toJson(row.body)),
        not_after: row.notAfter ? fromInstant(row.notAfter) : null,
        ...held,
        created_at: fromInstant(now),
        approved_by: null,
        settled_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['subject', 'purpose', 'occurrence'])
          .doUpdateSet({ status: 'waiting', settled_at: null, ...held })
          .where('outgoing.status', '=', 'cancelled'),
      )
      .execute()
  },

  async forgetAbout(subject, now) {
    await db
      .updateTable('outgoing')
      .set({ status: 'cancelled', settled_at: fromInstant(now) })
      .where('subject', '=', subject)
      .where('journey_id', 'is', null)
      .where('status', '=', 'waiting')
      .where('not_before', 'is not', null)
      .execute()
  },

  async mailAmong(ids) {
    const row = await db
      .selectFrom('outgoing')
      .select(['id', 'status', 'purpose', 'journey_id'])
      .where('id', 'in', [...ids, nobody])
      .where('kind', '=', 'mail')
      .orderBy('sequence', 'desc')
      .executeTakeFirst()
    return (
      row && {
        id: asId<'outgoing'>(row.id),
        status: row.status as OutgoingStatus, // the column's check holds this list
        purpose: row.purpose,
        journeyId: row.journey_id ? asId<'journey'>(row.journey_id) : undefined,
      }
    )
  },

  async due({ now, leaseSeconds, limit, approvedOnly }) {
    const at = fromInstant(now)
    const { rows } = await sql<{ id: string }>`
      update outgoing o set wake_at = ${fromInstant(now.add({ seconds: leaseSeconds }))}
      from (
        select c.id from outgoing c
        where c.status in ('waiting', 'sending', 'unknown') and c.wake_at <= ${at}
          and (c.not_before is null or c.not_before <= ${at})
          and (${!approvedOnly} or c.kind = 'mail' and split_part(c.purpose, '.', 1) <> all (${consulentPurposes}::text[]) or c.purpose in ('emergency', 'staff') or c.approved_by is not null or c.not_after <= ${at})
          and (c.purpose = 'emergency' or not exists (
            select 1 from outgoing e where c.kind = 'message' and e.kind = 'message' and e.participant_id = c.participant_id
              and e.sequence < c.sequence and e.status in ('waiting', 'sending', 'unknown')
              and (e.not_after is null or e.not_after > ${at}) and (e.not_before is null or e.not_before <= ${at})
          ))
        order by c.sequence limit ${limit} for update skip locked
      ) d
      where o.id = d.id returning o.id`.execute(db)
    return rows.map((row) => asId<'outgoing'>(row.id))
  },

  async begins(id) {
    const row = await db
      .selectFrom('outgoing')
      .select('journey_id')
      .where('id', '=', id)
      .where('kind', '=', 'message')
      .where('state_key', 'is not', null)
      .where('status', 'in', ['waiting', 'unknown'])
      .executeTakeFirst()
    return row?.journey_id ? asId<'journey'>(row.journey_id) : undefined
  },

  async hold(id, until) {
    const at = fromInstant(until)
    await db.updateTable('outgoing').set({ not_before: at, wake_at: at }).where('id', '=', id).execute()
  },

  async claim(id, now) {
    const at = fromInstant(now)
    const abandoned = fromInstant(now.subtract(abandonedAfter))
    await db
      .updateTable('outgoing')
      .set({ status: 'expired', settled_at: at })
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .where('not_after', '<=', at)
      .execute()
    const { rows } = await sql<ClaimedRow>`
      update outgoing o set status = 'sending', attempts = attempts + 1
      where o.id = ${id} and (o.status in ('waiting', 'unknown') or o.status = 'sending' and exists (
        select 1 from delivery_attempts a where a.outgoing_id = o.id and a.attempt = o.attempts and a.finished_at is null and a.started_at < ${abandoned}))
      returning o.id, o.journey_id, o.key_id, o.state_key, o.body, o.attempts, o.not_after,
        (select a.outcome from delivery_attempts a where a.outgoing_id = o.id order by a.attempt desc limit 1) as previous_outcome`.execute(
      db,
    )
    const [row] = rows
    if (!row) return undefined
    await db
      .insertInto('delivery_attempts')
      .values({
        outgoing_id: id,
        attempt: row.attempts,
        started_at: at,
        finished_at: null,
        outcome: null,
        carrier_reference: null,
      })
      .execute()
    const body = await readBody(db, keyring, row)
    if (!body) return undefined
    return {
      id,
      journeyId: row.journey_id ? asId<'journey'>(row.journey_id) : undefined,
      stateKey: row.state_key ?? undefined,
      body,
      attempt: row.attempts,
      previous: previously(row),
      mayStillGo: !row.not_after || row.not_after.getTime() > now.epochMilliseconds,
    }
  },

  async finish(id, attempt, outcome, now) {
    const at = fromInstant(now)
    await db
      .updateTable('delivery_attempts')
      .set({
        finished_at: at,
        outcome: outcome.kind,
        carrier_reference: outcome.kind === 'sent' ? outcome.reference : null,
      })
      .where('outgoing_id', '=', id)
      .where('attempt', '=', attempt)
      .execute()
    const settled = outcome.kind === 'sent' || outcome.kind === 'undeliverable'
    await db
      .updateTable('outgoing')
      .set({
        status: statusAfter[outcome.kind],
        wake_at: fromInstant(now.add({ seconds: pauseAfter(outcome) })),
        settled_at: settled ? at : null,
        ...(outcome.kind === 'sent' ? { went_at: at } : {}),
      })
      .where('id', '=', id)
      .where('attempts', '=', attempt) // told twice, it must not touch a later attempt
      .where('status', '=', 'sending')
      .execute()
  },

  async recordDelivery(reference, status, now) {
    const row = await db
      .updateTable('outgoing')
      .from('delivery_attempts')
      .set((eb) => ({
        status: status === 'delivered' ? 'delivered' : 'failed',
        settled_at: fromInstant(now),
        went_at: eb.fn.coalesce('outgoing.went_at', eb.val(fromInstant(now))),
      }))
      .whereRef('outgoing.id', '=', 'delivery_attempts.outgoing_id')
      .where('delivery_attempts.carrier_reference', '=', reference)
      .where('outgoing.status', 'in', ['sent', 'sending', 'unknown'])
      .returning(['outgoing.journey_id', 'outgoing.state_key', 'outgoing.kind'])
      .executeTakeFirst()
    return carriedOut(row)
  },

  async approve(id, by, now) {
    const result = await db
      .updateTable('outgoing')
      .set({ approved_by: by })
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .where('approved_by', 'is', null)
      .where((eb) => eb.or([eb('not_after', 'is', null), eb('not_after', '>', fromInstant(now))]))
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  },

  async reject(id, by, now) {
    const row = await db
      .updateTable('outgoing')
      .set({ status: 'rejected', approved_by: by, settled_at: fromInstant(now) })
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .returning(['journey_id', 'state_key', 'kind'])
      .executeTakeFirst()
    return row && { carried: carriedOut(row) }
  },
})
