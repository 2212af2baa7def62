import type { Temporal } from 'temporal-polyfill'
import type { Id } from '#src/domain/values/id.ts'

export interface DueTimer {
  readonly journeyId: Id<'journey'>
  readonly key: string
  readonly at: Temporal.Instant
}

export interface Timers {
  /** Timers whose moment has come and that nobody was handed in the last `leaseSeconds`. */
  due(now: Temporal.Instant, leaseSeconds: number, limit: number): Promise<readonly DueTimer[]>
  /** The first moment after this one at which any timer is due; absent when there is none. What is due by now is being done. */
  next(after: Temporal.Instant): Promise<Temporal.Instant | undefined>
  /** Gives back what was handed out, so that it is due again at once: after the queue was lost. */
  release(): Promise<void>
  /** Takes a timer away that its journey does not want any more, or that belongs to no journey. */
  drop(timer: DueTimer): Promise<void>
}
