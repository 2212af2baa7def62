import { stageOf, type Attendance } from './attendance.ts'
import type { Situation } from './decision.ts'
import { isBefore } from './moments.ts'

const isMissed = (attendance: Attendance, { now }: Situation): boolean => {
  const stage = stageOf(attendance)
  return stage === 'no_show' || (stage === 'planned' && !isBefore(now, attendance.startsAt))
}

/**
 * The appointment that a message or a talk now is a reaction to: one that was missed, or has begun and was not marked yet. Who writes
 * 'I overslept' before the coach fills in the list did react.
 */
export const awaitsReaction = (situation: Situation): Attendance | undefined =>
  situation.journey.attendances.findLast((attendance) => !attendance.reactedAt && isMissed(attendance, situation))
