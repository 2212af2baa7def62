import type { Temporal } from 'temporal-polyfill'
import { system } from '#src/domain/actor.ts'
import type { Command } from '#src/domain/journey/command.ts'
import { isBefore, nextSending } from '#src/domain/journey/moments.ts'
import type { Id } from '#src/domain/values/id.ts'
import { commandLoaded, type JourneyVerb } from './command-journey.ts'
import { goOnUndelivered } from './converse.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys } from './ports/journeys.ts'
import type { CarriedOut, ClaimedOutgoing, Outgoing, SendOutcome } from './ports/outgoing.ts'
import type { Transact } from './ports/transact.ts'
import { takeUnaskedTurn } from './unasked-turn.ts'

export interface SendVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{ journeys: Journeys; outgoing: Outgoing; appointments: Appointments }>
}

/** Until when this row is held: what the system starts goes out in sending hours, also when it was tried, approved or released late. */
async function heldUntil(
  { journeys, outgoing }: { readonly journeys: Journeys; readonly outgoing: Outgoing },
  id: Id<'outgoing'>,
  { clock, knowledge }: Pick<SendVerb, 'clock' | 'knowledge'>,
): Promise<Temporal.Instant | undefined> {
  const journeyId = await outgoing.begins(id)
  const stored = journeyId && (await journeys.load(journeyId))
  if (!stored) return undefined
  const now = clock.now()
  const next = nextSending(now, knowledge.contracts.rules(stored.journey.contractHash))
  return isBefore(now, next) ? next : undefined
}

/** Takes a row for one attempt; absent when it is not to be sent (any more, or yet), by us. */
export const claimOutgoing = (verb: SendVerb, id: Id<'outgoing'>): Promise<ClaimedOutgoing | undefined> =>
  verb.transact(async ({ journeys, outgoing }) => {
    const until = await heldUntil({ journeys, outgoing }, id, verb)
    if (!until) return outgoing.claim(id, verb.clock.now())
    await outgoing.hold(id, until)
    return undefined
  })

/** What became of what a row carries out: `rejected` is held back by a person. */
type Fate = 'sent' | 'delivered' | 'undeliverable' | 'rejected'

interface Repositories {
  readonly journeys: Journeys
  readonly appointments: Appointments
}

function commandOf(key: string, kind: CarriedOut['kind'], fate: Fate, at: Temporal.Instant): Command {
  const arrived = fate === 'sent' || fate === 'delivered'
  if (kind === 'mail') return { type: 'record_notice', key, outcome: arrived ? 'sent' : 'failed', at }
  return arrived ? { type: 'record_evidence', key, evidence: fate, at } : { type: 'record_failure', key, why: fate }
}

const failed: ReadonlySet<Fate> = new Set(['undeliverable', 'rejected'])

/** Tells the journey; of an answer that does not arrive it tells the conversation, for no term watches over that. */
async function report(
  { journeyId, stateKey, kind }: CarriedOut,
  fate: Fate,
  { journeys, appointments }: Repositories,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<void> {
  const isLostAnswer = stateKey === undefined && kind === 'message' && failed.has(fate)
  if (stateKey === undefined && !isLostAnswer) return
  const stored = await journeys.load(journeyId)
  if (!stored) return
  if (stateKey === undefined) return takeUnaskedTurn(stored, goOnUndelivered, { journeys, appointments }, verb)
  await commandLoaded(journeys, stored, commandOf(stateKey, kind, fate, verb.clock.now()), system, verb)
}

/** Nothing while the end of an attempt is not known. */
const fateOf = ({ kind }: SendOutcome): Fate | undefined =>
  kind === 'sent' || kind === 'undeliverable' ? kind : undefined

/** Stores what became of an attempt and tells the journey, in one transaction. */
export const finishOutgoing = (verb: SendVerb, claimed: ClaimedOutgoing, outcome: SendOutcome): Promise<void> =>
  verb.transact(async ({ journeys, outgoing, appointments }) => {
    const { id, attempt, journeyId, stateKey, body } = claimed
    const fate = fateOf(outcome)
    if (fate && journeyId)
      await report({ journeyId, stateKey, kind: body.kind }, fate, { journeys, appointments }, verb)
    await outgoing.finish(id, attempt, outcome, verb.clock.now())
  })

/** What the carrier tells later: delivered, or failed after all. Unknown references and repeats change nothing. */
export const recordDelivery = (verb: SendVerb, reference: string, status: 'delivered' | 'failed'): Promise<void> =>
  verb.transact(async ({ journeys, outgoing, appointments }) => {
    const carried = await outgoing.recordDelivery(reference, status, verb.clock.now())
    const fate = status === 'delivered' ? status : 'undeliverable'
    if (carried) await report(carried, fate, { journeys, appointments }, verb)
  })

/** SENDING=approve: a person lets one thing go, or holds it back; held back, its journey knows and asks a person. */
export const judgeOutgoing = (verb: SendVerb, id: Id<'outgoing'>, approve: boolean, by: string): Promise<boolean> =>
  verb.transact(async ({ journeys, outgoing, appointments }) => {
    const now = verb.clock.now()
    if (approve) return outgoing.approve(id, by, now)
    const rejected = await outgoing.reject(id, by, now)
    if (rejected?.carried) await report(rejected.carried, 'rejected', { journeys, appointments }, verb)
    return rejected !== undefined
  })
