import type { Temporal } from 'temporal-polyfill'
import type { Session } from '#src/conversation/session.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Task } from '#src/domain/journey/task.ts'
import type { Participant } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { MessageKind } from '#src/domain/values/message-kind.ts'
import type { PersonName } from '#src/domain/values/person-name.ts'
import type { InboundOutcome, Photo } from './inbound.ts'
import type { MailKind } from './mail-kind.ts'
import type { LedgerCounts, MailDecision, MailOutcome, WaitingMail } from './mails.ts'
import type { SenderSeen } from './sender-seen.ts'
import type { OutgoingBody, OutgoingStatus } from './outgoing.ts'

/** Which part of a list: `page` counts from 1. */
export interface PageQuestion {
  readonly page: number
  readonly size: number
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Of the whole list. */
  readonly total: number
}

/** One journey as a list shows it: who it is about and where it stands. */
export interface JourneyCard {
  readonly reference: string
  readonly participant: Participant
  readonly journey: Journey
}

/** What journeys are looked up by. Numbers and references are found by their index; a name is matched on the opened names. */
export type JourneySearch =
  | { readonly kind: 'all' }
  | { readonly kind: 'reference' | 'phone' | 'client_number'; readonly value: string }
  | { readonly kind: 'ids'; readonly values: readonly Id<'journey'>[] }
  | { readonly kind: 'name'; readonly matches: (name: PersonName) => boolean }

/** One row of the journal. `actor`: 'participant', 'consulent', 'system' or 'staff:<id>'. */
export interface JournalLine {
  readonly sequence: number
  readonly at: Temporal.Instant
  readonly actor: string
  readonly event: JourneyEvent
}

/** One thing that left, or will leave, with what became of it. */
export interface OutgoingRow {
  readonly id: Id<'outgoing'>
  /** See `outgoingKey`. */
  readonly key: string
  /** Absent for a mail to our own people about something that belongs to no journey. */
  readonly journeyId: Id<'journey'> | undefined
  /** It answers something that a participant wrote; the rest the system began. */
  readonly isAnswer: boolean
  /** A member of staff wrote it. */
  readonly byStaff: boolean
  readonly body: OutgoingBody
  readonly status: OutgoingStatus
  readonly createdAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | undefined
  readonly approved: boolean
}

/** A mail of ours of which a report says that it did not arrive. */
export interface ReturnedMail {
  readonly row: OutgoingRow
  /** The journey that it was about, also when it only belongs to the mail that this journey came of. */
  readonly journeyId: Id<'journey'> | undefined
  /** The mail that it was about. */
  readonly mailId: Id<'mail'> | undefined
}

export interface InboundRow {
  readonly id: Id<'inbound'>
  readonly kind: MessageKind
  /** Of what is no text: its caption, or nothing. */
  readonly text: string
  readonly receivedAt: Temporal.Instant
  /** Absent: not handled yet. */
  readonly outcome: InboundOutcome | undefined
  /** A photo of proof came with it, and is kept. */
  readonly hasPhoto: boolean
}

/** A message of a number that nobody has, or that several people share. */
export interface StrayMessage extends InboundRow {
  /** Absent: it came in before such messages had one, as is the number. */
  readonly reference: string | undefined
  readonly from: string | undefined
  readonly isUrgent: boolean
  /** When a person, or the system, was done with it. */
  readonly settledAt: Temporal.Instant | undefined
  /** The journeys of whoever has this number now. */
  readonly mayBeOf: readonly JourneyCard[]
}

/** Everything that one page about a journey shows. */
export interface JourneyDetails extends JourneyCard {
  readonly session: Session | undefined
  /** Oldest first. */
  readonly journal: readonly JournalLine[]
  /** In the order in which they were wanted. */
  readonly outgoing: readonly OutgoingRow[]
  /** In the order in which they arrived. */
  readonly inbound: readonly InboundRow[]
}

/** Consulenten read names, our own people are only told to look. */
export type MailAudience = 'consulent' | 'staff'

export interface OpenTask extends JourneyCard {
  readonly task: Task
  /** The message of the participant that raised it, and what came in while it is read with that one; none: something else did. */
  readonly inbound: readonly InboundRow[]
}

/** One mail of the ledger; what stands in it stays sealed. */
export interface LedgerLine {
  readonly id: Id<'mail'>
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  /** Absent: stored, and not read yet. */
  readonly outcome: MailOutcome | undefined
  readonly contractId: string | undefined
  readonly journeyId: Id<'journey'> | undefined
}

/** One step of what people did with a mail; `actor` as in the journal. */
export interface MailStep extends MailDecision {
  readonly at: Temporal.Instant
  readonly actor: string
}

/** One mail and how it came to its outcome. */
export interface MailDetails extends LedgerLine {
  readonly handledAt: Temporal.Instant | undefined
  /** Absent: the mail itself is kept still, or never was. */
  readonly rawDestroyedAt: Temporal.Instant | undefined
  /** Why it waited for a person; empty when it never did, or nothing is kept. */
  readonly words: string
  /** Absent: it could not be read, or is older than this was kept. */
  readonly sender: SenderSeen | undefined
  readonly kind: MailKind | undefined
  /** A code; empty when it never waited. */
  readonly why: string
  /** Of a duplicate: the mail that it repeats. */
  readonly earlier: Id<'mail'> | undefined
  /** Of a report: the mail of ours that did not arrive. */
  readonly returned: Id<'outgoing'> | undefined
  /** How many participants were read in it, as far as that is kept. */
  readonly people: number
  /** Oldest first. */
  readonly steps: readonly MailStep[]
}

/** Reads what people look at. It changes nothing and locks nothing; what it opened is personal data and goes nowhere but the page. */
export interface Overview {
  /** Newest first. */
  journeys(search: JourneySearch, question: PageQuestion): Promise<Page<JourneyCard>>
  /** Absent: unknown, or erased. */
  journey(id: Id<'journey'>): Promise<JourneyDetails | undefined>
  /** A photo of proof that is kept for this journey; absent: it was erased, or never was there. */
  proofPhoto(journeyId: Id<'journey'>, id: Id<'inbound'>): Promise<Photo | undefined>
  /** Journeys that have an appointment with a start in this window, by that start. */
  withAppointment(from: Temporal.Instant, to: Temporal.Instant): Promise<readonly JourneyCard[]>
  /** Danger to somebody first, then by when they are due. */
  openTasks(question: PageQuestion): Promise<Page<OpenTask>>
  ledger(): Promise<LedgerCounts>
  /** Every mail, newest first. */
  mails(question: PageQuestion): Promise<Page<LedgerLine>>
  waitingMails(): Promise<readonly WaitingMail[]>
  mail(id: Id<'mail'>): Promise<MailDetails | undefined>
  /** The bytes of a mail that was read; absent: they were destroyed, or it was too large to fetch. */
  rawMail(id: Id<'mail'>): Promise<Buffer | undefined>
  /** Mails that we sent or will send, newest first. */
  sentMails(audience: MailAudience, question: PageQuestion): Promise<Page<OutgoingRow>>
  /** Absent: it is no longer kept. */
  returnedMail(id: Id<'outgoing'>): Promise<ReturnedMail | undefined>
  /** What waits for somebody's approval, oldest first. */
  toApprove(question: PageQuestion): Promise<Page<OutgoingRow>>
  /** Messages from numbers that nobody has, or that several people share, and that nobody is done with: danger first, then the newest. */
  strayMessages(question: PageQuestion): Promise<Page<StrayMessage>>
  /** One of them by its reference, also when somebody is done with it. */
  strayMessage(reference: string): Promise<StrayMessage | undefined>
  /** The mail that has this reference. */
  mailByReference(reference: string): Promise<LedgerLine | undefined>
  /** The mails that a person laid with this one, and those that repeat or announced it, oldest first. */
  mailsWith(id: Id<'mail'>): Promise<readonly LedgerLine[]>
  /** Every mail that came in about a journey, oldest first. */
  mailsOf(journeyId: Id<'journey'>): Promise<readonly LedgerLine[]>
  /** A number that is another one as soon as something changed, of one journey or at all: what it is means nothing. */
  mark(journeyId?: Id<'journey'>): Promise<number>
}
