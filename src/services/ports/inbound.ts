import type { Temporal } from 'temporal-polyfill'
import type { Id } from '#src/domain/values/id.ts'

/** A message as it came in on a channel. `reference` is the carrier's: the same one twice is one message. */
export interface ArrivedMessage {
  readonly channel: string
  readonly reference: string
  readonly from: string
  readonly text: string
  readonly receivedAt: Temporal.Instant
}

export interface StoredMessage {
  readonly id: Id<'inbound'>
  readonly sequence: bigint
  readonly text: string
  readonly receivedAt: Temporal.Instant
}

export type InboundOutcome =
  'understood' | 'asked_again' | 'with_person' | 'silent' | 'unknown_sender' | 'shared_number'

export interface Inbound {
  /**
   * Stores what came in, encrypted under the participant's key, numbered on arrival. `owner` absent: the number is not known, or is
   * shared by several people; the row then waits for a person. Answers undefined when this reference was stored before.
   */
  add(
    message: ArrivedMessage,
    id: Id<'inbound'>,
    owner: { participantId: Id<'participant'>; journeyId: Id<'journey'> } | undefined,
    outcome?: InboundOutcome,
  ): Promise<bigint | undefined>
  /** Journeys with messages that wait, for the relay. */
  waiting(now: Temporal.Instant, leaseSeconds: number, limit: number): Promise<readonly Id<'journey'>[]>
}
