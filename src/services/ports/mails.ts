import type { Temporal } from 'temporal-polyfill'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'

/** Where a mail was seen on a server. One mail may be seen more than once (a reset UIDVALIDITY, two mailboxes). */
export interface Sighting {
  readonly mailbox: string
  readonly uidValidity: string
  readonly uid: number
}

export interface ArrivedMail {
  readonly sighting: Sighting
  /** IMAP's INTERNALDATE: the moment that terms count from; the Date header is the sender's say-so. */
  readonly receivedAt: Temporal.Instant
  /** Absent when the mail was too large to fetch; it then waits for a person. */
  readonly raw: Buffer | undefined
  readonly size: number
}

/**
 * What became of a mail. Every mail on the server has exactly one row and, once handled, exactly one outcome (promise 1). `waiting`
 * means that a person has it.
 */
export type MailOutcome = 'journey' | 'waiting' | 'duplicate' | 'accepted_by_person' | 'rejected_by_person'

export interface LedgerMail {
  readonly id: Id<'mail'>
  readonly reference: string
  readonly raw: Buffer | undefined
  readonly receivedAt: Temporal.Instant
  readonly size: number
}

export interface ClaimedMail extends Omit<LedgerMail, 'raw'> {
  readonly earlier?: Id<'mail'>
}

/** What was read in a mail that waits, for the person who looks at it. */
export interface WaitingMail {
  readonly id: Id<'mail'>
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  readonly why: string
  readonly words: string
  readonly form: ReferralForm | undefined
  readonly contractId: string | undefined
}

export interface MailResult {
  readonly outcome: MailOutcome
  readonly why?: string
  /** Dutch, shown to a person; stored encrypted because it may quote the mail. */
  readonly words?: string
  readonly form?: ReferralForm
  readonly contractId?: string
  readonly journeyId?: Id<'journey'>
}

export interface LedgerCounts {
  readonly received: number
  readonly handled: number
  readonly waiting: number
  /** Stored and not read yet; zero when all is at rest. */
  readonly unread: number
}

export interface Mails {
  /** Stores the bytes, encrypted under a key of their own, before anything reads them; a second sighting makes no second mail. */
  store(mail: ArrivedMail, id: Id<'mail'>, reference: string): Promise<{ id: Id<'mail'>; isNew: boolean }>
  /** The bytes of a mail that has no outcome yet, to read them outside a transaction. */
  read(id: Id<'mail'>): Promise<LedgerMail | undefined>
  /**
   * Locks a mail that has no outcome yet, without opening its bytes, and remembers its Message-ID. `earlier` is a handled mail that had
   * the same one.
   */
  claim(id: Id<'mail'>, messageId: string | undefined): Promise<ClaimedMail | undefined>
  settle(id: Id<'mail'>, result: MailResult, at: Temporal.Instant): Promise<void>
  unread(now: Temporal.Instant, leaseSeconds: number, limit: number): Promise<readonly Id<'mail'>[]>
  /** Mails that a person has, locked when `id` is given. */
  waiting(id?: Id<'mail'>): Promise<readonly WaitingMail[]>
  counts(): Promise<LedgerCounts>
}
