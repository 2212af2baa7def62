import type { NoticeFacts } from '../notice-facts.ts'
import type { SendOutcome } from './outgoing.ts'

export interface OutgoingMail {
  /** Ours, and the same at every attempt: a receiver that sees it twice can tell. */
  readonly id: string
  readonly to: string
  readonly facts: NoticeFacts
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>
  /** Whether the mail server takes our login; the message says what to do. */
  verify(): Promise<{ ok: boolean; detail: string }>
  close(): void
}
