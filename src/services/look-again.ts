import { SlotTaken } from './ports/appointments.ts'

/** Somebody else books at the same moment seldom; more often than this something else is wrong, and the error is the answer. */
const mostTries = 8

/** Runs work that books a slot; when the slot was taken meanwhile nothing was stored, and it looks at the agenda again. */
export async function lookAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof SlotTaken) || tried >= mostTries) throw error
    }
  }
}
