import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { Likeness } from './find-like-journeys.ts'
import { isSameName } from './find-journeys.ts'
import type { WaitingMail } from './ports/mails.ts'

/** A mail that waits too and may be about the same person, and by what; 'withdrawn': one of the two seems to take the other back. */
export interface LikeMail {
  readonly mail: WaitingMail
  readonly same: readonly (Likeness | 'withdrawn')[]
}

const most = 10

/** The other mails that wait, of the same contract as far as that is known, with the same client number, phone number or name. */
export const findLikeMails = (
  waiting: readonly WaitingMail[],
  mail: WaitingMail,
  proposal: ProposedReferral | undefined,
): readonly LikeMail[] =>
  waiting
    .filter(
      ({ id, contractId }) => id !== mail.id && (contractId ?? mail.contractId) === (mail.contractId ?? contractId),
    )
    .map((other) => ({ mail: other, same: samenessOf(mail, other, proposal) }))
    .filter(({ same }) => same.length > 0)
    .slice(0, most)

const samenessOf = (
  mail: WaitingMail,
  other: WaitingMail,
  proposal: ProposedReferral | undefined,
): LikeMail['same'] => [
  ...(other.withdrawnBy?.id === mail.id || mail.withdrawnBy?.id === other.id ? (['withdrawn'] as const) : []),
  ...(proposal ? [...new Set(other.proposals.flatMap((theirs) => sameIn(proposal, theirs)))] : []),
]

const sameIn = (one: ProposedReferral, other: ProposedReferral): Likeness[] => [
  ...(one.clientNumber !== undefined && one.clientNumber === other.clientNumber ? (['client_number'] as const) : []),
  ...(one.phone !== undefined && one.phone === other.phone ? (['phone'] as const) : []),
  ...(one.name && other.name && isSameName(one.name)(other.name) ? (['name'] as const) : []),
]
