import type { Temporal } from 'temporal-polyfill'
import { systemClock } from '#src/app/clock.ts'
import type { Clock } from '#src/services/ports/clock.ts'

/** Runs as the wall clock does, from another moment on; can be moved on, never back. */
export interface MovedClock extends Clock {
  moveTo(moment: Temporal.Instant): void
  /** How far it is from the wall clock, for a program that is started beside us. */
  aheadMs(): number
}

export function movedClock(start: Temporal.Instant): MovedClock {
  let aheadMs = start.epochMilliseconds - systemClock.now().epochMilliseconds
  const now = (): Temporal.Instant => systemClock.now().add({ milliseconds: aheadMs })
  return {
    now,
    moveTo(moment) {
      aheadMs += Math.max(0, moment.epochMilliseconds - now().epochMilliseconds)
    },
    aheadMs: () => aheadMs,
  }
}
