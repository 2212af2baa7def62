import { quotedReaction } from '#src/conversation/understanding/quoted-reaction.ts'
import { wantsPhoto } from '#src/domain/journey/proof-photo.ts'
import { isLetter } from '#src/domain/values/message-kind.ts'
import { photoTypeOf } from '#src/domain/values/photo-type.ts'
import { redactBsn } from '#src/domain/values/bsn.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { ArrivedMessage, Inbound, Photo } from './ports/inbound.ts'
import type { Journeys } from './ports/journeys.ts'
import type { Outgoing } from './ports/outgoing.ts'
import type { Transact } from './ports/transact.ts'
import { receiveStray, type StrayVerb } from './receive-stray.ts'

export interface ReceiveMessageVerb extends StrayVerb {
  readonly transact: Transact<{ journeys: Journeys; inbound: Inbound; outgoing: Outgoing }>
}

export type Reception =
  | { readonly kind: 'stored'; readonly journeyId: Id<'journey'> }
  | { readonly kind: 'with_person' }
  /** It asked for something that goes for the number, whoever has it: that was done. */
  | { readonly kind: 'done' }
  /** A reaction to a message, by whoever has the number: nobody need look at it. */
  | { readonly kind: 'asks_nothing' }
  | { readonly kind: 'seen_before' }

/** Longer than any message a person types; the rest is cut off before it is stored. */
const longestText = 10_000

/** A reaction that came as an SMS: our own words in it are not what the participant says, and are not kept as that. */
function asSent(message: ArrivedMessage): ArrivedMessage {
  const emoji = message.kind === 'text' ? quotedReaction(message.text) : undefined
  return emoji === undefined ? message : { ...message, kind: 'reaction', text: emoji }
}

/**
 * The photo, where this contract allows one and proof is awaited; or may be by what was written just before and is not handled yet: then
 * it is destroyed with the handling when it was not (`handleMessages`). Anything else is never stored.
 */
async function photoToKeep(
  journeys: Journeys,
  { kind, media }: ArrivedMessage,
  journeyId: Id<'journey'>,
  { knowledge }: Pick<ReceiveMessageVerb, 'knowledge'>,
): Promise<Photo | undefined> {
  const type = media && isLetter(kind) ? photoTypeOf(media) : undefined
  const stored = type && (await journeys.load(journeyId))
  if (!media || !stored) return undefined
  const rules = knowledge.contracts.rules(stored.journey.contractHash)
  const mayBeAsked = rules.contract.absence.proof_photo !== undefined && stored.unhandled.length > 0
  return mayBeAsked || wantsPhoto(stored.journey, rules) ? { type, bytes: media } : undefined
}

/**
 * Stores what came in, numbered on arrival; it is handled afterwards, in order (promise 4). The same carrier's reference twice is one
 * message. A BSN in it is taken out before anything is stored (promise 6). A number that nobody or several people have goes to a person:
 * nothing personal is said before it is clear who writes.
 */
export const receiveMessage = (verb: ReceiveMessageVerb, arrived: ArrivedMessage): Promise<Reception> =>
  verb.transact(async (parts) => {
    const message = asSent({
      ...arrived,
      text: redactBsn(arrived.text.replaceAll('\0', '').slice(0, longestText)).text,
    })
    const phone = parsePhoneNumber(message.from)
    const owners = phone ? await parts.journeys.findByPhone(phone) : []
    const [owner] = owners
    if (!owner || new Set(owners.map(({ participantId }) => participantId)).size > 1)
      return receiveStray(parts, { message, phone, owners }, verb)
    const photo = await photoToKeep(parts.journeys, message, owner.journeyId, verb)
    const sequence = await parts.inbound.add(message, verb.ids.next<'inbound'>(), owner, photo)
    return sequence === undefined ? { kind: 'seen_before' } : { kind: 'stored', journeyId: owner.journeyId }
  })
