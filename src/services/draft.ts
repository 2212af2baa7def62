import type { Temporal } from 'temporal-polyfill'
import { readSession } from '#src/conversation/session-json.ts'
import type { Session } from '#src/conversation/session.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Command } from '#src/domain/journey/command.ts'
import { decide, fold } from '#src/domain/journey/decide.ts'
import type { Decision } from '#src/domain/journey/decision.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { wantedTimers, type Timer } from '#src/domain/journey/timers.ts'
import type { Participant } from '#src/domain/participant.ts'
import type { Before, HandledMessage } from './ports/journeys.ts'
import type { NewOutgoing } from './ports/outgoing.ts'

/** A change to one journey while it is being made: nothing is stored before it is finished. */
export interface Draft {
  readonly before: Before
  readonly journey: Journey | undefined
  readonly session: Session | undefined
  readonly events: readonly JourneyEvent[]
  /** Answers to what the participant wrote; what the journey itself wants is found when the draft is finished. */
  readonly answers: readonly NewOutgoing[]
  readonly handled: readonly HandledMessage[]
  /** The participant of `before` has another number than is stored: that is stored with it, and what waits for the old number is taken back. */
  readonly renumbered?: true
}

/** In whose name, when, and by which rules a draft is made. */
export interface DraftContext {
  readonly rules: Rules
  readonly actor: Actor
  readonly now: Temporal.Instant
}

export const draftOf = (before: Before): Draft => ({
  before,
  journey: before.journey,
  session: before.session && readSession(before.session),
  events: [],
  answers: [],
  handled: [],
})

/** The draft of a journey of which nothing is stored yet, nor of its participant. */
export const beginningOf = (participant: Participant, reference: string): Draft =>
  draftOf({
    journey: undefined,
    participant,
    session: undefined,
    timers: [],
    unhandled: [],
    reference,
    journal: { sequence: 0, hash: Buffer.alloc(0) },
  })

export interface Applied {
  readonly draft: Draft
  readonly decision: Decision
}

export function apply(draft: Draft, command: Command, context: DraftContext): Applied {
  const decision = decide(draft.journey, command, context)
  if (decision.kind === 'refused' || decision.events.length === 0) return { draft, decision }
  return {
    draft: { ...draft, journey: fold(draft.journey, decision.events), events: [...draft.events, ...decision.events] },
    decision,
  }
}

/** A state may want something that is due at once; more of these in one go than this is a mistake in the rules, not work. */
const mostAtOnce = 20

/** A draft in which nothing is due any more, with the timers that its state wants. */
export interface Rested {
  readonly draft: Draft
  readonly timers: readonly Timer[]
}

/** Fires what the new state wants at this very moment, so that an invitation need not wait for the next round of the relay. */
export function fireDue(draft: Draft, context: DraftContext): Rested {
  let current = draft
  let timers = timersOf(current, context)
  for (let n = 0; n < mostAtOnce; n++) {
    const due = timers.find((timer) => timer.at.epochMilliseconds <= context.now.epochMilliseconds)
    if (!due) break
    const next = apply(current, { type: 'fire_timer', key: due.key, at: due.at }, context).draft
    if (next === current) break
    current = next
    timers = timersOf(current, context)
  }
  return { draft: current, timers }
}

const timersOf = ({ journey }: Draft, { rules }: DraftContext): readonly Timer[] =>
  journey ? wantedTimers(journey, rules) : []
