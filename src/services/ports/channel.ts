import type { SendOutcome } from './outgoing.ts'

/** One message to one number. `id` is ours: a carrier that keeps it can be asked later whether it took the message. */
export interface ChannelMessage {
  readonly id: string
  readonly to: string
  readonly text: string
}

/** How messages reach a participant. No type and no error of a provider leaves its folder. */
export interface Channel {
  readonly name: string
  send(message: ChannelMessage): Promise<SendOutcome>
  /** What became of an attempt whose end we do not know. */
  lookUp(id: string): Promise<LookUp>
}

/** `cannot_tell`: a person must find out; nothing is ever sent a second time on a guess. */
export type LookUp =
  | { readonly kind: 'sent'; readonly reference: string }
  | { readonly kind: 'not_sent' }
  | { readonly kind: 'cannot_tell' }
