import type { Temporal } from 'temporal-polyfill'
import type { Id } from '#src/domain/values/id.ts'
import type { NoticeFacts } from '../notice-facts.ts'

/** What leaves the system. The text of a message is settled when it is wanted; a mail is composed from its facts when it is sent. */
export type OutgoingBody =
  | { readonly kind: 'message'; readonly text: string; readonly to: string }
  | { readonly kind: 'mail'; readonly to: string; readonly facts: NoticeFacts }

/**
 * One row per thing to be sent, unique on (subject, purpose, occurrence): asking twice makes one row (promise 2). `stateKey` is the
 * message or notice of the journey that it carries out; an answer to what a participant wrote has none.
 */
export interface NewOutgoing {
  readonly id: Id<'outgoing'>
  readonly subject: string
  readonly purpose: string
  readonly occurrence: number
  readonly stateKey?: string
  readonly body: OutgoingBody
  /** Past it nothing goes out. */
  readonly notAfter?: Temporal.Instant
  /** Before it neither. */
  readonly notBefore?: Temporal.Instant
}

/** By which a message stays the same one, also when it was taken back and is wanted again. */
export const outgoingKey = ({
  subject,
  purpose,
  occurrence,
}: Pick<NewOutgoing, 'subject' | 'purpose' | 'occurrence'>) => `${purpose} ${String(occurrence)} ${subject}`

export type OutgoingStatus =
  'waiting' | 'sending' | 'sent' | 'delivered' | 'unknown' | 'failed' | 'cancelled' | 'expired' | 'rejected'

export interface ClaimedOutgoing {
  readonly id: Id<'outgoing'>
  /** Absent for a mail to our own people about a referral that waits. */
  readonly journeyId: Id<'journey'> | undefined
  readonly stateKey: string | undefined
  readonly body: OutgoingBody
  /** 1 for the first try. Above 1, or after 'unknown': look up what became of the earlier one before anything is sent. */
  readonly attempt: number
  readonly previous: 'none' | 'unknown' | 'retry'
  /** False when its time has passed since an earlier attempt: what became of that may be looked up, nothing may go out. */
  readonly mayStillGo: boolean
}

/** What became of one attempt to send. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly reference: string }
  /** No answer, or half an answer: it may have arrived. Never resent without looking it up. */
  | { readonly kind: 'unknown' }
  /** It surely did not arrive; try again then. */
  | { readonly kind: 'retry'; readonly afterSeconds: number }
  /** It will never arrive: a person must do it. */
  | { readonly kind: 'undeliverable' }

/** What a row carries out for a journey, to report back to. */
export interface CarriedOut {
  readonly journeyId: Id<'journey'>
  /** Of the journey's message or notice; absent: an answer in its conversation. */
  readonly stateKey: string | undefined
  readonly kind: OutgoingBody['kind']
}

/** A mail of ours as a report names it. */
export interface SentMail {
  readonly id: Id<'outgoing'>
  readonly status: OutgoingStatus
  readonly purpose: string
  readonly journeyId: Id<'journey'> | undefined
}

export interface Outgoing {
  /**
   * What is said about something that belongs to no journey: a mail to our own people, a receipt, an answer to a number that we do not
   * know; sealed with the key of what it is about. One that was taken back and is wanted again is the same row.
   */
  addAbout(subject: Id<'mail'> | Id<'inbound'>, row: NewOutgoing, now: Temporal.Instant): Promise<void>
  /** Takes back what was to be said of this later on, as long as it has not left. */
  forgetAbout(subject: Id<'mail'> | Id<'inbound'>, now: Temporal.Instant): Promise<void>
  /** The mail of ours among these ids. */
  mailAmong(ids: readonly string[]): Promise<SentMail | undefined>
  /** Ids of rows that may go now, oldest first, one per participant; marks them as handed out for `leaseSeconds`. */
  due(question: {
    now: Temporal.Instant
    leaseSeconds: number
    limit: number
    approvedOnly: boolean
  }): Promise<readonly Id<'outgoing'>[]>
  /** The journey of a message that the system starts a conversation with; absent for an answer, a mail, and what is on its way. */
  begins(id: Id<'outgoing'>): Promise<Id<'journey'> | undefined>
  /** Keeps a row back until then; what was said after it need not wait for it. */
  hold(id: Id<'outgoing'>, until: Temporal.Instant): Promise<void>
  /**
   * Takes the row for one attempt, by a conditional update: absent when another worker has it, it was cancelled, or its time is past
   * (then it is marked expired). Records the attempt before anything goes out.
   */
  claim(id: Id<'outgoing'>, now: Temporal.Instant): Promise<ClaimedOutgoing | undefined>
  finish(id: Id<'outgoing'>, attempt: number, outcome: SendOutcome, now: Temporal.Instant): Promise<void>
  /** What the carrier tells later about what it took; absent: unknown reference, or nothing that a journey waits for. */
  recordDelivery(
    reference: string,
    status: 'delivered' | 'failed',
    now: Temporal.Instant,
  ): Promise<CarriedOut | undefined>
  /** With SENDING=approve nothing leaves before a person said so. False: it is gone already, or past its use. */
  approve(id: Id<'outgoing'>, by: string, now: Temporal.Instant): Promise<boolean>
  /** Absent: it does not wait any more. */
  reject(
    id: Id<'outgoing'>,
    by: string,
    now: Temporal.Instant,
  ): Promise<{ readonly carried: CarriedOut | undefined } | undefined>
}
