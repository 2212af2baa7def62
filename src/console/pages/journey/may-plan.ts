import type { Temporal } from 'temporal-polyfill'
import type { Attendance } from '#src/domain/journey/attendance.ts'
import { currentAttendance, hadIntake, type Journey } from '#src/domain/journey/journey.ts'
import { doubts } from '#src/domain/journey/replies.ts'
import { isPast } from '../../words/moment.ts'
import type { Outcome } from '../../words/outcome.ts'

/** Nothing lies ahead and nothing waits to be marked: then a person may plan. */
export const mayPlan = (journey: Journey): boolean =>
  journey.status !== 'ended' && !hadIntake(journey) && currentAttendance(journey) === undefined

/** The appointment that still stands, and of which the participant said that they want another one, or cannot come then. */
export function toReplace(journey: Journey, now: Temporal.Instant): Attendance | undefined {
  const current = currentAttendance(journey)
  if (!current || journey.status === 'ended' || isPast(current.startsAt, now)) return undefined
  return doubts(journey, current).length > 0 ? current : undefined
}

/** Why a person may not plan now. */
export function whyNotPlan(journey: Journey, now: Temporal.Instant): Outcome {
  if (journey.status === 'ended') return 'niet-open'
  if (hadIntake(journey)) return 'intake-geweest'
  const current = currentAttendance(journey)
  return current && isPast(current.startsAt, now) ? 'eerst-invullen' : 'afspraak-komt'
}
