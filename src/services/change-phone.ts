import { system, type Actor } from '#src/domain/actor.ts'
import type { PhoneChange } from '#src/domain/journey/phone-change.ts'
import type { Refusal } from '#src/domain/journey/decision.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import type { Participant } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import { isMobile, parsePhoneNumber, type PhoneNumber } from '#src/domain/values/phone-number.ts'
import { commandLoaded, loadInOrder, saveDraft, type JourneyVerb } from './command-journey.ts'
import { apply, draftOf } from './draft.ts'
import type { Journeys, PhoneOwner, StoredJourney } from './ports/journeys.ts'

export type PhoneChanging =
  /** 'stopped': the number is there, and nothing goes to it, because of a STOP. */
  | { readonly kind: 'changed' | 'stopped' | 'removed' | 'same' }
  /** 'no_number': it cannot be read as one; 'no_mobile': no message arrives there. */
  | { readonly kind: 'refused'; readonly why: Refusal | 'no_number' | 'no_mobile' }

interface Asked {
  readonly journeyId: Id<'journey'>
  /** Absent: the number goes. */
  readonly phone: PhoneNumber | undefined
  readonly actor: Actor
}

const refused = (why: Extract<PhoneChanging, { kind: 'refused' }>['why']): PhoneChanging => ({ kind: 'refused', why })

const changeOf = (before: PhoneNumber | undefined, after: PhoneNumber | undefined): PhoneChange =>
  after === undefined ? 'removed' : before === undefined ? 'added' : 'replaced'

function withPhone({ phone: _, ...participant }: Participant, phone: PhoneNumber | undefined): Participant {
  return phone === undefined ? participant : { ...participant, phone }
}

/** Who else has this number, of those whose journey runs. */
const othersWith = async (journeys: Journeys, phone: PhoneNumber, own: Id<'journey'>): Promise<readonly PhoneOwner[]> =>
  (await journeys.findByPhone(phone)).filter(({ journeyId, hasEnded }) => journeyId !== own && !hasEnded)

/** The number of before may be one person's alone by now: nobody need ask that person for another. */
async function endSharing(
  journeys: Journeys,
  phone: PhoneNumber,
  { journeyId, actor }: Asked,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<void> {
  const left = await othersWith(journeys, phone, journeyId)
  if (new Set(left.map(({ participantId }) => participantId)).size !== 1) return
  for (const stored of await loadInOrder(journeys, left)) {
    const task = stored.journey.tasks.find((candidate) => candidate.kind === 'number_shared' && isOpen(candidate))
    if (task) await commandLoaded(journeys, stored, { type: 'close_task', key: task.key }, actor, verb)
  }
}

async function changeLocked(
  journeys: Journeys,
  asked: Asked,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<PhoneChanging> {
  const { journeyId, phone, actor } = asked
  const others = phone === undefined ? [] : await othersWith(journeys, phone, journeyId)
  const stored = await journeys.load(journeyId)
  if (!stored) return refused('unknown')
  const before = stored.participant.phone
  if (before === phone) return { kind: 'same' }
  const sharing = await loadInOrder(journeys, others)
  const done = await renumber(journeys, stored, sharing, asked, verb)
  if (done.kind !== 'refused' && before !== undefined) await endSharing(journeys, before, { ...asked, actor }, verb)
  return done
}

/** Nothing of the conversation that was held at the old number is on the screen of the new one: it begins anew. */
async function renumber(
  journeys: Journeys,
  stored: StoredJourney,
  sharing: readonly StoredJourney[],
  { phone, actor }: Asked,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<PhoneChanging> {
  const { participant, journey } = stored
  const context = { rules: verb.knowledge.contracts.rules(journey.contractHash), actor, now: verb.clock.now() }
  const begun = draftOf({ ...stored, participant: withPhone(participant, phone), session: undefined })
  const change = changeOf(participant.phone, phone)
  const { draft, decision } = apply(begun, { type: 'change_phone', change, isShared: sharing.length > 0 }, context)
  if (decision.kind === 'refused') return decision
  // A STOP goes for the number, whoever has it, as with a referral.
  const isStopped = sharing.some((other) => other.journey.reach === 'opted_out')
  const done = isStopped
    ? apply(draft, { type: 'opt_out', sharedNumber: true }, { ...context, actor: system }).draft
    : draft
  await saveDraft(journeys, { ...done, renumbered: true }, actor, verb)
  if (change === 'removed') return { kind: 'removed' }
  return { kind: done.journey?.reach === 'opted_out' ? 'stopped' : 'changed' }
}

/**
 * Staff give a participant another mobile number, or the first; `typed` is what they typed, and undefined takes the number away. In one
 * transaction the participant, their journey and all that waits for the old number change; the same number again changes nothing. A
 * participant has one journey: who comes back is a participant anew.
 */
export async function changePhone(
  verb: JourneyVerb,
  journeyId: Id<'journey'>,
  typed: string | undefined,
  actor: Actor,
): Promise<PhoneChanging> {
  const phone = typed === undefined ? undefined : parsePhoneNumber(typed)
  if (typed !== undefined && phone === undefined) return refused('no_number')
  if (phone !== undefined && !isMobile(phone)) return refused('no_mobile')
  return verb.transact(({ journeys }) => changeLocked(journeys, { journeyId, phone, actor }, verb))
}
