import type { Temporal } from 'temporal-polyfill'
import type { Booked } from '#src/domain/planning/availability.ts'

export interface Appointments {
  /** What stands in the coaches' agendas between two moments. */
  booked(from: Temporal.Instant, to: Temporal.Instant): Promise<readonly Booked[]>
}

/** The slot was taken between looking and booking; the transaction is rolled back and the verb looks again. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken'
}
