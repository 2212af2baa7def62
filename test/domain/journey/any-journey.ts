import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { system, type Actor } from '#src/domain/actor.ts'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import type { Slot } from '#src/domain/journey/attendance.ts'
import { askedInFlow, type Command } from '#src/domain/journey/command.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Timer } from '#src/domain/journey/timers.ts'
import { idOf } from './telling.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How far the clock goes before something is asked: often not at all, sometimes for months. */
const anyPause = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 15 * minute }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: day }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 * day }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 * day }) },
)

/** Which of the things that exist is meant, the newest first; a number too high means one that does not. */
const anyIndex = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 6 }) },
)

/** A request that is completed from the state it meets: the attendance, the message, the slot ahead of the clock. */
type Spec = (journey: Journey, now: Temporal.Instant, fresh: string) => Command

const attendanceAt = (journey: Journey, index: number) =>
  idOf<'attendance'>(journey.attendances.at(-1 - index)?.id ?? 'nobody')
const keyAt = (list: readonly { readonly key: string }[], index: number): string =>
  list.at(-1 - index)?.key ?? 'nothing'

const anySlot = fc.record({
  ahead: fc.integer({ min: -2 * day, max: 25 * day }).map((ms) => Math.floor(ms / (15 * minute)) * 15 * minute),
  minutes: fc.constantFrom(15, 60, 90, 240, 480),
})

const slotFrom = (now: Temporal.Instant, { ahead, minutes }: { ahead: number; minutes: number }): Slot => {
  const quarter = Math.floor(now.epochMilliseconds / (15 * minute)) * 15 * minute
  const startsAt = Temporal.Instant.fromEpochMilliseconds(quarter + ahead)
  return { startsAt, endsAt: startsAt.add({ minutes }), coachId: 'samira', placeId: 'centrum' }
}

const simple = (command: Command): fc.Arbitrary<Spec> => fc.constant(() => command)

const aboutAttendance = (make: (attendanceId: ReturnType<typeof attendanceAt>) => Command): fc.Arbitrary<Spec> =>
  anyIndex.map(
    (index): Spec =>
      (journey) =>
        make(attendanceAt(journey, index)),
  )

const anySpec: fc.Arbitrary<Spec> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(anySlot, fc.constantFrom('system' as const, 'staff' as const), fc.boolean())
      .map(([slot, by, again]): Spec => (journey, now, fresh) => ({
        type: 'plan_intake',
        slot: slotFrom(now, slot),
        how: 'test',
        by,
        attendanceId: again ? attendanceAt(journey, 0) : idOf<'attendance'>(fresh),
      })),
  },
  {
    weight: 3,
    arbitrary: anySlot.map((slot): Spec => (_, now, fresh) => ({
      type: 'pick_slot',
      slot: slotFrom(now, slot),
      attendanceId: idOf<'attendance'>(fresh),
    })),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(anyIndex, fc.boolean()).map(([index, came]): Spec => (journey) => ({
      type: 'mark_attendance',
      attendanceId: attendanceAt(journey, index),
      came,
    })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...absenceReasons).map((reason): Spec => () => ({ type: 'report_absence', reason })),
  },
  { weight: 3, arbitrary: simple({ type: 'hear_participant' }) },
  { weight: 2, arbitrary: simple({ type: 'confirm' }) },
  {
    weight: 2,
    arbitrary: fc
      .boolean()
      .map((again): Spec => ({ reach }) => ({ type: (reach === 'opted_out') === again ? 'opt_out' : 'opt_in' })),
  },
  {
    weight: 2,
    arbitrary: fc
      .boolean()
      .map((again): Spec => ({ status }) => ({ type: (status === 'paused') === again ? 'pause' : 'resume' })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('added' as const, 'replaced' as const, 'removed' as const), fc.boolean())
      .map(([change, isShared]): Spec => () => ({ type: 'change_phone', change, isShared })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('end' as const, 'withdraw_referral' as const).map((type): Spec => () => ({ type })),
  },
  { weight: 1, arbitrary: aboutAttendance((attendanceId) => ({ type: 'see_proof', attendanceId })) },
  {
    weight: 3,
    arbitrary: anyIndex.map((n): Spec => () => ({
      type: 'receive_proof',
      messageId: idOf<'inbound'>(`inbound-${String(n)}`),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(anyIndex, fc.boolean()).map(([index, valid]): Spec => (journey) => ({
      type: 'judge_absence',
      attendanceId: attendanceAt(journey, index),
      valid,
    })),
  },
  { weight: 2, arbitrary: aboutAttendance((attendanceId) => ({ type: 'log_contact', attendanceId })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...askedInFlow, 'held', 'absence_held', 'other_time') satisfies fc.Arbitrary<
          Extract<Command, { type: 'ask_person' }>['about']
        >,
        anyIndex,
      )
      .map(([about, n]): Spec => () => ({ type: 'ask_person', about, occurrence: `inbound-${String(n)}` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('reply' as const, 'correction' as const), anyIndex)
      .map(([about, n]): Spec => () => ({
        type: 'hear_consulent',
        about,
        occurrence: `mail-${String(n)}`,
      })),
  },
  {
    weight: 1,
    arbitrary: anyIndex.map((n): Spec => () => ({ type: 'hear_shared_number', occurrence: `inbound-${String(n)}` })),
  },
  {
    weight: 1,
    arbitrary: anyIndex.map((n): Spec => () => ({ type: 'hear_another', occurrence: `inbound-${String(n)}` })),
  },
  {
    weight: 1,
    arbitrary: anyIndex.map((index): Spec => (journey) => ({
      type: 'recognise_writer',
      key: keyAt(
        journey.tasks.filter(({ kind }) => kind === 'possible_reaction'),
        index,
      ),
    })),
  },
  {
    weight: 1,
    arbitrary: anyIndex.map((n): Spec => () => ({ type: 'raise_crisis', occurrence: `inbound-${String(n)}` })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -day, max: 10 * day }).map((ms): Spec => (_, now) => ({
      type: 'report_no_slot',
      how: 'geen plek',
      dueAt: now.add({ milliseconds: ms }),
    })),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(anyIndex, fc.constantFrom('sent' as const, 'delivered' as const, 'read' as const))
      .map(([index, evidence]): Spec => (journey, now) => ({
        type: 'record_evidence',
        key: keyAt(journey.messages, index),
        evidence,
        at: now,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anyIndex, fc.constantFrom('undeliverable' as const, 'expired' as const, 'rejected' as const))
      .map(([index, why]): Spec => (journey) => ({ type: 'record_failure', key: keyAt(journey.messages, index), why })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(anyIndex, fc.constantFrom('sent' as const, 'sent' as const, 'failed' as const, 'bounced' as const))
      .map(([index, outcome]): Spec => (journey, now) => ({
        type: 'record_notice',
        key: keyAt(journey.notices, index),
        outcome,
        at: now,
      })),
  },
  {
    weight: 2,
    arbitrary: anyIndex.map((index): Spec => (journey) => ({ type: 'close_task', key: keyAt(journey.tasks, index) })),
  },
)

/**
 * One thing that happens. `due`: timers whose moment has come fire, in order, all or only the first few: workers are late and queues are
 * lost. `again`: a timer that fired before, or was moved meanwhile, is fired once more.
 */
export type Move =
  | { readonly kind: 'command'; readonly pause: number; readonly spec: Spec }
  | { readonly kind: 'due'; readonly pause: number; readonly most: number }
  | { readonly kind: 'to_next'; readonly late: number }
  /** Everything that is wanted leaves, as the world has it. */
  | { readonly kind: 'carry'; readonly phone: 'sent' | 'delivered' | 'refused'; readonly post: 'sent' | 'failed' }
  /** The clock goes to the newest appointment, a quarter of an hour before its start or later. */
  | { readonly kind: 'to_start'; readonly after: number }
  | { readonly kind: 'again'; readonly pause: number; readonly index: number }

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('command' as const), pause: anyPause, spec: anySpec }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('due' as const),
      pause: anyPause,
      most: fc.constantFrom(1, 2, 50),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('to_next' as const),
      late: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 * day }) },
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('carry' as const),
      phone: fc.constantFrom('sent' as const, 'delivered' as const, 'delivered' as const, 'refused' as const),
      post: fc.constantFrom('sent' as const, 'sent' as const, 'sent' as const, 'failed' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('to_start' as const),
      after: fc.integer({ min: -15 * minute, max: 3 * hour }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('again' as const),
      pause: anyPause,
      index: fc.integer({ min: 0, max: 30 }),
    }),
  },
)

export interface AnyJourney {
  readonly contractId: string
  readonly received: Temporal.Instant
  readonly acceptedAfter: number
  readonly raisedRisk: boolean
  readonly reach: 'phone' | 'none'
  /** Where the first appointment lies, when one is planned at once. */
  readonly first: { readonly ahead: number; readonly minutes: number } | undefined
  readonly moves: readonly Move[]
}

export const anyJourney = (contractIds: readonly string[]): fc.Arbitrary<AnyJourney> =>
  fc.record({
    contractId: fc.constantFrom(...contractIds),
    received: fc
      .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 5, 1) })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)),
    acceptedAfter: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 20 * day }) },
    ),
    raisedRisk: fc.boolean(),
    reach: fc.constantFrom('phone' as const, 'phone' as const, 'none' as const),
    first: fc.option(
      fc.record({ ahead: fc.integer({ min: 0, max: 20 * day }), minutes: fc.constantFrom(30, 60, 240) }),
      { nil: undefined },
    ),
    moves: fc.array(anyMove, { minLength: 5, maxLength: 30, size: 'max' }),
  })

/** The commands with which every journey of this kind begins. */
export function opening(journey: AnyJourney, now: Temporal.Instant): Command[] {
  const { contractId, received, raisedRisk, reach, first } = journey
  return [
    {
      type: 'accept_referral',
      journeyId: idOf('journey'),
      participantId: idOf('participant'),
      contractId,
      contractHash: 'hash',
      receivedAt: received,
      raisedRisk,
      reach,
    },
    ...(first
      ? [
          {
            type: 'plan_intake',
            slot: slotFrom(now, first),
            how: 'test',
            by: 'system',
            attendanceId: idOf<'attendance'>('first'),
          } as const,
        ]
      : []),
  ]
}

export const actorOf = (command: Command): Actor =>
  command.type === 'mark_attendance' || command.type === 'log_contact' ? { kind: 'staff', id: 'coach' } : system

export const firing = ({ key, at }: Timer): Command => ({ type: 'fire_timer', key, at })
