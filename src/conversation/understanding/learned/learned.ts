import { absenceReasons, type AbsenceReason } from '#src/domain/contract/absence-reason.ts'
import { meanings, type MessageIntent } from '../assessment.ts'
import type { Learned } from './classifier.ts'
import stored from './weights.json' with { type: 'json' }

export type ReasonClass = AbsenceReason | 'none'
export const reasonClasses: readonly ReasonClass[] = [...absenceReasons, 'none']

/** As `npm run train` writes it. */
export interface StoredWeights {
  /** One byte for each bucket and class, in base64. */
  readonly weights: string
  readonly scale: number
  readonly temperature: number
}

/** How often the moment of a message is right, by `momentCase`; a case that was never seen is as certain as the rest. */
export type MomentTrust = ReadonlyMap<string, number>

export interface Learnt {
  readonly intents: Learned<MessageIntent>
  readonly reasons: Learned<ReasonClass>
  readonly moments: MomentTrust
}

function learnedFrom<Class extends string>(classes: readonly Class[], kept: StoredWeights): Learned<Class> {
  const { buffer, byteOffset, length } = Buffer.from(kept.weights, 'base64')
  const weights = new Int8Array(buffer, byteOffset, length)
  return { classes, weights, scale: kept.scale, temperature: kept.temperature }
}

/** As `npm run train` writes all of it. */
export interface Stored {
  readonly intents: StoredWeights
  readonly reasons: StoredWeights
  readonly moments: Readonly<Record<string, number>>
}

export const learntFrom = (kept: Stored): Learnt => ({
  intents: learnedFrom(meanings, kept.intents),
  reasons: learnedFrom(reasonClasses, kept.reasons),
  moments: new Map(Object.entries(kept.moments)),
})

let once: Learnt | undefined

/** What was learned from the labelled messages, unpacked when it is first needed. */
export const learnt = (): Learnt => (once ??= unpacked(stored))

/** Once it is numbers its text is let go: it takes more memory than they do, and a module is kept for ever. */
function unpacked(kept: { -readonly [Name in keyof Stored]: Stored[Name] }): Learnt {
  const numbers = learntFrom(kept)
  kept.intents = { ...kept.intents, weights: '' }
  kept.reasons = { ...kept.reasons, weights: '' }
  return numbers
}
