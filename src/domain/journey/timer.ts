import type { Temporal } from 'temporal-polyfill'

/** A stored wake-up. It acts only if the same key and moment are still wanted by the state as it then is (promise 3). */
export interface Timer {
  readonly key: string
  readonly at: Temporal.Instant
}

export type TimerKind =
  | 'invite'
  | 'remind'
  | 'day_before'
  | 'ask_coach'
  | 'ask_coordinator'
  | 'attendance_unknown'
  | 'follow_up'
  | 'no_show_notice'
  | 'correction'
  | 'expire'
  | 'presume'
  | 'task_half'
  | 'task_due'
  | 'proof'
  | 'erase_photo'
  | 'plan_again'
  | 'term'

/** `<kind>.<what it is about>`: a kind has no dot in it. */
export const timerKey = (kind: TimerKind, about: string): string => `${kind}.${about}`

export function splitTimerKey(key: string): { kind: TimerKind; about: string } {
  const dot = key.indexOf('.')
  return { kind: key.slice(0, dot) as TimerKind, about: key.slice(dot + 1) } // keys come from timerKey, through our own table
}

export const timer = (kind: TimerKind, about: string, at: Temporal.Instant): Timer => ({
  key: timerKey(kind, about),
  at,
})
