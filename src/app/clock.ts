import { Temporal } from 'temporal-polyfill'
import type { Clock } from '#src/services/ports/clock.ts'

/** The wall clock, to the millisecond: what PostgreSQL and JSON keep of it is what was decided by. */
export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
}

/** A clock that stands still until it is told to move, and never goes back. */
export class VirtualClock implements Clock {
  #now: Temporal.Instant

  constructor(start: Temporal.Instant) {
    this.#now = start
  }

  now(): Temporal.Instant {
    return this.#now
  }

  moveTo(moment: Temporal.Instant): void {
    if (Temporal.Instant.compare(moment, this.#now) > 0) this.#now = moment
  }
}
