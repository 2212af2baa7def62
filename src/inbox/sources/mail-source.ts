import type { Temporal } from 'temporal-polyfill'

/** One mail as it lies on the server. */
export interface ArrivedMail {
  readonly mailbox: string
  readonly uidValidity: string
  readonly uid: number
  /** When the server received it (IMAP's INTERNALDATE): the moment that terms count from. The Date header is the sender's word. */
  readonly internalDate: Temporal.Instant
  /** In bytes. */
  readonly size: number
  /** The bytes as received; absent when there are too many of them (`largestMailBytes`): then the mail has been counted, not fetched. */
  readonly raw?: Buffer
}

/** How far a mailbox has been read. A UID means something only together with its UIDVALIDITY (RFC 3501, section 2.3.1.1). */
export interface MailboxPosition {
  readonly uidValidity: string
  readonly lastUid: number
  /** Mails that the server received earlier were passed over on the way; absent: none were. */
  readonly since?: Temporal.Instant
}

export interface MailboxPositions {
  load(mailbox: string): Promise<MailboxPosition | undefined>
  save(mailbox: string, position: MailboxPosition): Promise<void>
}

export interface MailAccount {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** True: TLS from the first byte. False: STARTTLS, which is then required, except on this machine itself. */
  readonly secure: boolean
  /** `ca`: the certificate (PEM) of the authority that signed the server's own, when it is not a public one. */
  readonly tls?: { readonly ca?: string }
}

export type ReaderState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'idle'; readonly since: Temporal.Instant }
  | {
      readonly kind: 'waiting'
      /** When it tries again, in milliseconds since 1970. */
      readonly untilMs: number
      readonly why: ReaderTrouble
      /** In Dutch, with what to do; never the password. */
      readonly words: string
    }

export const readerTroubles = ['refused', 'dns', 'wrong_password', 'tls', 'timeout', 'lost', 'other'] as const
export type ReaderTrouble = (typeof readerTroubles)[number]

/** Above this a mail is not fetched at all: forms are kilobytes, and one mail must not fill the memory. */
export const largestMailBytes = 40 * 1024 * 1024
