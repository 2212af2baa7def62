import { redactBsn } from '#src/domain/values/bsn.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { Knowledge } from './knowledge.ts'
import { mailWaiting } from './mail-waiting.ts'
import type { Clock } from './ports/clock.ts'
import type { Ids } from './ports/ids.ts'
import type { ArrivedMessage, Inbound } from './ports/inbound.ts'
import type { Journeys } from './ports/journeys.ts'
import type { Outgoing } from './ports/outgoing.ts'
import type { References } from './ports/references.ts'
import type { Transact } from './ports/transact.ts'

export interface ReceiveMessageVerb {
  readonly transact: Transact<{ journeys: Journeys; inbound: Inbound; outgoing: Outgoing }>
  readonly knowledge: Knowledge
  readonly clock: Clock
  readonly ids: Ids
  readonly references: References
}

export type Reception =
  | { readonly kind: 'stored'; readonly journeyId: Id<'journey'> }
  | { readonly kind: 'with_person' }
  | { readonly kind: 'seen_before' }

/** Longer than any message a person types; the rest is cut off before it is stored. */
const longestText = 10_000

/**
 * Stores what came in, numbered on arrival; it is handled afterwards, in order (promise 4). The same carrier's reference twice is one
 * message. A BSN in it is taken out before anything is stored (promise 6). A number that nobody or several people have goes to a person: nothing personal is said before it is clear who writes.
 */
export const receiveMessage = (verb: ReceiveMessageVerb, arrived: ArrivedMessage): Promise<Reception> =>
  verb.transact(async ({ journeys, inbound, outgoing }) => {
    const message = { ...arrived, text: redactBsn(arrived.text.replaceAll('\0', '').slice(0, longestText)).text }
    const phone = parsePhoneNumber(message.from)
    const owners = phone ? await journeys.findByPhone(phone) : []
    const people = new Set(owners.map((owner) => owner.participantId))
    const [owner] = owners
    const id = verb.ids.next<'inbound'>()
    if (owner && people.size === 1) {
      const sequence = await inbound.add(message, id, owner)
      return sequence === undefined ? { kind: 'seen_before' } : { kind: 'stored', journeyId: owner.journeyId }
    }
    const sequence = await inbound.add(message, id, undefined, people.size > 1 ? 'shared_number' : 'unknown_sender')
    if (sequence === undefined) return { kind: 'seen_before' }
    await outgoing.addAbout(id, mailWaiting({ id, reference: verb.references.next() }, verb), verb.clock.now())
    return { kind: 'with_person' }
  })
