import type { Temporal } from 'temporal-polyfill'
import type { Slot } from '#src/domain/journey/attendance.ts'
import type { Booked } from '#src/domain/planning/availability.ts'

export interface Appointments {
  /** What stands in the coaches' agendas between two moments. */
  booked(from: Temporal.Instant, to: Temporal.Instant): Promise<readonly Booked[]>
  /**
   * Whether no other transaction of this process is about to book this slot; then none will while this one runs, if it asks first. One
   * of another process may: who saves last then hears `SlotTaken`.
   */
  hold(slot: Slot): boolean
}

/** The slot was taken between looking and booking; the transaction is rolled back and the verb looks again. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken'
}
