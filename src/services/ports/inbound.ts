import type { Temporal } from 'temporal-polyfill'
import type { Id } from '#src/domain/values/id.ts'
import type { MessageKind } from '#src/domain/values/message-kind.ts'
import type { PhotoType } from '#src/domain/values/photo-type.ts'
import type { PhoneNumber } from '#src/domain/values/phone-number.ts'

/** A message as it came in on a channel. `reference` is the carrier's: the same one twice is one message. */
export interface ArrivedMessage {
  readonly channel: string
  readonly reference: string
  readonly from: string
  readonly kind: MessageKind
  /** Of what is no text: its caption, or nothing. */
  readonly text: string
  /** Of a pressed button: the key of the message of ours below which it stood. */
  readonly tapped?: string
  readonly receivedAt: Temporal.Instant
  /** Of a photo or document, when the channel brings it along. What it is shows in the bytes, whatever the sender calls it. */
  readonly media?: Uint8Array
}

/** A photo of proof, or a PDF. */
export interface Photo {
  readonly type: PhotoType
  readonly bytes: Uint8Array
}

export interface StoredMessage {
  readonly id: Id<'inbound'>
  readonly sequence: bigint
  readonly kind: MessageKind
  readonly text: string
  readonly receivedAt: Temporal.Instant
  /** The messages of ours that they can have read by then, their keys, newest first, the last few; of a button only its own. */
  readonly onScreen: readonly string[]
  /** A photo came with it and was stored; whether it stays is decided when the message is handled. */
  readonly hasPhoto: boolean
}

export type InboundOutcome =
  'understood' | 'asked_again' | 'with_person' | 'silent' | 'unknown_sender' | 'shared_number'

/** A message of a number that nobody has, or that several people share. */
export interface Stray {
  readonly outcome: 'unknown_sender' | 'shared_number'
  /** By which people find it. */
  readonly reference: string
  /** The number that it came from, when it is one: to find whose it may be. */
  readonly phone: PhoneNumber | undefined
  /** It points at danger. */
  readonly isUrgent: boolean
  /** Nobody need look at it any more: the system did what it asked. */
  readonly isSettled: boolean
}

export interface Inbound {
  /**
   * Stores what came in, encrypted under the participant's key, numbered on arrival. Answers undefined when this reference of the carrier
   * was stored before. A photo goes along under a key of its own.
   */
  add(
    message: ArrivedMessage,
    id: Id<'inbound'>,
    owner: { participantId: Id<'participant'>; journeyId: Id<'journey'> },
    photo?: Photo,
  ): Promise<bigint | undefined>
  /** The same for a message that belongs to nobody that we know: it has a key of its own and waits for a person. */
  addStray(message: ArrivedMessage, id: Id<'inbound'>, stray: Stray): Promise<bigint | undefined>
  /** A person is done with such a message. False: somebody was before, or it belongs to a journey. */
  settleStray(id: Id<'inbound'>, by: string, at: Temporal.Instant): Promise<boolean>
  /** Journeys with messages that wait, for the relay. */
  waiting(now: Temporal.Instant, leaseSeconds: number, limit: number): Promise<readonly WaitingMessages[]>
}

export interface WaitingMessages {
  readonly journeyId: Id<'journey'>
  /** The number of the newest of them. */
  readonly newest: string
}
