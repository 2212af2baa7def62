import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { stageOf, type Attendance } from '#src/domain/journey/attendance.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import { heldPhotos } from '#src/domain/journey/proof-photo.ts'
import type { Participant } from '#src/domain/participant.ts'
import { toJson } from '#src/domain/values/instant-json.ts'
import type { JourneyChange } from '#src/services/ports/journeys.ts'
import { seal, type SecretKey } from './encryption.ts'
import { journalRows } from './journal.ts'
import { isoOf } from './instants.ts'
import type { Keyring } from './keyring.ts'
import { erasingPhotos } from './proof-photos.ts'
import { places } from './sealed-places.ts'
import { changeOf, type Fragment, fragment } from './statement.ts'
import type { Database } from './tables/database.ts'

export interface WriteWith {
  /** Of the participant; with the first change of a journey a new one. */
  readonly key: SecretKey
  readonly keyring: Keyring
  /** The time zone in which appointments are agreed. */
  readonly zone: string
}

/**
 * Writes everything that one command changed in one statement, of only the steps that this change needs: each step costs the database
 * something even when it has nothing to do. A list of keys stands behind a select of its own: of one that it sees, the server takes a plan
 * made for just that list to pay, and plans each time. Somebody else may have the place in the agenda: then the transaction fails (`isSlotTaken`).
 */
export async function writeChange(db: Kysely<Database>, change: JourneyChange, using: WriteWith): Promise<void> {
  const agenda = agendaChange(change)
  const journal = journalRows(change.journey.id, using.key, change)
  const head = journal.at(-1) ?? change.before.journal
  const steps = [
    ...(isBeginning(change) ? beginning(change, head, using) : updating(change, head, using.key)),
    ...journaling(change, journal),
    ...timing(change),
    ...renumbering(change, using),
    ...withdrawing(change),
    ...sending(change, using.key),
    ...handling(change),
    ...erasingPhotos(unkept(change), isoOf(change.at)),
    ...releasing(agenda.released),
    ...booking(change, agenda.booked, using.zone),
    ...changingTasks(change),
  ]
  await changeOf(steps, isWhole(change))(db)
}

/** The journey was as it was read, and of the messages that it was read with none was handled meanwhile. */
const isWhole = ({ handled }: JourneyChange): Fragment =>
  handled.length === 0
    ? fragment`select found_once(count(*)) from saved`
    : fragment`select found_once(case when (select count(*) from handled) = ${handled.length} then count(*) else 0 end) from saved`

/** The first change of a journey makes the participant too, with their key. */
export const isBeginning = ({ before }: JourneyChange): boolean => before.journey === undefined

interface Head {
  readonly sequence: number
  readonly hash: Uint8Array
}

const sealedState = ({ journey, session }: JourneyChange, key: SecretKey) => ({
  state: seal(key, places.state(journey.id), toJson(journey)),
  session: session ? seal(key, places.session(journey.id), toJson(session)) : null,
})

const nameParts = (participant: Participant): string[] =>
  participant.name.full.split(/[\s,-]+/u).filter((part) => part.length > 1)

function beginning(change: JourneyChange, head: Head, { key, keyring }: WriteWith): Fragment[] {
  const { id, participantId, contractId, status } = change.journey
  const { participant, reference } = change.before
  const { state, session } = sealedState(change, key)
  const data = seal(key, places.participant(participantId), toJson(participant))
  const phone = participant.phone ? keyring.index('phone', participant.phone) : null
  const email = participant.email ? keyring.index('email', participant.email) : null
  const clientNumber = keyring.index('client_number', participant.clientNumber)
  const names = nameParts(participant).map((part) => keyring.index('name', part))
  return [
    fragment`keyed as (
      insert into keys.subject_keys (subject_id, wrapped) values (${participantId}, ${keyring.wrap(participantId, key)})
    )`,
    fragment`added as (
      insert into participants (id, contract_id, data, phone_index, client_number_index, email_index, name_index)
      values (${participantId}, ${contractId}, ${data}, ${phone}, ${clientNumber}, ${email}, ${names})
    )`,
    fragment`saved as (
      insert into journeys (id, participant_id, contract_id, reference, status, state, session, journal_sequence, journal_hash, updated_at)
      values (${id}, ${participantId}, ${contractId}, ${reference}, ${status}, ${state}, ${session}, ${head.sequence}, ${head.hash},
        ${isoOf(change.at)})
      returning id
    )`,
  ]
}

function updating(change: JourneyChange, head: Head, key: SecretKey): Fragment[] {
  const { id, contractId, status } = change.journey
  const { state, session } = sealedState(change, key)
  return [
    fragment`saved as (
      update journeys set state = ${state}, session = ${session}, status = ${status}, contract_id = ${contractId},
        journal_sequence = ${head.sequence}, journal_hash = ${head.hash}, updated_at = ${isoOf(change.at)}
      where id = ${id} and journal_sequence = ${change.before.journal.sequence} returning id
    )`,
  ]
}

function journaling({ journey, at, actor }: JourneyChange, rows: ReturnType<typeof journalRows>): Fragment[] {
  if (rows.length === 0) return []
  return [
    fragment`journaled as (
      insert into journal (journey_id, sequence, at, actor_kind, actor_id, type, body, previous_hash, hash)
      select ${journey.id}, r.sequence, ${isoOf(at)}, ${actor.kind}, ${actor.kind === 'staff' ? actor.id : null}, r.type, r.body,
        r.previous_hash, r.hash
      from unnest(${rows.map((row) => row.sequence)}::int[], ${rows.map((row) => row.type)}::text[],
        ${rows.map((row) => row.body)}::bytea[], ${rows.map((row) => row.previousHash)}::bytea[],
        ${rows.map((row) => row.hash)}::bytea[]) as r (sequence, type, body, previous_hash, hash)
    )`,
  ]
}

function timing({ journey: { id }, timers: { add, remove } }: JourneyChange): Fragment[] {
  const removed = fragment`removed as (
    delete from timers where journey_id = ${id} and key = any((select ${[...remove]}::text[])::text[])
  )`
  const timed = fragment`timed as (
    insert into timers (journey_id, key, due_at, wake_at)
    select ${id}, t.key, t.due_at, t.due_at
    from unnest(${add.map(({ key }) => key)}::text[], ${moments(add.map((timer) => timer.at))}::timestamptz[]) as t (key, due_at)
    on conflict (journey_id, key) do update set due_at = excluded.due_at, wake_at = excluded.wake_at
  )`
  return [...(remove.length > 0 ? [removed] : []), ...(add.length > 0 ? [timed] : [])]
}

function withdrawing({ journey: { id }, at, outgoing: { cancel } }: JourneyChange): Fragment[] {
  if (cancel.length === 0) return []
  return [
    fragment`cancelled as (
      update outgoing set status = 'cancelled', settled_at = ${isoOf(at)}
      where journey_id = ${id} and state_key = any((select ${[...cancel]}::text[])::text[]) and status = 'waiting'
    )`,
    // On its way, or nobody knows: what became of it is looked up, but it is not sent again.
    fragment`called_back as (
      update outgoing set not_after = least(not_after, ${isoOf(at)})
      where journey_id = ${id} and state_key = any((select ${[...cancel]}::text[])::text[]) and status in ('sending', 'unknown')
    )`,
  ]
}

/** Answers wait without a key of the state, and are taken back too. What this same change adds is not seen by it, and goes. */
function renumbering({ before, journey, at, renumbered }: JourneyChange, { key, keyring }: WriteWith): Fragment[] {
  if (!renumbered) return []
  const { participant } = before
  const data = seal(key, places.participant(journey.participantId), toJson(participant))
  const phone = participant.phone ? keyring.index('phone', participant.phone) : null
  return [
    fragment`renumbered as (
      update participants set data = ${data}, phone_index = ${phone} where id = ${journey.participantId}
    )`,
    fragment`silenced as (
      update outgoing set status = case when status = 'waiting' then 'cancelled' else status end,
        settled_at = case when status = 'waiting' then ${isoOf(at)}::timestamptz else settled_at end,
        not_after = case when status = 'waiting' then not_after else least(not_after, ${isoOf(at)}::timestamptz) end
      where journey_id = ${journey.id} and kind = 'message' and status in ('waiting', 'sending', 'unknown')
    )`,
  ]
}

/** Wanted again after it was taken back (a mark was corrected twice, a pause): the same row, that may go again. */
function sending({ journey, at, outgoing: { add } }: JourneyChange, key: SecretKey): Fragment[] {
  if (add.length === 0) return []
  const bodies = add.map((row) => seal(key, places.outgoing(row.id), toJson(row.body)))
  return [
    fragment`sent as (
      insert into outgoing (id, journey_id, participant_id, key_id, subject, purpose, occurrence, state_key, kind, body, not_after, created_at)
      select o.id, ${journey.id}, ${journey.participantId}, ${journey.participantId}, o.subject, o.purpose, o.occurrence, o.state_key,
        o.kind, o.body, o.not_after, ${isoOf(at)}
      from unnest(${add.map((row) => row.id)}::uuid[], ${add.map((row) => row.subject)}::text[],
        ${add.map((row) => row.purpose)}::text[], ${add.map((row) => row.occurrence)}::int[],
        ${add.map((row) => row.stateKey ?? null)}::text[], ${add.map((row) => row.body.kind)}::text[], ${bodies}::bytea[],
        ${add.map((row) => (row.notAfter ? isoOf(row.notAfter) : null))}::timestamptz[])
        with ordinality as o (id, subject, purpose, occurrence, state_key, kind, body, not_after, n)
      order by o.n
      on conflict (subject, purpose, occurrence) do update
        set status = case when outgoing.status = 'cancelled' then 'waiting' else outgoing.status end,
          settled_at = case when outgoing.status = 'cancelled' then null else outgoing.settled_at end, not_after = excluded.not_after
        where outgoing.status in ('cancelled', 'sending', 'unknown')
    )`,
  ]
}

function handling({ handled, at }: JourneyChange): Fragment[] {
  if (handled.length === 0) return []
  return [
    fragment`handled as (
      update inbound i set handled_at = ${isoOf(at)}, outcome = h.outcome
      from unnest(${handled.map(({ id }) => id)}::uuid[], ${handled.map(({ outcome }) => outcome)}::text[]) as h (id, outcome)
      where i.id = h.id and i.handled_at is null returning i.id
    )`,
  ]
}

/** Photos that came in, or were kept, and are not among those that the journey keeps now. */
function unkept({ before, journey, handled }: JourneyChange): string[] {
  const kept = new Set<string>(heldPhotos(journey).map(({ id }) => id))
  const done = new Set<string>(handled.map(({ id }) => id))
  const came = before.unhandled.filter(({ id, hasPhoto }) => hasPhoto && done.has(id))
  const had = before.journey ? heldPhotos(before.journey) : []
  return [...had, ...came].flatMap(({ id }) => (kept.has(id) ? [] : [id]))
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

const releasing = (released: readonly string[]): Fragment[] =>
  released.length === 0
    ? []
    : [
        fragment`released as (
          update appointments set released = true where attendance_id = any((select ${[...released]}::uuid[])::uuid[])
        )`,
      ]

/** An appointment keeps its local time and zone beside the instant: that is what was agreed, whatever becomes of summer time. */
const localStart = (attendance: Attendance, zone: string): string =>
  attendance.startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString()

const booking = ({ journey: { id } }: JourneyChange, booked: readonly Attendance[], zone: string): Fragment[] =>
  booked.length === 0
    ? []
    : [
        fragment`booked as (
          insert into appointments (attendance_id, journey_id, coach_id, place_id, starts_at, ends_at, local_start, zone)
          select a.id, ${id}, a.coach_id, a.place_id, a.starts_at, a.ends_at, a.local_start, ${zone}
          from unnest(${booked.map((a) => a.id)}::uuid[], ${booked.map((a) => a.coachId)}::text[], ${booked.map((a) => a.placeId)}::text[],
            ${moments(booked.map((a) => a.startsAt))}::timestamptz[], ${moments(booked.map((a) => a.endsAt))}::timestamptz[],
            ${booked.map((a) => localStart(a, zone))}::timestamp[]) as a (id, coach_id, place_id, starts_at, ends_at, local_start)
        )`,
      ]

const tasksOpened = (events: readonly JourneyEvent[]) =>
  events.flatMap((event) => (event.type === 'task_opened' ? [event.task] : []))

const tasksClosed = (events: readonly JourneyEvent[]) =>
  events.flatMap((event) => (event.type === 'task_closed' ? [event.key] : []))

/** One that was opened and closed in one turn (two replies that were handled together) is written closed: no step sees what another wrote. */
function changingTasks({ journey: { id, tasks }, events, at }: JourneyChange): Fragment[] {
  const opened = tasksOpened(events)
  const closed = new Set(tasksClosed(events))
  const both = opened.map(({ key }) => (closed.has(key) ? isoOf(at) : null))
  // All that are closed and not only these: a row that stayed open by mistake is closed with the next change.
  const earlier =
    closed.size > 0 || opened.length > 0
      ? tasks.filter(({ key, closedAt }) => closedAt && !opened.some((task) => task.key === key)).map(({ key }) => key)
      : []
  const adding = fragment`opened as (
    insert into tasks (journey_id, key, kind, opened_at, due_at, why, closed_at)
    select ${id}, t.key, t.kind, ${isoOf(at)}, t.due_at, t.why, t.closed_at
    from unnest(${opened.map((task) => task.key)}::text[], ${opened.map((task) => task.kind)}::text[],
      ${moments(opened.map((task) => task.dueAt))}::timestamptz[], ${opened.map((task) => task.why)}::text[], ${both}::timestamptz[])
      as t (key, kind, due_at, why, closed_at)
    on conflict (journey_id, key) do nothing
  )`
  const closing = fragment`closed as (
    update tasks set closed_at = ${isoOf(at)} where journey_id = ${id} and key = any((select ${earlier}::text[])::text[]) and closed_at is null
  )`
  return [...(opened.length > 0 ? [adding] : []), ...(earlier.length > 0 ? [closing] : [])]
}

const moments = (list: readonly Temporal.Instant[]): string[] => list.map(isoOf)
