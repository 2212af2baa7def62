import { stageOf, type Attendance } from './attendance.ts'
import type { Command } from './command.ts'
import { accepted, nothing, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import type { Journey } from './journey.ts'
import { isBefore, workdaysAfter } from './moments.ts'
import { openTask } from './open-task.ts'

const isAhead = (attendance: Attendance, { now }: Situation): boolean =>
  stageOf(attendance) === 'planned' && isBefore(now, attendance.startsAt)

/** Whether the participant may know of this appointment, and would come in vain. */
const mayKnow = (attendance: Attendance, { messages }: Journey): boolean =>
  attendance.chosenBy === 'participant' ||
  messages.some(({ attendanceId, sentAt, evidence }) => attendanceId === attendance.id && (sentAt ?? evidence))

/** The bot says nothing more in a journey that has ended, so a person tells who was invited that it is off. */
const tellCancelled = (situation: Situation, attendance: Attendance, reason: string): readonly JourneyEvent[] =>
  mayKnow(attendance, situation.journey)
    ? openTask(situation.journey, {
        kind: 'tell_cancelled',
        about: attendance.id,
        why: `${reason} en de afspraak gaat niet door, maar de deelnemer weet van de afspraak. Bel de deelnemer.`,
        now: situation.now,
        dueAt: isBefore(workdaysAfter(situation.now, 1, situation.rules), attendance.startsAt)
          ? workdaysAfter(situation.now, 1, situation.rules)
          : attendance.startsAt,
        attendanceId: attendance.id,
      })
    : []

/** Nobody is expected any more: the place in the agenda becomes free. `reason` begins a sentence in Dutch, for who tells it. */
export const cancelAhead = (situation: Situation, reason: string): readonly JourneyEvent[] =>
  situation.journey.attendances
    .filter((attendance) => isAhead(attendance, situation))
    .flatMap((attendance) => [
      { type: 'appointment_cancelled', attendanceId: attendance.id, cancelledAt: situation.now },
      ...tellCancelled(situation, attendance, reason),
    ])

type StatusChange = Extract<Command['type'], 'pause' | 'resume' | 'end' | 'withdraw_referral'>

/** A journey pauses, goes on, or ends; asking for what is already so changes nothing. */
export function changeStatus(situation: Situation, type: StatusChange): Decision {
  const { status } = situation.journey
  switch (type) {
    case 'pause':
      return status === 'open' ? accepted({ type: 'journey_paused' }) : nothing
    case 'resume':
      return status === 'paused' ? accepted({ type: 'journey_resumed' }) : nothing
    case 'end':
      return status === 'ended'
        ? nothing
        : accepted(...cancelAhead(situation, 'Het traject is gestopt'), { type: 'journey_ended' })
    case 'withdraw_referral':
      return status === 'ended'
        ? nothing
        : accepted(...cancelAhead(situation, 'Het traject is gestopt'), { type: 'referral_withdrawn' })
  }
}
