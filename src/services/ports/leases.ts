import type { Temporal } from 'temporal-polyfill'

/** Any number of workers may run; a relay or a mailbox reader works only while it holds the lease of that name. */
export interface Leases {
  take(name: string, owner: string, now: Temporal.Instant, seconds: number): Promise<boolean>
  giveUp(name: string, owner: string): Promise<void>
}
