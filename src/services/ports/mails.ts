import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { EmailAddress } from '#src/domain/values/email-address.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { Reference } from '#src/domain/values/reference.ts'
import type { MailKind } from './mail-kind.ts'
import type { SenderSeen } from './sender-seen.ts'

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
 * means that a person has it, `aside` that nobody needs to look, `attached` that it belongs to a journey that was there, which asks a person
 * what it needs.
 */
export type MailOutcome =
  'journey' | 'waiting' | 'duplicate' | 'aside' | 'attached' | 'accepted_by_person' | 'rejected_by_person'

export interface LedgerMail {
  readonly id: Id<'mail'>
  readonly reference: string
  readonly raw: Buffer | undefined
  readonly receivedAt: Temporal.Instant
  readonly size: number
  /** What an earlier handling found of its signatures; it is not asked again. As it was given to `keepDkim`. */
  readonly dkim?: unknown
}

/** What a mail is known again by. */
export interface MailMarks {
  readonly messageId?: string
  /** See `likenessOf`; '' for a mail that could not be read. */
  readonly likeness: string
  readonly from?: EmailAddress
  /** See `stemOf`; '' for a mail without a sender or a subject. */
  readonly stem: string
  /** See `conversationOf`. */
  readonly conversation?: string
}

export interface EarlierMail {
  readonly id: Id<'mail'>
  readonly outcome: MailOutcome
  /** A code: what it waits for. */
  readonly why?: string
  /** It came from the same address, as far as both say so. */
  readonly sameSender: boolean
  /** As its sender was judged when it was read; absent when that is no longer kept. */
  readonly verdict?: SenderSeen['verdict']
}

/** What may tell which mail, or whose, another one is about. */
export interface MailThread {
  /** Message-IDs, without brackets. */
  readonly about: readonly string[]
  /** Those of our own making among them: of a mail that we sent, a mail that we have, or a journey. */
  readonly ours: readonly string[]
  readonly reference?: Reference
  /** Of a mail that names no other: what Outlook says it belongs to, and under which contract it was sent. */
  readonly conversation?: { readonly name: string; readonly contractId: string }
}

export interface ClaimedMail extends Omit<LedgerMail, 'raw' | 'dkim'> {
  /** A handled mail with the same Message-ID, and whether it says the same. */
  readonly earlier?: EarlierMail & { readonly alike: boolean }
  /** A mail that says the same under another Message-ID, and that somebody has, or whose journey runs: who comes back is referred anew. */
  readonly twin?: EarlierMail
  /** Absent: our receiving server had it. Else a person put it in; `contractId` is that of the mail that announced it. */
  readonly upload?: { readonly contractId?: string }
  /** How many receipts went to its sender in the last hour. */
  readonly receipts: number
}

/** What was read in a mail that waits, for the person who looks at it. */
export interface WaitingMail {
  readonly id: Id<'mail'>
  /** Absent: it was read before mails had a kind. */
  readonly kind: MailKind | undefined
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  /** From when its terms count: its arrival, or that of an earlier mail that a person laid with it. */
  readonly countsFrom: Temporal.Instant
  readonly why: string
  readonly words: string
  readonly form: ReferralForm | undefined
  readonly contractId: string | undefined
  readonly proposals: readonly ProposedReferral[]
  readonly sender: SenderSeen | undefined
  /** A later mail of the municipality that seems to take this one back, or change it: whoever accepts it must have seen that. */
  readonly withdrawnBy: { readonly id: Id<'mail'>; readonly reference: string } | undefined
  /** The journeys that it may be about; when it was read they ran. */
  readonly candidates: readonly Id<'journey'>[]
  /** Of a report: the mail of ours that did not arrive, when we know it. */
  readonly returned: Id<'outgoing'> | undefined
}

export interface LinkedJourney {
  readonly id: Id<'journey'>
  readonly contractId: string
  readonly runs: boolean
}

/** What a mail that calls back an earlier one under the same subject may mean. */
export interface CalledBack {
  /** Those of the contract that run, which began with a mail of that sender and subject, or to which one was added. */
  readonly journeys: readonly Id<'journey'>[]
  /** How many such mails wait for a person. */
  readonly waiting: number
}

export interface MailResult {
  readonly outcome: MailOutcome
  readonly kind?: MailKind
  /** What a person may find in it. */
  readonly proposals?: readonly ProposedReferral[]
  /** Of a duplicate: the mail that it repeats. */
  readonly earlier?: Id<'mail'>
  readonly why?: string
  /** Dutch, shown to a person; stored encrypted because it may quote the mail. */
  readonly words?: string
  readonly form?: ReferralForm
  readonly sender?: SenderSeen
  readonly contractId?: string
  readonly journeyId?: Id<'journey'>
  /** Of one that waits: the journeys that it may be about. */
  readonly candidates?: readonly Id<'journey'>[]
  /** Of a report: the mail of ours that did not arrive. */
  readonly returned?: Id<'outgoing'>
}

/** What a person did with a mail. The ledger holds its outcome as it is now; these steps tell how it came to be. */
export interface MailDecision {
  /**
   * 'skipped': one participant of several. 'uploaded': a person put the mail in. 'followed': it only announced a message, and a person
   * put that in.
   */
  readonly kind: 'accepted' | 'rejected' | 'reopened' | 'skipped' | 'uploaded' | 'followed'
  /** A code: it stands in the open. */
  readonly why?: string
  /** Which participant of the mail, counted from 0 in the order in which they were read. */
  readonly participant?: number
  /** The names of the fields that were corrected, never what stood in them. */
  readonly changed?: readonly string[]
  /** The journey that came of it, or to which it belongs. */
  readonly journeyId?: Id<'journey'>
  /**
   * Of one that was put in: the mail that announced it; of one that announced: the mail that was put in; of one that became no journey: the
   * mail that it belongs to.
   */
  readonly otherMail?: Id<'mail'>
}

export interface Announcement {
  readonly id: Id<'mail'>
  readonly receivedAt: Temporal.Instant
  readonly isWaiting: boolean
}

/** Why a mail that announced a message needs nobody any more: a code. */
export const contentAdded = 'content_added'

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
   * Locks a mail that has no outcome yet, without opening its bytes, and finds those that it may repeat.
   */
  claim(id: Id<'mail'>, marks: MailMarks, now: Temporal.Instant): Promise<ClaimedMail | undefined>
  /** Keeps what was found of its signatures at first sight, before anything is decided. */
  keepDkim(id: Id<'mail'>, dkim: unknown): Promise<void>
  /** The journeys that a mail leads to by what it answers or names. */
  journeysOf(thread: MailThread): Promise<readonly LinkedJourney[]>
  /** What the same sender sent before under the same subject. Until the end of the transaction none of it becomes a journey. */
  calledBack(by: Id<'mail'>, stem: string, contractId: string): Promise<CalledBack>
  /**
   * The mail that came after this one and calls it back, by sender and subject, when that was read first; this one is marked with it. Until
   * the end of the transaction no other calls it back.
   */
  calledBackBy(id: Id<'mail'>, stem: string): Promise<Id<'mail'> | undefined>
  /** The mail that a journey came of. */
  beginningOf(journeyId: Id<'journey'>): Promise<Id<'mail'> | undefined>
  /**
   * Marks the earlier mails that still wait and that this one seems to take back: those that it answers or names, else those of the same
   * sender with the same subject.
   */
  withdraw(by: Id<'mail'>, thread: MailThread, marks: Pick<MailMarks, 'stem'>): Promise<void>
  /** How often our own people were told since then of a report that a mail did not arrive. */
  bouncesToldSince(since: Temporal.Instant): Promise<number>
  /** A name for the thread of a mail, the same for every mail in it, that tells nothing. */
  threadName(root: string): string
  /** With `marks` the mail is known again by them; without, by what it was known by. */
  settle(id: Id<'mail'>, result: MailResult, at: Temporal.Instant, marks?: MailMarks): Promise<void>
  /** A mail that was sent away, wholly or in part, or that never waited, waits (again) with what was read in it. False: it is not one of those (any more). */
  reopen(id: Id<'mail'>, at: Temporal.Instant): Promise<boolean>
  /** Adds a step to what people did with a mail; none is ever changed. */
  record(id: Id<'mail'>, decision: MailDecision, actor: Actor, at: Temporal.Instant): Promise<void>
  /** A mail that announces a message, locked: one that waits, or to which content was added before. */
  announcement(id: Id<'mail'>): Promise<Announcement | undefined>
  /** What people did with it, oldest first. */
  decisions(id: Id<'mail'>): Promise<readonly MailDecision[]>
  unread(now: Temporal.Instant, leaseSeconds: number, limit: number): Promise<readonly Id<'mail'>[]>
  /** Ends that lease: who had the mail stops, and whoever looks next may have it at once. */
  giveBack(id: Id<'mail'>, now: Temporal.Instant): Promise<void>
  /** Mails that a person has, locked when `id` is given. */
  waiting(id?: Id<'mail'>): Promise<readonly WaitingMail[]>
  counts(): Promise<LedgerCounts>
}
