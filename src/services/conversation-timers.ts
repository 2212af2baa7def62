import { Temporal } from 'temporal-polyfill'
import type { Session } from '#src/conversation/session.ts'
import { hadIntake, type Journey } from '#src/domain/journey/journey.ts'
import { nextSending } from '#src/domain/journey/moments.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import type { Timer } from '#src/domain/journey/timer.ts'
import { wantedTimers } from '#src/domain/journey/timers.ts'
import { holderOf } from './holder-of.ts'

/** Of a question, and so of no timer of the journey itself. */
const ofQuestion = 'question.'

/**
 * The wake-up for a question that waits for its own time, if somebody may still be spoken to then. What the bot says of its own accord
 * goes out in sending hours. After the intake nothing is offered again.
 */
export function questionTimers(journey: Journey, session: Session | undefined, rules: Rules): Timer[] {
  if (session?.until === undefined || holderOf(journey, session) === 'person' || hadIntake(journey)) return []
  if (journey.status === 'ended' || journey.status === 'paused' || journey.reach !== 'phone') return []
  const at = nextSending(Temporal.Instant.from(session.until), rules)
  return [{ key: `${ofQuestion}${session.until}`, at }]
}

/** Every wake-up that a journey and its conversation want. */
export const allWantedTimers = (journey: Journey, session: Session | undefined, rules: Rules): Timer[] => [
  ...wantedTimers(journey, rules),
  ...questionTimers(journey, session, rules),
]

/** Until when the question waited that this timer is about; undefined when it is about something else. */
export const questionOf = ({ key }: Pick<Timer, 'key'>): string | undefined =>
  key.startsWith(ofQuestion) ? key.slice(ofQuestion.length) : undefined
