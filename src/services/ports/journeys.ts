import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { Session } from '#src/conversation/session.ts'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Timer } from '#src/domain/journey/timers.ts'
import type { Participant } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import type { PersonName } from '#src/domain/values/person-name.ts'
import type { InboundOutcome, StoredMessage } from './inbound.ts'
import type { NewOutgoing } from './outgoing.ts'

/** A journey as it is stored, locked until the transaction ends; `timers` are the rows that exist, not the ones that are wanted. */
export interface StoredJourney {
  readonly journey: Journey
  readonly participant: Participant
  readonly session: Session | undefined
  readonly timers: readonly Timer[]
  /** All that the participant wrote and nobody handled yet, in order of arrival. */
  readonly unhandled: readonly StoredMessage[]
  /** A short name that people see, that tells nothing. */
  readonly reference: string
  /** Where the journal of this journey stands: the next row continues its hash chain. */
  readonly journal: JournalHead
}

export interface JournalHead {
  readonly sequence: number
  readonly hash: Uint8Array
}

/** What is stored before a command; without a journey only when the referral is being accepted. */
export type Before = Omit<StoredJourney, 'journey'> & { readonly journey: Journey | undefined }

/** All that one command changes, written in one go. */
export interface JourneyChange {
  readonly before: Before
  readonly journey: Journey
  readonly session: Session | undefined
  readonly events: readonly JourneyEvent[]
  readonly actor: Actor
  readonly at: Temporal.Instant
  readonly timers: { readonly add: readonly Timer[]; readonly remove: readonly string[] }
  readonly outgoing: { readonly add: readonly NewOutgoing[]; readonly cancel: readonly string[] }
  /** Messages of the participant that this change answers, so that they and what follows from them are stored together. */
  readonly handled: readonly HandledMessage[]
  /** The participant of `before` is stored anew, with another phone; what waits for the old number goes no more. */
  readonly renumbered?: true
}

export interface HandledMessage {
  readonly id: Id<'inbound'>
  readonly outcome: InboundOutcome
}

export interface PhoneOwner {
  readonly participantId: Id<'participant'>
  readonly journeyId: Id<'journey'>
  readonly hasEnded: boolean
}

export interface PersonFound {
  readonly open?: Id<'journey'>
  /** Newest first; the person's own is among them when it runs. */
  readonly samePhone: readonly PhoneOwner[]
}

export interface Journeys {
  /** Locks participant and journey, in that order. Absent: unknown, or erased. */
  load(id: Id<'journey'>): Promise<StoredJourney | undefined>
  /** The first change of a journey makes the participant too, with their key. */
  save(change: JourneyChange): Promise<void>
  /**
   * The journeys that run of one person, by client number under a contract, and of whoever has the same phone. Two that ask about one
   * person at the same moment come after each other: the second sees the journey that the first made.
   */
  findPerson(contractId: string, clientNumber: string, phone?: string): Promise<PersonFound>
  /** Whose journeys run under a contract, without lock: a name is looked for among them all. */
  runningNames(contractId: string): Promise<readonly { readonly journeyId: Id<'journey'>; readonly name: PersonName }[]>
  /** Participants who can be reached at this number, with their journeys, newest first: those that run, else those that have ended. */
  findByPhone(phone: string): Promise<readonly PhoneOwner[]>
}
