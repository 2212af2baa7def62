import type { Temporal } from 'temporal-polyfill'
import type { Command } from '#src/domain/journey/command.ts'
import { decide, fold } from '#src/domain/journey/decide.ts'
import type { Decision } from '#src/domain/journey/decision.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { wantedTimers, type Timer } from '#src/domain/journey/timers.ts'
import { wanted } from '#src/domain/journey/wanted.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import { actorOf, firing, opening, type AnyJourney, type Move } from './any-journey.ts'
import { rulesOf } from './rules.ts'

/** One command in a life: what stood before, what was decided, and what stands after. */
export interface Step {
  readonly before: Journey | undefined
  readonly command: Command
  readonly decision: Decision
  readonly after: Journey
  readonly rules: Rules
  readonly now: Temporal.Instant
  /** Everything that has happened, this step included. */
  readonly events: readonly JourneyEvent[]
}

interface Life {
  journey: Journey | undefined
  now: Temporal.Instant
  readonly events: JourneyEvent[]
  readonly fired: Timer[]
  fresh: number
}

const earliest = (timers: readonly Timer[]): Timer[] =>
  timers.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)

const isDue = (timer: Timer, now: Temporal.Instant): boolean => timer.at.epochMilliseconds <= now.epochMilliseconds

/** Lives a journey: state and events go through JSON at every step, as they do between turns. */
export function live(any: AnyJourney, look: (step: Step) => void): void {
  const rules = rulesOf(any.contractId)
  const life: Life = {
    journey: undefined,
    now: any.received.add({ milliseconds: any.acceptedAfter }),
    events: [],
    fired: [],
    fresh: 0,
  }

  const take = (command: Command): void => {
    const { journey: before, now } = life
    const decision = decide(before, command, { rules, actor: actorOf(command), now })
    if (decision.kind === 'accepted') {
      life.events.push(...decision.events)
      life.journey = fromJson<Journey>(toJson(fold(before, decision.events)))
    }
    if (!life.journey) throw new Error('the first command was refused')
    look({ before, command, decision, after: life.journey, rules, now, events: life.events })
  }

  const fire = (timer: Timer): void => {
    life.fired.push(timer)
    take(firing(timer))
  }

  const move = (next: Move, journey: Journey): void => {
    switch (next.kind) {
      case 'command':
        life.now = life.now.add({ milliseconds: next.pause })
        life.fresh += 1
        return take(next.spec(journey, life.now, `fresh-${String(life.fresh)}`))
      case 'due': {
        life.now = life.now.add({ milliseconds: next.pause })
        // Handed out together: a later one may be stale by the time it fires.
        const due = earliest(wantedTimers(journey, rules)).filter((timer) => isDue(timer, life.now))
        return due.slice(0, next.most).forEach(fire)
      }
      case 'to_next': {
        const [timer] = earliest(wantedTimers(journey, rules))
        if (!timer) return undefined
        if (!isDue(timer, life.now)) life.now = timer.at
        life.now = life.now.add({ milliseconds: next.late })
        return fire(timer)
      }
      case 'carry': {
        const { messages, notices } = wanted(journey, rules)
        for (const { key } of messages) {
          if (next.phone === 'refused') take({ type: 'record_failure', key, why: 'undeliverable' })
          else take({ type: 'record_evidence', key, evidence: next.phone, at: life.now })
        }
        for (const { key } of notices) take({ type: 'record_notice', key, outcome: next.post, at: life.now })
        return undefined
      }
      case 'to_start': {
        const start = journey.attendances.at(-1)?.startsAt.add({ milliseconds: next.after })
        if (start && start.epochMilliseconds > life.now.epochMilliseconds) life.now = start
        return undefined
      }
      case 'again': {
        life.now = life.now.add({ milliseconds: next.pause })
        const timer = life.fired.at(-1 - next.index)
        return timer && fire(timer)
      }
    }
  }

  opening(any, life.now).forEach(take)
  for (const next of any.moves) if (life.journey) move(next, life.journey)
}
