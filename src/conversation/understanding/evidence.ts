import type { Temporal } from 'temporal-polyfill'
import type { MessageIntent, Situation } from './assessment.ts'
import { chosenSlot } from './chosen-slot.ts'
import { languagesIn, type LanguagesIn } from './languages.ts'
import type { Meaning } from './lexicon.ts'
import { lexiconOf } from './lexicons.ts'
import type { MomentPiece } from './moment/moment-piece.ts'
import { momentTokens } from './moment/moment-tokens.ts'
import { momentsIn } from './moment/moments-in.ts'
import { bookOf, type PhraseBook, type Strength } from './phrase-book.ts'
import { readText, type ReadText } from './read-text.ts'
import type { Reading } from './reading.ts'
import type { Words } from './text.ts'

/** A message with what is known when it comes in; moments are local. */
export interface IncomingMessage {
  readonly text: string
  readonly situation: Situation
  /** The language that is known of this person. */
  readonly language?: string
  readonly today: Temporal.PlainDate
  readonly appointment?: Temporal.PlainDateTime
  /** What was offered, in its order. */
  readonly slots?: readonly Temporal.PlainDateTime[]
}

/** What the rules look at, read once. */
export interface Evidence {
  readonly message: IncomingMessage
  /** ISO 639-1, of the text. */
  readonly language: string
  readonly words: Words
  readonly reading: Reading
  readonly book: PhraseBook
  readonly pieces: readonly MomentPiece[]
  /** The words among which the pieces stand. */
  readonly momentTokens: readonly string[]
  readonly slot: number | 'other' | undefined
  /** How clearly a meaning is said, 0 when it is not. */
  clarity(means: Meaning): number
}

export const clarities: Record<Strength, number> = { sure: 0.95, likely: 0.8, hint: 0.5 }

/** What only hints does not count by itself. */
export const enough = 0.6

export function evidenceIn(message: IncomingMessage, read: ReadText = readText(message.text)): Evidence {
  const { text, slots = [], today, situation, language: known } = message
  const { words } = read
  const languages = languagesIn(text, words.tokens, known)
  const book = bookOf(mixedWith(languages).map(lexiconOf))
  const reading = read.readWith(book)
  const tokens = momentTokens(words.plain).map(book.aliasOf)
  const pieces = momentsIn(tokens, book.moments)
  const slot = situation === 'offered_slots' ? chosenSlot({ tokens, pieces, slots, today, book }) : undefined
  const clarity = (means: Meaning): number =>
    Math.max(
      0,
      ...reading.matches.filter(({ entry }) => entry.means === means).map(({ strength }) => clarities[strength]),
    )
  return { message, language: languages.main, words, reading, book, pieces, momentTokens: tokens, slot, clarity }
}

/** Dutch and English are always mixed; into another language only Dutch is, where there is much of it: its words may mean something else there. */
const mixedWith = ({ main, also }: LanguagesIn): string[] => {
  if (main === 'nl') return ['nl', 'en']
  if (main === 'en') return ['en', 'nl']
  return also === 'nl' ? [main, also] : [main]
}

/** An intent with how sure it is. */
export interface Found {
  readonly intent: MessageIntent
  readonly confidence: number
}
