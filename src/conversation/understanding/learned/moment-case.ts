import type { Assessment, MessageIntent } from '../assessment.ts'

/** More pieces of days and hours than this make it no harder to tell which of them is meant. */
const mostPieces = 3

/**
 * What the finding of a moment was like: for which intent, in which form, among how many days and hours. How often it is right differs
 * much between them, and is learned (`npm run train`).
 */
export const momentCase = (intent: MessageIntent, when: Assessment['when'], pieces: number): string =>
  `${intent} ${formOf(when)} ${String(Math.min(mostPieces, pieces))}`

function formOf(when: Assessment['when']): string {
  if (when === null) return 'none'
  if (typeof when === 'number') return 'slot'
  if (typeof when !== 'string') return 'span'
  if (when.startsWith('PT')) return 'delay'
  if (when.startsWith('T')) return 'hour'
  return when.includes('T') ? 'day and hour' : 'day'
}
