import { system } from '#src/domain/actor.ts'
import { slotsInTime } from './accept-referral.ts'
import { commandLoaded, saveDraft, type JourneyVerb } from './command-journey.ts'
import { questionOf } from './conversation-timers.ts'
import { goOnWithoutAnswer } from './converse.ts'
import { draftOf } from './draft.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys, StoredJourney } from './ports/journeys.ts'
import type { DueTimer, Timers } from './ports/timers.ts'
import type { Transact } from './ports/transact.ts'

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
    if (until !== undefined) return goOn(stored, until, { journeys, appointments }, verb)
    const decision = await commandLoaded(
      journeys,
      stored,
      { type: 'fire_timer', key: timer.key, at: timer.at },
      system,
      verb,
    )
    if (decision.kind === 'refused') await timers.drop(timer)
  })

/** No answer came to a question of the flow: it says itself how the conversation goes on. */
async function goOn(
  stored: StoredJourney,
  until: string,
  { journeys, appointments }: { readonly journeys: Journeys; readonly appointments: Appointments },
  verb: Omit<FireTimerVerb, 'transact'>,
): Promise<void> {
  const rules = verb.knowledge.contracts.rules(stored.journey.contractHash)
  const context = { rules, actor: system, now: verb.clock.now() }
  const slots = await slotsInTime(appointments, stored.journey.receivedAt, rules, verb)
  const turn = { occurrence: verb.ids.next<'inbound'>(), context, knowledge: verb.knowledge, ids: verb.ids, slots }
  await saveDraft(journeys, goOnWithoutAnswer(draftOf(stored), until, { ...turn, urgent: false }), system, verb)
}
