import type { Temporal } from 'temporal-polyfill'
import { currentAttendance, hadIntake, type Journey } from '#src/domain/journey/journey.ts'
import { isPast } from '../../words/moment.ts'
import type { Outcome } from '../../words/outcome.ts'

/** Nothing lies ahead and nothing waits to be marked: then a person may plan. */
export const mayPlan = (journey: Journey): boolean =>
  journey.status !== 'ended' && !hadIntake(journey) && currentAttendance(journey) === undefined

/** Why a person may not plan now. */
export function whyNotPlan(journey: Journey, now: Temporal.Instant): Outcome {
  if (journey.status === 'ended') return 'niet-open'
  if (hadIntake(journey)) return 'intake-geweest'
  const current = currentAttendance(journey)
  return current && isPast(current.startsAt, now) ? 'eerst-invullen' : 'afspraak-komt'
}
