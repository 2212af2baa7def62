import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../actor.ts'
import type { JourneyEvent } from './event.ts'
import type { Journey } from './journey.ts'
import type { Rules } from './rules.ts'

/** What decide answers: what happened, or why it may not. A refusal is an outcome, not an error. */
export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly JourneyEvent[] }
  | { readonly kind: 'refused'; readonly why: Refusal }

export type Refusal = 'no_appointment' | 'not_open' | 'not_over' | 'unknown' | 'already'

export const accepted = (...events: readonly JourneyEvent[]): Decision => ({ kind: 'accepted', events })
export const nothing: Decision = { kind: 'accepted', events: [] }
export const refused = (why: Refusal): Decision => ({ kind: 'refused', why })

/** What a command is decided in: the state before, the rules, who asks, and the moment. No clock is read. */
export interface Situation {
  readonly journey: Journey
  readonly rules: Rules
  readonly actor: Actor
  readonly now: Temporal.Instant
}
