import { isLetter, type MessageKind } from '#src/domain/values/message-kind.ts'
import { actsFrom } from '../engine.ts'
import type { Intent, Understood } from '../session.ts'
import { readTwice, type AnswerContext } from './read-twice.ts'

export interface Sent {
  readonly kind: MessageKind
  /** Of what is no text: its caption, or nothing. */
  readonly text: string
}

export interface SentContext extends AnswerContext {
  /** The participant was asked for proof, and it was not seen yet. */
  readonly awaitsProof?: boolean
  /** It is a photo of that proof, and it is kept. */
  readonly photo?: 'kept'
}

/** What a caption says that is no answer: then what it stands below is what was meant. */
const saysNothing: ReadonlySet<Intent> = new Set(['unclear', 'thanks'])

/** Below a photo that is kept, that this is the proof says nothing more. */
const isTelling = ({ intent, confidence }: Understood, { photo }: SentContext): boolean =>
  intent === 'crisis' || (confidence >= actsFrom && !saysNothing.has(intent) && !(photo && intent === 'proof'))

/** Somebody put a reaction there and thought better of it. */
export const isTakenBack = ({ kind, text }: Sent): boolean => kind === 'reaction' && text === ''

/** What a participant means with what they sent, text or not. Of a picture or a voice note only the caption is read. */
export function readSent({ kind, text }: Sent, context: SentContext): Understood {
  if (kind === 'text') return readTwice(text, context)
  if (kind === 'reaction') return { intent: 'reaction', confidence: 1 }
  const caption = readTwice(text, context)
  if (isTelling(caption, context)) return caption
  if (!context.awaitsProof || !isLetter(kind)) return { intent: 'unreadable', confidence: 1 }
  return { intent: 'proof_photo', confidence: 1, ...(context.photo ? { photo: context.photo } : {}) }
}
