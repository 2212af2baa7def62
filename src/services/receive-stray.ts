import type { Actor } from '#src/domain/actor.ts'
import { actsFrom } from '#src/conversation/engine.ts'
import type { Understood } from '#src/conversation/session.ts'
import type { Command } from '#src/domain/journey/command.ts'
import type { Id } from '#src/domain/values/id.ts'
import { ourLanguages, type Language } from '#src/domain/values/language.ts'
import type { PhoneNumber } from '#src/domain/values/phone-number.ts'
import { commandLoaded, loadInOrder, type JourneyVerb } from './command-journey.ts'
import type { Knowledge } from './knowledge.ts'
import { mailWaiting } from './mail-waiting.ts'
import type { ArrivedMessage, Inbound } from './ports/inbound.ts'
import type { Journeys, PhoneOwner, StoredJourney } from './ports/journeys.ts'
import type { NewOutgoing, Outgoing } from './ports/outgoing.ts'
import type { References } from './ports/references.ts'
import { strayAlarm } from './stray-alarm.ts'
import { saidToStranger } from './stranger-texts.ts'
import { understanding } from './understanding.ts'

export interface StrayVerb extends Omit<JourneyVerb, 'transact'> {
  readonly references: References
}

interface StrayParts {
  readonly journeys: Journeys
  readonly inbound: Inbound
  readonly outgoing: Outgoing
}

interface StrayMessage {
  readonly message: ArrivedMessage
  readonly phone: PhoneNumber | undefined
  /** The journeys of whoever has this number: none, or of several people. */
  readonly owners: readonly PhoneOwner[]
}

const participant: Actor = { kind: 'participant' }

/** What goes for the number itself, so that it need not be clear who of those who have it writes. */
function askedOfNumber(
  { intent, confidence }: Understood,
  owners: readonly PhoneOwner[],
): 'stop' | 'start_again' | undefined {
  if (owners.length === 0 || confidence < actsFrom) return undefined
  return intent === 'stop' || intent === 'start_again' ? intent : undefined
}

/** What each journey hears of it. A wrong number is no reaction of anybody. */
function commandFor(
  { intent }: Understood,
  asked: ReturnType<typeof askedOfNumber>,
  id: Id<'inbound'>,
): Command | undefined {
  if (asked) return { type: asked === 'stop' ? 'opt_out' : 'opt_in', sharedNumber: true }
  return intent === 'wrong_number' ? undefined : { type: 'hear_shared_number', occurrence: id }
}

/** Of whom nothing is known, Dutch or English is the likeliest to be read; the numbers in it are read by everybody. */
const forAnybody: readonly Language[] = ['nl', 'en']

/** The languages of those who may have written it, as far as those go out; each once. */
const languagesOf = (
  stored: readonly StoredJourney[],
  { sentLanguage }: Pick<Knowledge, 'sentLanguage'>,
): readonly Language[] => {
  const spoken = stored.length === 0 ? forAnybody : stored.map(({ participant: { language } }) => language)
  const sent = new Set(spoken.map(sentLanguage))
  return ourLanguages.filter((language) => sent.has(language))
}

interface Answering {
  readonly id: Id<'inbound'>
  readonly to: string
  readonly isUrgent: boolean
}

const answers = (texts: readonly string[], { id, to, isUrgent }: Answering, { ids }: StrayVerb): NewOutgoing[] =>
  texts.map((text, n) => ({
    id: ids.next(),
    subject: id,
    purpose: isUrgent ? 'emergency' : 'answer',
    occurrence: n + 1,
    body: { kind: 'message', text, to },
  }))

/**
 * A message of a number that nobody has, or that several people share, in the transaction that stores it: once, however often the carrier
 * brings it. A person reads it. Only what needs nobody's name is done at once: words of a crisis are answered with the emergency text and
 * go to whoever is on duty (promise 5), and STOP goes for the number, whoever has it.
 */
export async function receiveStray(
  { journeys, inbound, outgoing }: StrayParts,
  { message, phone, owners }: StrayMessage,
  verb: StrayVerb,
): Promise<{ kind: 'with_person' | 'done' | 'asks_nothing' | 'seen_before' }> {
  const id = verb.ids.next<'inbound'>()
  const reference = verb.references.next()
  const now = verb.clock.now()
  const { readSent } = await understanding()
  // Nothing was asked of a stranger, and no day that they name is acted on.
  const understood = readSent(message, { language: 'nl', today: now.toZonedDateTimeISO('UTC').toPlainDate() })
  const isUrgent = understood.intent === 'crisis'
  const asksNothing = understood.intent === 'reaction'
  const asked = askedOfNumber(understood, owners)
  const outcome = owners.length === 0 ? 'unknown_sender' : 'shared_number'
  const stray = { outcome, reference, phone, isUrgent, isSettled: asked !== undefined || asksNothing } as const
  if ((await inbound.addStray(message, id, stray)) === undefined) return { kind: 'seen_before' }
  if (asksNothing) return { kind: 'asks_nothing' }

  const stored = await loadInOrder(journeys, owners)
  const command = commandFor(understood, asked, id)
  if (command) for (const one of stored) await commandLoaded(journeys, one, command, participant, verb)

  const texts =
    isUrgent || asked
      ? languagesOf(stored, verb.knowledge).flatMap((language) =>
          saidToStranger(understood, { language, now }, verb.knowledge),
        )
      : []
  const rows = [
    ...answers(texts, { id, to: phone ?? message.from, isUrgent }, verb),
    ...(isUrgent ? strayAlarm({ id, reference, understood }, verb) : []),
    ...(asked ? [] : [mailWaiting({ id, reference }, verb)]),
  ]
  for (const row of rows) await outgoing.addAbout(id, row, now)
  return { kind: asked ? 'done' : 'with_person' }
}
