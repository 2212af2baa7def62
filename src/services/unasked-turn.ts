import { system } from '#src/domain/actor.ts'
import { slotsInTime } from './accept-referral.ts'
import { saveDraft, type JourneyVerb } from './command-journey.ts'
import type { Turn } from './converse.ts'
import { draftOf, type Draft } from './draft.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys, StoredJourney } from './ports/journeys.ts'

/** A turn of a conversation that no message of the participant began: a question got no answer, or what we said did not arrive. */
export async function takeUnaskedTurn(
  stored: StoredJourney,
  goOn: (draft: Draft, turn: Turn) => Draft,
  { journeys, appointments }: { readonly journeys: Journeys; readonly appointments: Appointments },
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<void> {
  const rules = verb.knowledge.contracts.rules(stored.journey.contractHash)
  const turn: Turn = {
    occurrence: verb.ids.next<'inbound'>(),
    context: { rules, actor: system, now: verb.clock.now() },
    knowledge: verb.knowledge,
    ids: verb.ids,
    urgent: false,
    slots: await slotsInTime(appointments, stored.journey.receivedAt, rules, verb),
  }
  await saveDraft(journeys, goOn(draftOf(stored), turn), system, verb)
}
