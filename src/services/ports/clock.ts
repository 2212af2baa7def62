import type { Temporal } from 'temporal-polyfill'

/** The only way to know what time it is. Virtual in tests, the demo and `play`. */
export interface Clock {
  now(): Temporal.Instant
}
