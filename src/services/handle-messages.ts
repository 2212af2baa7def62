import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import { actsFrom } from '#src/conversation/engine.ts'
import { isTold, optionsRead } from '#src/conversation/on-screen.ts'
import {
  asksWhoWrites,
  slotOf,
  type Intent,
  type Option,
  type Session,
  type Understood,
} from '#src/conversation/session.ts'
import { withoutQuestion } from '#src/conversation/walk.ts'
import { slotStart } from '#src/domain/planning/availability.ts'
import { currentAttendance, hadIntake, type Journey } from '#src/domain/journey/journey.ts'
import { awaitsProof, heldPhotos } from '#src/domain/journey/proof-photo.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { Language } from '#src/domain/values/language.ts'
import { firstNameOf } from '#src/domain/values/person-name.ts'
import { slotsInTime } from './accept-referral.ts'
import { saveDraft, type JourneyVerb } from './command-journey.ts'
import { asksNothing, converse } from './converse.ts'
import { apply, draftOf, type Draft, type DraftContext } from './draft.ts'
import { holderOf } from './holder-of.ts'
import { lookAgain } from './look-again.ts'
import type { Appointments } from './ports/appointments.ts'
import type { InboundOutcome, StoredMessage } from './ports/inbound.ts'
import type { Journeys } from './ports/journeys.ts'
import type { Transact } from './ports/transact.ts'
import { understanding } from './understanding.ts'
import { dayInWords, timeInWords } from './words.ts'

export interface HandleMessagesVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{ journeys: Journeys; appointments: Appointments }>
}

const participant: Actor = { kind: 'participant' }

/** Only who asks for another time, cannot come or chooses something may need the agenda; every other turn goes without reading it. */
const needsSlots: ReadonlySet<Intent> = new Set(['other_time', 'absence', 'choose'])

const saysNothing: ReadonlySet<Intent> = new Set(['unclear', 'unreadable', 'reaction', 'third_party'])

function outcomeOf(before: Draft, after: Draft, understood: Understood): InboundOutcome {
  const said = after.answers.length > before.answers.length
  if (after.session?.holder === 'person') return said || !asksNothing.has(understood.intent) ? 'with_person' : 'silent'
  if (!said && after.events.length === before.events.length) return 'silent'
  return saysNothing.has(understood.intent) || understood.confidence < actsFrom ? 'asked_again' : 'understood'
}

/**
 * Tasks open and close between two messages, and who came is filled in: who has the conversation, and whether its question still stands,
 * is looked at before each.
 */
function asItStands(draft: Draft): Draft {
  const { journey, session } = draft
  if (!journey || !session) return draft
  return { ...draft, session: { ...stillAsked(session, journey), holder: holderOf(journey, session) } }
}

/** Once the intake was held nothing is asked of it any more: no time is picked, and nobody need say why they did not come. */
const stillAsked = (session: Session, journey: Journey): Session =>
  hadIntake(journey) && !asksWhoWrites(session.options) ? withoutQuestion(session) : session

/**
 * Handles all that a participant wrote and nobody handled yet, in the order in which it came in, in one transaction: two messages within
 * a second are one after the other, and a message that was handled is never handled again.
 */
export const handleMessages = (verb: HandleMessagesVerb, journeyId: Id<'journey'>): Promise<void> =>
  lookAgain(() =>
    verb.transact(async ({ journeys, appointments }) => {
      const stored = await journeys.load(journeyId)
      if (!stored) return
      const now = verb.clock.now()
      const rules = verb.knowledge.contracts.rules(stored.journey.contractHash)
      let draft = draftOf(stored)
      const { isTakenBack, readSent } = await understanding()
      for (const message of stored.unhandled) {
        if (isTakenBack(message)) {
          draft = { ...draft, handled: [...draft.handled, { id: message.id, outcome: 'silent' }] }
          continue
        }
        const context = { rules, actor: participant, now }
        draft = asItStands(withPhoto(draft, message, context))
        const understood = ofTold(readSent(message, contextOf(draft, rules, message)), draft, message)
        const slots = needsSlots.has(understood.intent)
          ? await slotsInTime(appointments, stored.journey.receivedAt, rules, verb)
          : []
        const turn = {
          occurrence: message.id,
          context,
          knowledge: verb.knowledge,
          ids: verb.ids,
          slots,
          urgent: understood.intent === 'crisis',
          ...(understood.language ? { writtenIn: understood.language } : {}),
        }
        const after = converse(draft, understood, turn)
        const handled = { id: message.id, outcome: outcomeOf(draft, after, understood) }
        draft = { ...after, handled: [...draft.handled, handled] }
      }
      if (stored.unhandled.length > 0) await saveDraft(journeys, draft, participant, verb)
    }),
  )

/**
 * Yes, to an appointment that no message of ours has named to them yet (it waits for the morning, or for approval), is answered with when
 * and where it is; that somebody cannot come may be about an earlier one, and a person reads it.
 */
function ofTold(understood: Understood, { journey, session }: Draft, { onScreen }: StoredMessage): Understood {
  const planned = journey && currentAttendance(journey)
  const { confidence } = understood
  if (!planned || confidence < actsFrom || isTold(session, planned.id, onScreen)) return understood
  const meant = understood.choice ?? understood.intent
  if (meant === 'confirm') return { intent: 'question', topic: 'appointment', confidence }
  return meant === 'absence' || meant.startsWith('reason:') ? { intent: 'person', confidence } : understood
}

/** Whatever stands below it, and whoever has the conversation: a photo that we asked for is kept. */
const withPhoto = (draft: Draft, { id, hasPhoto }: StoredMessage, context: DraftContext): Draft =>
  hasPhoto ? apply(draft, { type: 'receive_proof', messageId: id }, context).draft : draft

function contextOf(
  { before, journey, session }: Draft,
  { calendar }: Rules,
  { id, receivedAt, onScreen }: Pick<StoredMessage, 'id' | 'receivedAt' | 'onScreen'>,
) {
  const { language } = before.participant
  const planned = journey && currentAttendance(journey)
  const asked = session && optionsRead(session, onScreen)
  const today = receivedAt.toZonedDateTimeISO(calendar.zone).toPlainDate()
  return {
    language,
    today,
    firstName: firstNameOf(before.participant.name),
    awaitsProof: journey ? awaitsProof(journey) : false,
    ...(journey && heldPhotos(journey).some((photo) => photo.id === id) ? { photo: 'kept' as const } : {}),
    ...(asked ? { asked, slots: offered(asked, calendar.zone) } : {}),
    ...(planned ? plannedAt(planned.startsAt, today, language, calendar.zone) : {}),
  }
}

function plannedAt(at: Temporal.Instant, today: Temporal.PlainDate, language: Language, zone: string) {
  const appointment = at.toZonedDateTimeISO(zone).toPlainDateTime()
  return {
    appointment,
    planned: `${dayInWords(at, language === 'en' ? 'en' : 'nl', zone)} ${timeInWords(at, zone)}`,
    ahead: today.until(appointment).days,
  }
}

/** When the slots among the options are. */
const offered = (options: readonly Option[], zone: string): Map<string, Temporal.PlainDateTime> =>
  new Map(
    options.flatMap(({ value }) => {
      const slot = slotOf(value)
      const startsAt = slot === undefined ? undefined : slotStart(slot)
      return startsAt ? [[value, startsAt.toZonedDateTimeISO(zone).toPlainDateTime()] as const] : []
    }),
  )
