import type { Temporal } from 'temporal-polyfill'

export interface MailboxPosition {
  readonly uidValidity: string
  readonly lastUid: number
  /** Mails that the server received earlier were passed over on the way; absent: none were. */
  readonly since?: Temporal.Instant
}

/** How far a mailbox was read; the ledger makes reading again safe, this only saves the work. */
export interface MailboxPositions {
  load(mailbox: string): Promise<MailboxPosition | undefined>
  save(mailbox: string, position: MailboxPosition): Promise<void>
}
