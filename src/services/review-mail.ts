import type { Actor } from '#src/domain/actor.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import { acceptReferral, type Acceptance } from './accept-referral.ts'
import { lookAgain } from './look-again.ts'
import type { SettleMailVerb } from './settle-mail.ts'

export type Review = Acceptance | { readonly kind: 'not_waiting' }

/** A person accepts a mail that waits, with the form as they checked or corrected it. Terms count from its arrival all the same. */
export const acceptWaitingMail = (
  verb: SettleMailVerb,
  id: Id<'mail'>,
  reviewed: { readonly form: ReferralForm; readonly contractId: string },
  actor: Actor,
): Promise<Review> =>
  lookAgain(() =>
    verb.transact(async (parts) => {
      const [mail] = await parts.mails.waiting(id)
      if (!mail) return { kind: 'not_waiting' }
      const { receivedAt, reference } = mail
      const acceptance = await acceptReferral(parts, { ...reviewed, receivedAt, reference }, actor, verb)
      if (acceptance.kind !== 'accepted') return acceptance
      const { contractId } = reviewed
      await parts.mails.settle(
        id,
        { outcome: 'accepted_by_person', contractId, journeyId: acceptance.journeyId },
        verb.clock.now(),
      )
      return acceptance
    }),
  )

/** A person says that a mail is no referral that we act on; it stays in the ledger with that outcome. */
export const rejectWaitingMail = (verb: SettleMailVerb, id: Id<'mail'>, why: string): Promise<boolean> =>
  verb.transact(async ({ mails }) => {
    const [mail] = await mails.waiting(id)
    if (!mail) return false
    await mails.settle(id, { outcome: 'rejected_by_person', why }, verb.clock.now())
    return true
  })
