import type { ClientNumber } from './values/client-number.ts'
import type { EmailAddress } from './values/email-address.ts'
import type { Language } from './values/language.ts'
import type { PersonName } from './values/person-name.ts'
import type { PhoneNumber } from './values/phone-number.ts'
import type { RiskLevel } from './values/risk-level.ts'

/** One person under one municipality, as the referral names them. All of it is personal data: stored encrypted under a key of its own. */
export interface Participant {
  readonly name: PersonName
  readonly clientNumber: ClientNumber
  readonly phone?: PhoneNumber
  readonly email?: EmailAddress
  readonly birthDate?: string
  readonly language: Language
  readonly interpreter?: boolean
  readonly consulent: Consulent
  /** Absent: the referral said nothing beside this, or came in before it was kept. */
  readonly notes?: ReferralNotes
}

/** The municipal case worker who is told; only ever by mail, and only at an address of the contract's own domains. */
export interface Consulent {
  readonly name?: string
  readonly email: EmailAddress
}

/** What a referral says beside who it is about, for people to read. Of these only the risk decides anything. */
export interface ReferralNotes {
  readonly product?: string
  readonly risk?: RiskLevel
  /** The language that was asked for when we have no texts in it: a person must know. */
  readonly otherLanguage?: string
  readonly remarks?: string
}

/** What a referral form says: the participant, and what people and the journey need to know beside it. */
export interface ReferralForm extends ReferralNotes {
  readonly participant: Participant
}
