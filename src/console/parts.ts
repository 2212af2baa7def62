import type { Temporal } from 'temporal-polyfill'
import type { FormField } from '#src/domain/contract/contract.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { JourneyVerb } from '#src/services/command-journey.ts'
import type { NoticeFacts } from '#src/services/notice-facts.ts'
import type { Appointments } from '#src/services/ports/appointments.ts'
import type { Inbound } from '#src/services/ports/inbound.ts'
import type { Journeys } from '#src/services/ports/journeys.ts'
import type { Mails } from '#src/services/ports/mails.ts'
import type { Outgoing } from '#src/services/ports/outgoing.ts'
import type { Overview } from '#src/services/ports/overview.ts'
import type { References } from '#src/services/ports/references.ts'
import type { SendingSwitch } from '#src/services/ports/sending-switch.ts'
import type { Transact } from '#src/services/ports/transact.ts'

/** What every verb that the console calls needs, together: the rows of one transaction, and what is known beside them. */
export interface ConsoleVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<{
    journeys: Journeys
    appointments: Appointments
    inbound: Inbound
    mails: Mails
    outgoing: Outgoing
  }>
  readonly references: References
}

/** One thing that must work, in Dutch: 'verbonden', or what is wrong with it and what to do. */
export interface Health {
  readonly name: string
  readonly ok: boolean
  readonly words: string
}

export interface RenderedMail {
  readonly subject: string
  readonly text: string
}

/** A mail that waits, as a person may read it: without BSN, and without anything that can be followed. */
export interface ReadableMail {
  readonly from: string | undefined
  /** What stands before that address: the sender's word. */
  readonly fromName?: string | undefined
  readonly subject: string
  readonly text: string
  readonly attachments: readonly ReadableAttachment[]
  /** The hosts that its links lead to. */
  readonly linkHosts: readonly string[]
  /** What stands behind the labels that we know, as written: a first draft of the form. */
  readonly written?: Readonly<Partial<Record<FormField, string>>>
  readonly proposals: readonly ProposedReferral[]
  readonly sender: ReadableSender
  /** The service for secure mail that it seems to have come through. */
  readonly service: string | undefined
  /** It holds a code that opens something: nothing of it is there. */
  readonly isCode: boolean
  /** The sentences to read before anything is done with it, the most telling first; as they stand in it, where they can be found. */
  readonly telling: readonly string[]
}

export interface ReadableAttachment {
  /** '' when the mail does not name it. */
  readonly name: string
  readonly kind: 'pdf' | 'docx' | 'xlsx' | 'csv' | 'txt' | 'image' | 'mail' | 'calendar' | 'signature' | 'unread'
  readonly text?: string
  /** In Dutch: why it was not read, and what to do. */
  readonly why?: string
}

/** How sure we are of who sent it, and by what. */
export interface ReadableSender {
  readonly verdict: 'verified' | 'likely' | 'unverified' | 'suspicious'
  readonly words: string
  readonly record: {
    readonly transport: { readonly encrypted: 'yes' | 'no' | 'unknown'; readonly version?: string }
    /** As our own receiving server wrote it: 'pass', 'fail' ... */
    readonly server: Readonly<Partial<Record<'dkim' | 'spf' | 'dmarc', string>>>
    /** As we found it ourselves. */
    readonly dkim:
      | { readonly kind: 'not_asked' }
      | { readonly kind: 'asked'; readonly signatures: readonly { readonly domain: string; readonly result: string }[] }
  }
}

/** In the demo the clock can be wound on to the next moment at which something happens by itself. */
export interface DemoTime {
  next(): Promise<Temporal.Instant | undefined>
  windTo(moment: Temporal.Instant): Promise<void>
}

export interface ConsoleParts {
  readonly verb: ConsoleVerb
  readonly overview: Overview
  readonly sendingSwitch: SendingSwitch
  /** What the configuration says; the stop button goes before it. */
  readonly sending: 'off' | 'approve' | 'on'
  /** Mailbox, queue, clock and the like, for the one line at the top. Answers soon: it is asked for with every look at the first page. */
  readonly health: () => Promise<readonly Health[]>
  /** Throws when a text or a word is missing. */
  readonly renderMail: (facts: NoticeFacts) => RenderedMail
  /** Reads the bytes of a mail that waits, with the labels of its contract, and takes BSNs out; throws when they are no mail. */
  readonly readMail: (
    raw: Buffer,
    mail: { readonly contractId: string | undefined; readonly receivedAt: Temporal.Instant },
  ) => Promise<ReadableMail>
  /** In bytes: a larger one cannot be put in. */
  readonly largestMail: number
  /** Shows the phones, on which one is the participant. Never with a real channel. */
  readonly simulator: boolean
  readonly demo?: DemoTime
  readonly zone: string
  /** Set when it was configured that whoever can reach this page may do everything (CONSOLE_NETWORK); else only this machine can. */
  readonly network?: 'trusted'
  /** The port that we listen on, known only once we do. */
  readonly port: () => number
  /** Something was stored that may be due now. */
  readonly nudge: () => void
  readonly onError: (error: unknown) => void
}

/** What pages are rendered with, besides their own facts. */
export interface PageContext {
  readonly now: Temporal.Instant
  readonly zone: string
}
