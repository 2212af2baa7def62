import type { ReferralForm } from '#src/domain/participant.ts'
import type { EmailAddress } from '#src/domain/values/email-address.ts'

/** What became of reading one mail. Total: whatever the bytes are, there is exactly one of these. */
export interface MailReading {
  /** The Message-ID as written, if there was one; an identifier, never trusted. */
  readonly messageId?: string
  readonly from?: EmailAddress
  /** The contract the mail belongs to: receiving address first, then the sender's domain; absent when none or two candidates fit. */
  readonly contractId?: string
  readonly sender: SenderVerdict
  readonly outcome:
    | { readonly kind: 'referral'; readonly form: ReferralForm }
    | { readonly kind: 'waits'; readonly why: WaitReason; readonly words: string }
  /** How many citizen service numbers were taken out before anything else saw the text. */
  readonly bsnRemoved: number
}

/** 'verified' only on an aligned DKIM pass of a listed domain, as our own receiving server wrote it in its topmost header. */
export interface SenderVerdict {
  readonly verdict: 'verified' | 'unverified'
  /** In Dutch, for the person who reviews. */
  readonly words: string
}

export const waitReasons = [
  'sender_not_verified',
  'no_contract',
  'two_contracts',
  'not_a_referral',
  'field_missing',
  'field_doubtful',
  'consulent_outside_domain',
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
  }[]
}
