import type { MailContract } from '../contract-of-mail.ts'
import type { FormsOfMail } from '../forms-of-mail.ts'
import type { MailReading, SenderVerdict, WaitReason } from '../mail-reading.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import type { PlainMail } from '../parse-mail.ts'
import type { ReadAttachment } from '../redaction.ts'

/** A mail as it is looked at to say what it is: without citizen service numbers, its forms read, its sender judged. */
export interface SeenMail {
  readonly mail: PlainMail
  readonly sender: SenderVerdict
  /** The sender's domain is on the list of a contract. */
  readonly isListed: boolean
  /** All that we know of the municipality whose mail it may be. */
  readonly contract: MailContract | undefined
  readonly attachments: readonly ReadAttachment[]
  readonly forms: FormsOfMail
  /** It answers a mail of ours. */
  readonly answersUs: boolean
}

export interface KindFound {
  readonly kind: MailKind
  readonly outcome: MailReading['outcome']
}

export const waitsAs = (kind: MailKind, why: WaitReason, words: string): KindFound => ({
  kind,
  outcome: { kind: 'waits', why, words },
})
