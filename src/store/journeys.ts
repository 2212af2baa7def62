import { sql, type Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Session } from '#src/conversation/session.ts'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Timer } from '#src/domain/journey/timers.ts'
import type { Participant } from '#src/domain/participant.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import { SlotTaken } from '#src/services/ports/appointments.ts'
import type { StoredMessage } from '#src/services/ports/inbound.ts'
import type { JourneyChange, Journeys, NewJourney, StoredJourney } from '#src/services/ports/journeys.ts'
import { newKey, open, seal, type SecretKey } from './encryption.ts'
import { journalRows, type JournalRow } from './journal.ts'
import type { Keyring } from './keyring.ts'
import { statement } from './statement.ts'
import type { Database } from './tables/database.ts'

/** Where sealed values stand; also their associated data. */
export const places = {
  participant: (id: string) => `participants.data.${id}`,
  state: (id: string) => `journeys.state.${id}`,
  session: (id: string) => `journeys.session.${id}`,
  outgoing: (id: string) => `outgoing.body.${id}`,
  inbound: (id: string) => `inbound.body.${id}`,
}

interface LoadedRow {
  id: string
  participant_id: string
  reference: string
  state: Buffer | null
  session: Buffer | null
  journal_sequence: number
  journal_hash: Buffer
  data: Buffer | null
  wrapped: Buffer | null
  timers: [string, string][] | null
  unhandled: [string, string, string, string][] | null
}

const loadRow = (db: Kysely<Database>, id: string) =>
  statement<LoadedRow>`
    select j.id, j.participant_id, j.reference, j.state, j.session, j.journal_sequence, j.journal_hash, p.data, k.wrapped,
      (select json_agg(json_build_array(t.key, t.due_at)) from timers t where t.journey_id = j.id) as timers,
      (select json_agg(json_build_array(i.id, i.sequence::text, encode(i.body, 'base64'), i.received_at) order by i.sequence)
        from inbound i where i.journey_id = j.id and i.handled_at is null) as unhandled
    from journeys j
    join participants p on p.id = j.participant_id
    join keys.subject_keys k on k.subject_id = p.id
    where j.id = ${id}
    for update of p, j`(db)

const readTimers = (rows: LoadedRow['timers']): Timer[] =>
  (rows ?? []).map(([key, at]) => ({ key, at: Temporal.Instant.from(at) }))

const readMessages = (rows: LoadedRow['unhandled'], key: SecretKey): StoredMessage[] =>
  (rows ?? []).map(([id, sequence, body, receivedAt]) => ({
    id: asId<'inbound'>(id),
    sequence: BigInt(sequence),
    text: open(key, places.inbound(id), Buffer.from(body, 'base64')).toString(),
    receivedAt: Temporal.Instant.from(receivedAt),
  }))

function readJourney(row: LoadedRow, keyring: Keyring): StoredJourney | undefined {
  if (!row.wrapped || !row.data || !row.state) return undefined
  const key = keyring.unwrap(row.participant_id, row.wrapped)
  return {
    journey: fromJson<Journey>(open(key, places.state(row.id), row.state).toString()),
    participant: fromJson<Participant>(open(key, places.participant(row.participant_id), row.data).toString()),
    session: row.session ? fromJson<Session>(open(key, places.session(row.id), row.session).toString()) : undefined,
    timers: readTimers(row.timers),
    unhandled: readMessages(row.unhandled, key),
    reference: row.reference,
    journal: { sequence: row.journal_sequence, hash: row.journal_hash },
  }
}

async function keyOf(db: Kysely<Database>, keyring: Keyring, participantId: string): Promise<SecretKey> {
  const row = await db
    .selectFrom('keys.subject_keys')
    .select('wrapped')
    .where('subject_id', '=', participantId)
    .executeTakeFirst()
  if (!row?.wrapped) throw new Error('the key of this participant was destroyed: nothing can be stored for them')
  return keyring.unwrap(participantId, row.wrapped)
}

const isReleased = (attendance: Attendance): boolean => ['moved', 'absent', 'cancelled'].includes(stageOf(attendance))

/** Attendances that this change adds to an agenda, and those whose place becomes free. */
function agendaChange({ before, journey }: JourneyChange): {
  booked: readonly Attendance[]
  released: readonly string[]
} {
  const known = new Set(before.journey?.attendances.map((attendance) => attendance.id))
  return {
    // One that was planned and moved again within the same turn never stood in an agenda.
    booked: journey.attendances.filter((attendance) => !known.has(attendance.id) && !isReleased(attendance)),
    released: journey.attendances
      .filter((attendance) => isReleased(attendance) && known.has(attendance.id))
      .map(({ id }) => id),
  }
}

/** An appointment keeps its local time and zone beside the instant: that is what was agreed, whatever becomes of summer time. */
const localStart = (attendance: Attendance, zone: string): string =>
  attendance.startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString()

const moments = (list: readonly Temporal.Instant[]): string[] => list.map((instant) => instant.toString())

/** Everything that one command changed, in one statement: state, journal, timers, outgoing rows and the list of tasks. */
const saveRow = (
  db: Kysely<Database>,
  change: JourneyChange,
  key: SecretKey,
  rows: readonly JournalRow[],
  zone: string,
) => {
  const { booked, released } = agendaChange(change)
  const { id, participantId } = change.journey
  const at = change.at.toString()
  const { add: timers, remove } = change.timers
  const { add: outgoing, cancel } = change.outgoing
  const opened = change.events.flatMap((event) => (event.type === 'task_opened' ? [event.task] : []))
  const closed = change.events.flatMap((event) => (event.type === 'task_closed' ? [event.key] : []))
  const session = change.session ? seal(key, places.session(id), toJson(change.session)) : null
  return statement<{ saved: number; booked: number }>`
    with saved as (
      update journeys set
        state = ${seal(key, places.state(id), toJson(change.journey))}, session = ${session}, status = ${change.journey.status},
        contract_id = ${change.journey.contractId}, journal_sequence = ${rows.at(-1)?.sequence ?? change.before.journal.sequence},
        journal_hash = ${rows.at(-1)?.hash ?? change.before.journal.hash}, updated_at = ${at}
      where id = ${id} and journal_sequence = ${change.before.journal.sequence} returning id
    ), journaled as (
      insert into journal (journey_id, sequence, at, actor_kind, actor_id, type, body, previous_hash, hash)
      select ${id}, r.sequence, ${at}, ${change.actor.kind}, ${change.actor.kind === 'staff' ? change.actor.id : null}, r.type, r.body, r.previous_hash, r.hash
      from unnest(${rows.map((row) => row.sequence)}::int[], ${rows.map((row) => row.type)}::text[], ${rows.map((row) => row.body)}::bytea[],
        ${rows.map((row) => row.previousHash)}::bytea[], ${rows.map((row) => row.hash)}::bytea[]) as r (sequence, type, body, previous_hash, hash)
    ), removed as (
      delete from timers where journey_id = ${id} and key = any(${[...remove]}::text[])
    ), timed as (
      insert into timers (journey_id, key, due_at, wake_at)
      select ${id}, t.key, t.due_at, t.due_at from unnest(${timers.map((timer) => timer.key)}::text[], ${moments(timers.map((timer) => timer.at))}::timestamptz[]) as t (key, due_at)
      on conflict (journey_id, key) do update set due_at = excluded.due_at, wake_at = excluded.wake_at
    ), cancelled as (
      update outgoing set status = 'cancelled', settled_at = ${at}
      where journey_id = ${id} and state_key = any(${[...cancel]}::text[]) and status = 'waiting'
    ), called_back as (
      -- On its way, or nobody knows: what became of it is looked up, but it is not sent again.
      update outgoing set not_after = least(not_after, ${at})
      where journey_id = ${id} and state_key = any(${[...cancel]}::text[]) and status in ('sending', 'unknown')
    ), sent as (
      insert into outgoing (id, journey_id, participant_id, key_id, subject, purpose, occurrence, state_key, kind, body, not_after, created_at)
      select o.id, ${id}, ${participantId}, ${participantId}, o.subject, o.purpose, o.occurrence, o.state_key, o.kind, o.body, o.not_after, ${at}
      from unnest(${outgoing.map((row) => row.id)}::uuid[], ${outgoing.map((row) => row.subject)}::text[], ${outgoing.map((row) => row.purpose)}::text[],
        ${outgoing.map((row) => row.occurrence)}::int[], ${outgoing.map((row) => row.stateKey ?? null)}::text[], ${outgoing.map((row) => row.body.kind)}::text[],
        ${outgoing.map((row) => seal(key, places.outgoing(row.id), toJson(row.body)))}::bytea[], ${outgoing.map((row) => row.notAfter?.toString() ?? null)}::timestamptz[])
        with ordinality as o (id, subject, purpose, occurrence, state_key, kind, body, not_after, n)
      order by o.n
      -- Wanted again after it was taken back (a mark was corrected twice, a pause): the same row, that may go again.
      on conflict (subject, purpose, occurrence) do update
        set status = case when outgoing.status = 'cancelled' then 'waiting' else outgoing.status end,
          settled_at = case when outgoing.status = 'cancelled' then null else outgoing.settled_at end, not_after = excluded.not_after
        where outgoing.status in ('cancelled', 'sending', 'unknown')
    ), handled as (
      update inbound i set handled_at = ${at}, outcome = h.outcome
      from unnest(${change.handled.map((message) => message.id)}::uuid[], ${change.handled.map((message) => message.outcome)}::text[]) as h (id, outcome)
      where i.id = h.id and i.handled_at is null
    ), released as (
      update appointments set released = true where attendance_id = any(${[...released]}::uuid[])
    ), booked as (
      insert into appointments (attendance_id, journey_id, coach_id, place_id, starts_at, ends_at, local_start, zone)
      select a.id, ${id}, a.coach_id, a.place_id, a.starts_at, a.ends_at, a.local_start, ${zone}
      from unnest(${booked.map((a) => a.id)}::uuid[], ${booked.map((a) => a.coachId)}::text[], ${booked.map((a) => a.placeId)}::text[],
        ${moments(booked.map((a) => a.startsAt))}::timestamptz[], ${moments(booked.map((a) => a.endsAt))}::timestamptz[],
        ${booked.map((a) => localStart(a, zone))}::timestamp[]) as a (id, coach_id, place_id, starts_at, ends_at, local_start)
      on conflict do nothing returning attendance_id
    ), opened as (
      insert into tasks (journey_id, key, kind, opened_at, due_at, why)
      select ${id}, t.key, t.kind, ${at}, t.due_at, t.why
      from unnest(${opened.map((task) => task.key)}::text[], ${opened.map((task) => task.kind)}::text[], ${moments(opened.map((task) => task.dueAt))}::timestamptz[],
        ${opened.map((task) => task.why)}::text[]) as t (key, kind, due_at, why)
      on conflict (journey_id, key) do nothing
    ), closed as (
      update tasks set closed_at = ${at} where journey_id = ${id} and key = any(${closed}::text[]) and closed_at is null
    )
    select (select count(*) from saved)::int as saved, (select count(*) from booked)::int as booked`(db)
}

const nameParts = (participant: Participant): string[] =>
  participant.name.full.split(/[\s,-]+/u).filter((part) => part.length > 1)

/** Key, participant and an empty journey, in one statement. */
const insertJourney = (db: Kysely<Database>, keyring: Keyring, key: SecretKey, journey: NewJourney) => {
  const { participant, participantId: id } = journey
  const names = nameParts(participant).map((part) => keyring.index('name', part))
  return statement<never>`
    with keyed as (
      insert into keys.subject_keys (subject_id, wrapped) values (${id}, ${keyring.wrap(id, key)})
    ), added as (
      insert into participants (id, contract_id, data, phone_index, client_number_index, email_index, name_index)
      values (${id}, ${journey.contractId}, ${seal(key, places.participant(id), toJson(participant))},
        ${participant.phone ? keyring.index('phone', participant.phone) : null}, ${keyring.index('client_number', participant.clientNumber)},
        ${participant.email ? keyring.index('email', participant.email) : null}, ${names}::bytea[])
    )
    insert into journeys (id, participant_id, contract_id, reference, status)
    values (${journey.journeyId}, ${id}, ${journey.contractId}, ${journey.reference}, 'open')`(db)
}

/** The journeys of participants, as `services` see them. */
export function createJourneys(db: Kysely<Database>, keyring: Keyring, zone: string): Journeys {
  const keys = new Map<string, SecretKey>()
  const load = async (id: Id<'journey'>): Promise<StoredJourney | undefined> => {
    const rows = await loadRow(db, id)
    const [row] = rows
    if (row?.wrapped) keys.set(row.participant_id, keyring.unwrap(row.participant_id, row.wrapped))
    return row && readJourney(row, keyring)
  }
  return {
    load,
    async begin(journey) {
      const key = newKey()
      keys.set(journey.participantId, key)
      await insertJourney(db, keyring, key, journey)
      return {
        journey: undefined,
        participant: journey.participant,
        session: undefined,
        timers: [],
        unhandled: [],
        reference: journey.reference,
        journal: { sequence: 0, hash: Buffer.alloc(0) },
      }
    },
    async save(change) {
      const { participantId, id } = change.journey
      const key = keys.get(participantId) ?? (await keyOf(db, keyring, participantId))
      const rows = journalRows(id, key, change)
      const answer = await saveRow(db, change, key, rows, zone)
      if (answer[0]?.saved !== 1) throw new Error('the journey changed under this transaction: the lock was not held')
      if (answer[0].booked !== agendaChange(change).booked.length) throw new SlotTaken('this slot was taken meanwhile')
    },
    async findOpen(contractId, clientNumber) {
      const index = keyring.index('client_number', clientNumber)
      // Two referrals of one person at the same moment: the second waits here, and then sees the journey of the first.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${contractId} ${index.toString('hex')}`}, 0))`.execute(
        db,
      )
      const row = await db
        .selectFrom('participants')
        .innerJoin('journeys', 'journeys.participant_id', 'participants.id')
        .select('journeys.id')
        .where('participants.contract_id', '=', contractId)
        .where('participants.client_number_index', '=', index)
        .where('journeys.status', '!=', 'ended')
        .executeTakeFirst()
      return row && asId<'journey'>(row.id)
    },
    async findByPhone(phone) {
      const rows = await db
        .selectFrom('participants')
        .innerJoin('journeys', 'journeys.participant_id', 'participants.id')
        .select(['participants.id as participant', 'journeys.id as journey', 'journeys.status'])
        .where('participants.phone_index', '=', keyring.index('phone', phone))
        .orderBy('journeys.sequence', 'desc')
        .execute()
      // Who comes back after an earlier journey has one that runs; only when none does, the ended ones count.
      const running = rows.filter((row) => row.status !== 'ended')
      return (running.length > 0 ? running : rows).map((row) => ({
        participantId: asId<'participant'>(row.participant),
        journeyId: asId<'journey'>(row.journey),
      }))
    },
  }
}
