import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { EmailAddress } from '#src/domain/values/email-address.ts'
import type { Reference } from '#src/domain/values/reference.ts'
import type { SecurityRecord } from './authenticity/security-record.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'

/** What became of reading one mail. Total: whatever the bytes are, there is exactly one of these. */
export interface MailReading {
  /** As far as the mail says so itself. */
  readonly kind: MailKind
  /** The Message-ID as written, if there was one; an identifier, never trusted. */
  readonly messageId?: string
  readonly from?: EmailAddress
  /** The contract the mail belongs to: receiving address first, then the sender's domain; absent when none or two candidates fit. */
  readonly contractId?: string
  readonly sender: SenderVerdict
  readonly outcome: MailOutcome
  /** One per participant; only of a referral or a correction. */
  readonly proposals: readonly ProposedReferral[]
  /** Who wrote as the municipality's, when the mail has no participant to ask it of. */
  readonly consulent: ProposedReferral['consulent']
  /** The Message-IDs of the mails that it answers, or of those that came back; one may be of ours. */
  readonly about: readonly string[]
  /** A reference of ours in its subject. */
  readonly reference?: Reference
  /** Of a report about a mail of ours: it did not arrive, or it is still being tried. */
  readonly bounce?: 'failed' | 'delayed'
  /** Who sent it and what it is called without 'RE:' and the like, for finding the mails that belong together; '' when neither says anything. */
  readonly stem: string
  /** The conversation that Outlook says it belongs to. */
  readonly conversation?: string
  /** Of what may be about somebody whose journey runs: its subject and what was typed, to find whom it names; it is kept nowhere. */
  readonly said?: string
  /** Whether a receipt may go back: nothing says that a machine or a list sent it (RFC 3834). */
  readonly answerable: boolean
  /** What it says, as it is compared with earlier mails; only ever stored as a keyed hash. */
  readonly likeness: string
  /** How many citizen service numbers were taken out before anything else saw the text. */
  readonly bsnRemoved: number
}

export type MailOutcome =
  /** `saysMore`: beside the form stands what is not in every referral, in words or in a picture. */
  | { readonly kind: 'referral'; readonly form: ReferralForm; readonly saysMore?: true }
  /** `form`: only what is said beside a complete form holds it up. */
  | { readonly kind: 'waits'; readonly why: WaitReason; readonly words: string; readonly form?: ReferralForm }
  /** Nobody needs to look: a machine answered, or a code that is of no use any more. */
  | { readonly kind: 'aside'; readonly why: AsideReason; readonly words: string }

/**
 * 'verified' only on an aligned DKIM pass of a listed domain, as we or our own receiving server found it; only then may something happen
 * without a person. See `judgeSender`.
 */
export interface SenderVerdict {
  readonly verdict: 'verified' | 'likely' | 'unverified' | 'suspicious'
  /** In Dutch, for the person who reviews: why, and what to do. */
  readonly words: string
  readonly record: SecurityRecord
}

export const asideReasons = ['auto_reply', 'code'] as const
export type AsideReason = (typeof asideReasons)[number]

export const waitReasons = [
  'sender_not_verified',
  'no_contract',
  'two_contracts',
  'not_a_referral',
  'perhaps_no_referral',
  'own_sentences',
  'field_missing',
  'field_doubtful',
  'several_participants',
  'consulent_outside_domain',
  'pointer',
  'reply',
  'bounce',
  'calendar',
  'attachment_not_read',
  'unreadable',
  'too_large',
] as const
export type WaitReason = (typeof waitReasons)[number]

/** Installation facts that reading needs. */
export interface MailFacts {
  /** The name that our own receiving server writes in Authentication-Results; absent: nothing is ever verified. */
  readonly authservId?: string
  readonly contracts: readonly {
    readonly id: string
    readonly labels: Partial<Record<string, readonly string[]>>
    /** Exact mail domains of the municipality. */
    readonly domains: readonly string[]
    /** Our own addresses that belong to this contract alone. */
    readonly addresses: readonly string[]
    /** The municipality or organisation as people call it. */
    readonly municipality?: string
    /** False: a sentence of its own beside a form keeps a referral of theirs only when we do not know it to be harmless. */
    readonly ownSentencesWait?: boolean
    /** What stands in every mail of theirs, whole sentences in their own words: nothing is read in it. */
    readonly standingSentences?: readonly string[]
  }[]
  /** Our other addresses: nobody else may write in their name. */
  readonly ownAddresses?: readonly string[]
  /** Our own mail domains: what answers a mail of ours names one. */
  readonly ownDomains?: readonly string[]
}
