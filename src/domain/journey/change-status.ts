import { stageOf, type Attendance } from './attendance.ts'
import type { Command } from './command.ts'
import { accepted, nothing, type Decision, type Situation } from './decision.ts'
import type { JourneyEvent } from './event.ts'
import { isBefore } from './moments.ts'

const isAhead = (attendance: Attendance, { now }: Situation): boolean =>
  stageOf(attendance) === 'planned' && isBefore(now, attendance.startsAt)

/** Nobody is expected any more: the place in the agenda becomes free. Who knew of the appointment is told of it (`tellCancelled`). */
export const cancelAhead = (situation: Situation): readonly JourneyEvent[] =>
  situation.journey.attendances
    .filter((attendance) => isAhead(attendance, situation))
    .map((attendance) => ({
      type: 'appointment_cancelled',
      attendanceId: attendance.id,
      cancelledAt: situation.now,
    }))

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
      return status === 'ended' ? nothing : accepted(...cancelAhead(situation), { type: 'journey_ended' })
    case 'withdraw_referral':
      return status === 'ended' ? nothing : accepted(...cancelAhead(situation), { type: 'referral_withdrawn' })
  }
}
