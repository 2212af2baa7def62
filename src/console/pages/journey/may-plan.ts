import { currentAttendance, hadIntake, type Journey } from '#src/domain/journey/journey.ts'

/** Nothing lies ahead and nothing waits to be marked: then a person may plan. */
export const mayPlan = (journey: Journey): boolean =>
  journey.status !== 'ended' && !hadIntake(journey) && currentAttendance(journey) === undefined
