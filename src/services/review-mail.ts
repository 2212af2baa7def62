import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import { acceptReferral, type Acceptance } from './accept-referral.ts'
import { commandLoaded } from './command-journey.ts'
import { decidedParticipants, oneMore, peopleIn } from './decided-participants.ts'
import { lookAgain } from './look-again.ts'
import type { MailParts } from './mail-finding.ts'
import type { Journeys, StoredJourney } from './ports/journeys.ts'
import type { MailDecision, MailResult, Mails, WaitingMail } from './ports/mails.ts'
import type { References } from './ports/references.ts'
import { remindLater, type SettleMailVerb } from './settle-mail.ts'

export interface ReviewMailVerb extends SettleMailVerb {
  readonly references: References
}

type NotWaiting = { readonly kind: 'not_waiting' }

/** `left`: how many participants of the mail a person has yet to decide about. */
export type Review =
  | Exclude<Acceptance, { kind: 'accepted' }>
  | (Extract<Acceptance, { kind: 'accepted' }> & { readonly left: number })
  | NotWaiting
  /** A later mail seems to take this one back, and whoever accepts it had not seen that. */
  | { readonly kind: 'withdrawn' }
export type Dismissal =
  | { readonly kind: 'done'; readonly left: number }
  | { readonly kind: 'no_journey' }
  /** The mail that it should belong to waits no more, or is of another contract. */
  | { readonly kind: 'no_mail' }
  | NotWaiting

export interface ReviewedForm {
  readonly form: ReferralForm
  readonly contractId: string
  /** Which participant of the mail, counted from 0. */
  readonly participant?: number
  /** The names of the fields that the person corrected. */
  readonly changed?: readonly string[]
  /** The mail names somebody whom the reader did not see: it keeps waiting. */
  readonly more?: boolean
  /** The mail that takes this one back, as the person saw it. */
  readonly seenWithdrawal?: string
}

/**
 * A person accepts a participant of a mail that waits, with the form as they checked or corrected it. Terms count from the arrival of the
 * mail all the same. The mail waits until there was a decision about each of its participants; nobody is accepted twice.
 */
export const acceptWaitingMail = (
  verb: ReviewMailVerb,
  id: Id<'mail'>,
  { form, contractId, participant = 0, changed = [], more = false, seenWithdrawal }: ReviewedForm,
  actor: Actor,
): Promise<Review> =>
  lookAgain(() =>
    verb.transact(async (parts) => {
      const waiting = await undecided(parts.mails, id, participant)
      if (!waiting) return { kind: 'not_waiting' }
      const { mail, steps } = waiting
      if (mail.withdrawnBy && mail.withdrawnBy.id !== seenWithdrawal) return { kind: 'withdrawn' }
      const isFirst = !steps.some(({ kind }) => kind === 'accepted')
      const reference = isFirst ? mail.reference : verb.references.next()
      const referral = { form, contractId, receivedAt: mail.countsFrom, reference }
      const acceptance = await acceptReferral(parts, referral, actor, verb)
      if (acceptance.kind !== 'accepted') return acceptance
      const { journeyId } = acceptance
      const step: MailDecision = {
        kind: 'accepted',
        participant,
        changed,
        journeyId,
        ...(more ? { why: oneMore } : {}),
      }
      await parts.mails.record(id, step, actor, verb.clock.now())
      const left = await closeWhenDecided(parts, { ...mail, contractId }, [...steps, step], verb.clock.now())
      return { ...acceptance, left }
    }),
  )

interface Undecided {
  readonly mail: WaitingMail
  readonly steps: readonly MailDecision[]
}

/** The mail, locked, when a person may still decide about this participant of it. */
async function undecided(
  mails: Mails,
  id: Id<'mail'>,
  participant: number | undefined,
): Promise<Undecided | undefined> {
  const [mail] = await mails.waiting(id)
  if (!mail) return undefined
  const steps = await mails.decisions(id)
  if (
    participant !== undefined &&
    (participant >= peopleIn(mail, steps) || decidedParticipants(steps).has(participant))
  )
    return undefined
  return { mail, steps }
}

const keptOf = ({ words, form, proposals, contractId, sender }: WaitingMail): Omit<MailResult, 'outcome'> => ({
  words,
  ...(sender ? { sender } : {}),
  ...(form ? { form } : {}),
  ...(proposals.length > 0 ? { proposals } : {}),
  ...(contractId ? { contractId } : {}),
})

/** Its outcome once there is nobody left to decide about. What was read is kept when it may be taken up again. */
async function closeWhenDecided(
  { mails, outgoing }: Pick<MailParts, 'mails' | 'outgoing'>,
  mail: WaitingMail,
  steps: readonly MailDecision[],
  at: Temporal.Instant,
): Promise<number> {
  const decided = decidedParticipants(steps)
  const last = steps.at(-1)
  const left = last?.kind === 'rejected' ? 0 : peopleIn(mail, steps) - decided.size
  if (left > 0) return left
  const everybody = last?.kind === 'accepted' && [...decided.values()].every(({ kind }) => kind === 'accepted')
  const { contractId, sender } = mail
  const kept = everybody ? { ...(contractId ? { contractId } : {}), ...(sender ? { sender } : {}) } : keptOf(mail)
  await mails.settle(mail.id, { ...kept, ...outcomeOf(steps) }, at)
  await outgoing.forgetAbout(mail.id, at)
  return 0
}

/** Who was accepted made it a referral, whatever was decided about the others. */
function outcomeOf(steps: readonly MailDecision[]): Pick<MailResult, 'outcome' | 'journeyId' | 'why'> {
  const journeyId = steps.find(({ kind }) => kind === 'accepted')?.journeyId
  if (journeyId) return { outcome: 'accepted_by_person', journeyId }
  const why = steps.at(-1)?.why
  return { outcome: 'rejected_by_person', ...(why ? { why } : {}) }
}

export interface Reason {
  /** A code. */
  readonly why: string
  /** Which participant of a mail that names several; absent: the whole mail, as far as it is not decided yet. */
  readonly participant?: number
  /** The journey that there is already. */
  readonly journeyId?: Id<'journey'>
  /** The mail takes something back, or changes it: nothing is begun with the participant of that journey until a person decided. */
  readonly pause?: boolean
  /** The mail about the same person that waits too: it belongs to that one. */
  readonly otherMail?: Id<'mail'>
}

/**
 * A person says that a mail, or one participant in it, is no referral that we act on; it stays in the ledger with that outcome. What was
 * read in it is kept: who did so by mistake takes it up again. Whatever it belongs to stays as it is, unless the person pauses that journey,
 * only that the terms of another mail count from the earlier of the two.
 */
export const rejectWaitingMail = (
  verb: ReviewMailVerb,
  id: Id<'mail'>,
  { why, participant, journeyId, otherMail, pause = false }: Reason,
  actor: Actor,
): Promise<Dismissal> =>
  verb.transact(async ({ mails, journeys, outgoing }) => {
    await lockInOrder(mails, [id, ...(otherMail ? [otherMail] : [])])
    const waiting = await undecided(mails, id, participant)
    if (!waiting) return { kind: 'not_waiting' }
    const { mail, steps } = waiting
    const stored = journeyId && (await openUnder(journeys, journeyId, mail.contractId))
    if (journeyId && !stored) return { kind: 'no_journey' }
    if (otherMail && !(await mayBelongTo(mails, otherMail, mail))) return { kind: 'no_mail' }
    const isOneOfMany = participant !== undefined && peopleIn(mail, steps) > 1
    const step: MailDecision = {
      ...(isOneOfMany ? { kind: 'skipped', participant } : { kind: 'rejected' }),
      why,
      ...(journeyId ? { journeyId } : {}),
      ...(otherMail ? { otherMail } : {}),
    }
    if (stored && pause) await hearCorrection(journeys, stored, id, { actor, verb })
    await mails.record(id, step, actor, verb.clock.now())
    return { kind: 'done', left: await closeWhenDecided({ mails, outgoing }, mail, [...steps, step], verb.clock.now()) }
  })

async function openUnder(
  journeys: Journeys,
  id: Id<'journey'>,
  contractId: string | undefined,
): Promise<StoredJourney | undefined> {
  const stored = await journeys.load(id)
  if (!stored || stored.journey.status === 'ended') return undefined
  return contractId === undefined || stored.journey.contractId === contractId ? stored : undefined
}

/** As if the mail had said itself whom it is about. */
const hearCorrection = (
  journeys: Journeys,
  stored: StoredJourney,
  mail: Id<'mail'>,
  { actor, verb }: { readonly actor: Actor; readonly verb: ReviewMailVerb },
) => commandLoaded(journeys, stored, { type: 'hear_consulent', about: 'correction', occurrence: mail }, actor, verb)

/** Two people who lay two mails with each other at the same moment must not wait for each other. */
async function lockInOrder(mails: Mails, ids: readonly Id<'mail'>[]): Promise<void> {
  for (const id of ids.toSorted()) await mails.waiting(id)
}

/** Of two contracts it is two referrals, whoever they are about. */
async function mayBelongTo(mails: Mails, id: Id<'mail'>, { id: own, contractId }: WaitingMail): Promise<boolean> {
  const [other] = id === own ? [] : await mails.waiting(id)
  return other !== undefined && (contractId ?? other.contractId) === (other.contractId ?? contractId)
}

/**
 * A mail that was sent away by mistake, by a person or by ourselves (an automatic answer, a repeat), waits for a person, and so does who
 * was left out of it. It has one outcome still: this one takes the place of the other.
 */
export const reopenMail = (verb: ReviewMailVerb, id: Id<'mail'>, actor: Actor): Promise<boolean> =>
  verb.transact(async ({ mails, outgoing }) => {
    const [waiting] = await mails.waiting(id)
    const decided = waiting ? [...decidedParticipants(await mails.decisions(id)).values()] : []
    const reopened = waiting ? decided.some(({ kind }) => kind === 'skipped') : await mails.reopen(id, verb.clock.now())
    if (!reopened) return false
    const [mail] = await mails.waiting(id)
    if (mail) await remindLater(outgoing, { ...mail, receivedAt: mail.countsFrom }, verb)
    await mails.record(id, { kind: 'reopened' }, actor, verb.clock.now())
    return true
  })
