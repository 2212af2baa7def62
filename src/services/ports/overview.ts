import type { Temporal } from 'temporal-polyfill'
import type { Session } from '#src/conversation/session.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Task } from '#src/domain/journey/task.ts'
import type { Participant } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { PersonName } from '#src/domain/values/person-name.ts'
import type { InboundOutcome } from './inbound.ts'
import type { LedgerCounts, MailOutcome, WaitingMail } from './mails.ts'
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
  /** Absent for a mail to our own people about something that belongs to no journey. */
  readonly journeyId: Id<'journey'> | undefined
  /** It answers something that a participant wrote; the rest the system began. */
  readonly isAnswer: boolean
  readonly body: OutgoingBody
  readonly status: OutgoingStatus
  readonly createdAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | undefined
  readonly approved: boolean
}

export interface InboundRow {
  readonly id: Id<'inbound'>
  readonly text: string
  readonly receivedAt: Temporal.Instant
  /** Absent: not handled yet. */
  readonly outcome: InboundOutcome | undefined
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

/** Reads what people look at. It changes nothing and locks nothing; what it opened is personal data and goes nowhere but the page. */
export interface Overview {
  /** Newest first. */
  journeys(search: JourneySearch, question: PageQuestion): Promise<Page<JourneyCard>>
  /** Absent: unknown, or erased. */
  journey(id: Id<'journey'>): Promise<JourneyDetails | undefined>
  /** Journeys that have an appointment with a start in this window, by that start. */
  withAppointment(from: Temporal.Instant, to: Temporal.Instant): Promise<readonly JourneyCard[]>
  /** Danger to somebody first, then by when they are due. */
  openTasks(question: PageQuestion): Promise<Page<OpenTask>>
  ledger(): Promise<LedgerCounts>
  /** Every mail, newest first. */
  mails(question: PageQuestion): Promise<Page<LedgerLine>>
  waitingMails(): Promise<readonly WaitingMail[]>
  /** The bytes of a mail that a person has; absent: it does not wait, or it was too large to fetch. */
  waitingRaw(id: Id<'mail'>): Promise<Buffer | undefined>
  /** Mails that we sent or will send, newest first. */
  sentMails(audience: MailAudience, question: PageQuestion): Promise<Page<OutgoingRow>>
  /** What waits for somebody's approval, oldest first. */
  toApprove(question: PageQuestion): Promise<Page<OutgoingRow>>
  /** Messages from numbers that nobody has, or that several people share, newest first. */
  strayMessages(question: PageQuestion): Promise<Page<InboundRow>>
  /** A number that is another one as soon as something changed, of one journey or at all: what it is means nothing. */
  mark(journeyId?: Id<'journey'>): Promise<number>
}
