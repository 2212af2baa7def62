import type { FormField } from './contract/contract.ts'
import type { ClientNumber } from './values/client-number.ts'
import type { EmailAddress } from './values/email-address.ts'
import type { PersonName } from './values/person-name.ts'
import type { PhoneNumber } from './values/phone-number.ts'
import type { RiskLevel } from './values/risk-level.ts'

/**
 * What a mail seems to say of one participant, for a person who checks it: the likeliest value of each field, also of one in doubt, and
 * what stands in the mail. Nothing is done with it before a person, or the judgement of the whole mail, makes a referral of it.
 */
export interface ProposedReferral {
  readonly name?: PersonName
  readonly clientNumber?: ClientNumber
  readonly phone?: PhoneNumber
  readonly email?: EmailAddress
  /** ISO 8601. */
  readonly birthDate?: string
  /** As written: it may name several. */
  readonly language?: string
  readonly interpreter?: boolean
  readonly municipality?: string
  readonly product?: string
  readonly risk?: RiskLevel
  readonly remarks?: string
  readonly consulent: { readonly name?: string; readonly email?: EmailAddress }
  /** Per field what stood behind its label, as written, without citizen service numbers. */
  readonly sources: Readonly<Partial<Record<FormField, string>>>
  /** In Dutch: what is not certain. */
  readonly doubts: readonly string[]
  /** The same, by the field that it is about. */
  readonly doubtful?: Readonly<Partial<Record<FormField, string>>>
  /**
   * Of what is not in doubt and yet not certain, why: its label was mistyped or put in other words, or it was told in a sentence. What is in
   * neither stood behind a label that we know.
   */
  readonly likely?: Readonly<Partial<Record<FormField, 'other_words' | 'sentence'>>>
}
