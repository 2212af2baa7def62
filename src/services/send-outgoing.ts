import type { Temporal } from 'temporal-polyfill'
import { system } from '#src/domain/actor.ts'
import type { Command } from '#src/domain/journey/command.ts'
import { isBefore, nextSending } from '#src/domain/journey/moments.ts'
import type { Id } from '#src/domain/values/id.ts'
import { commandLoaded, type JourneyVerb } from './command-journey.ts'
import type { Journeys } from './ports/journeys.ts'
import type { ClaimedOutgoing, Outgoing, SendOutcome } from './ports/outgoing.ts'
import type { Transact } from './ports/transact.ts'

export interface SendVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{ journeys: Journeys; outgoing: Outgoing }>
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

/** What the journey is told of an attempt; nothing while its end is not known. */
function reportOf(claimed: ClaimedOutgoing, outcome: SendOutcome, at: Temporal.Instant): Command | undefined {
  const { stateKey: key, body } = claimed
  if (!key || outcome.kind === 'unknown' || outcome.kind === 'retry') return undefined
  const sent = outcome.kind === 'sent'
  if (body.kind === 'mail') return { type: 'record_notice', key, outcome: sent ? 'sent' : 'failed', at }
  return sent
    ? { type: 'record_evidence', key, evidence: 'sent', at }
    : { type: 'record_failure', key, why: 'undeliverable' }
}

async function report(
  journeys: Journeys,
  journeyId: Id<'journey'> | undefined,
  command: Command | undefined,
  verb: Omit<JourneyVerb, 'transact'>,
): Promise<void> {
  if (!journeyId || !command) return
  const stored = await journeys.load(journeyId)
  if (stored) await commandLoaded(journeys, stored, command, system, verb)
}

/** Stores what became of an attempt and tells the journey, in one transaction. */
export const finishOutgoing = (verb: SendVerb, claimed: ClaimedOutgoing, outcome: SendOutcome): Promise<void> =>
  verb.transact(async ({ journeys, outgoing }) => {
    const now = verb.clock.now()
    await report(journeys, claimed.journeyId, reportOf(claimed, outcome, now), verb)
    await outgoing.finish(claimed.id, claimed.attempt, outcome, now)
  })

/** What the carrier tells later: delivered, or failed after all. Unknown references and repeats change nothing. */
export const recordDelivery = (verb: SendVerb, reference: string, status: 'delivered' | 'failed'): Promise<void> =>
  verb.transact(async ({ journeys, outgoing }) => {
    const now = verb.clock.now()
    const carried = await outgoing.recordDelivery(reference, status, now)
    if (!carried) return
    const command: Command =
      status === 'delivered'
        ? { type: 'record_evidence', key: carried.stateKey, evidence: 'delivered', at: now }
        : { type: 'record_failure', key: carried.stateKey, why: 'undeliverable' }
    await report(journeys, carried.journeyId, command, verb)
  })

/** SENDING=approve: a person lets one thing go, or holds it back; held back, its journey knows and asks a person. */
export const judgeOutgoing = (verb: SendVerb, id: Id<'outgoing'>, approve: boolean, by: string): Promise<boolean> =>
  verb.transact(async ({ journeys, outgoing }) => {
    const now = verb.clock.now()
    if (approve) return outgoing.approve(id, by, now)
    const rejected = await outgoing.reject(id, by, now)
    if (!rejected) return false
    const { carried } = rejected
    if (!carried) return true
    const command: Command =
      carried.kind === 'message'
        ? { type: 'record_failure', key: carried.stateKey, why: 'rejected' }
        : { type: 'record_notice', key: carried.stateKey, outcome: 'failed', at: now }
    await report(journeys, carried.journeyId, command, verb)
    return true
  })
