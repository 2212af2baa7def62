import { system } from '#src/domain/actor.ts'
import { commandLoaded, type JourneyVerb } from './command-journey.ts'
import { questionOf } from './conversation-timers.ts'
import { goOnWithoutAnswer } from './converse.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys } from './ports/journeys.ts'
import type { DueTimer, Timers } from './ports/timers.ts'
import type { Transact } from './ports/transact.ts'
import { takeUnaskedTurn } from './unasked-turn.ts'

export interface FireTimerVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{ journeys: Journeys; timers: Timers; appointments: Appointments }>
}

/**
 * Fires a stored timer. It acts only if its journey still wants it; in either case the row is gone afterwards, or moved to the moment
 * that is wanted now. Firing twice does nothing the second time.
 */
export const fireTimer = (verb: FireTimerVerb, timer: DueTimer): Promise<void> =>
  verb.transact(async ({ journeys, timers, appointments }) => {
    const stored = await journeys.load(timer.journeyId)
    if (!stored) return timers.drop(timer)
    const isStored = stored.timers.some((row) => row.key === timer.key && row.at.equals(timer.at))
    if (!isStored) return
    const until = questionOf(timer)
    // No answer came to a question of the flow: it says itself how the conversation goes on.
    if (until !== undefined)
      return takeUnaskedTurn(
        stored,
        (draft, turn) => goOnWithoutAnswer(draft, until, turn),
        { journeys, appointments },
        verb,
      )
    const decision = await commandLoaded(
      journeys,
      stored,
      { type: 'fire_timer', key: timer.key, at: timer.at },
      system,
      verb,
    )
    if (decision.kind === 'refused') await timers.drop(timer)
  })
