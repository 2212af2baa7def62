import type { Actor } from '#src/domain/actor.ts'
import { understand } from '#src/conversation/understanding/understand.ts'
import type { Id } from '#src/domain/values/id.ts'
import { slotsInTime } from './accept-referral.ts'
import { saveDraft, type JourneyVerb } from './command-journey.ts'
import { converse } from './converse.ts'
import { draftOf, type Draft } from './draft.ts'
import { lookAgain } from './look-again.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Inbound, InboundOutcome } from './ports/inbound.ts'
import type { Journeys } from './ports/journeys.ts'
import type { Transact } from './ports/transact.ts'

export interface HandleMessagesVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{ journeys: Journeys; inbound: Inbound; appointments: Appointments }>
}

const participant: Actor = { kind: 'participant' }

/** The questions after which a slot may be picked or asked for; reading the agenda is left out of every other turn. */
const needsSlots = (draft: Draft, intent: string): boolean =>
  ['other_time', 'absence', 'choose', 'confirm'].includes(intent) || (draft.session?.options.length ?? 0) > 0

function outcomeOf(before: Draft, after: Draft, intent: string): InboundOutcome {
  if (after.answers.length === before.answers.length && after.events.length === before.events.length) return 'silent'
  return intent === 'unclear' ? 'asked_again' : after.session?.holder === 'person' ? 'with_person' : 'understood'
}

/**
 * Handles all that a participant wrote and nobody handled yet, in the order in which it came in, in one transaction: two messages within
 * a second are one after the other, and a message that was handled is never handled again.
 */
export const handleMessages = (verb: HandleMessagesVerb, journeyId: Id<'journey'>): Promise<void> =>
  lookAgain(() =>
    verb.transact(async ({ journeys, inbound, appointments }) => {
      const stored = await journeys.load(journeyId)
      if (!stored) return
      const now = verb.clock.now()
      const rules = verb.knowledge.contracts.rules(stored.journey.contractHash)
      const messages = await inbound.unhandled(journeyId)
      let draft = draftOf(stored)
      for (const message of messages) {
        const understood = understand(message.text, contextOf(draft))
        const slots = needsSlots(draft, understood.intent)
          ? await slotsInTime(appointments, stored.journey.receivedAt, rules, verb)
          : []
        const turn = {
          message,
          context: { rules, actor: participant, now },
          knowledge: verb.knowledge,
          ids: verb.ids,
          slots,
        }
        const after = converse(draft, understood, turn)
        await inbound.handled(message.id, outcomeOf(draft, after, understood.intent), now)
        draft = after
      }
      if (messages.length > 0) await saveDraft(journeys, draft, participant, verb)
    }),
  )

const contextOf = (draft: Draft) => ({
  language: draft.before.participant.language,
  ...(draft.session ? { asked: draft.session.options } : {}),
})
