import type { PhraseBook } from './phrase-book.ts'
import { readMessage, type Reading } from './reading.ts'
import { wordsIn, type Words } from './text.ts'

/** A text cut into words once and read once with each book, also when two readers look at it. */
export interface ReadText {
  readonly text: string
  readonly words: Words
  readWith(book: PhraseBook): Reading
}

export function readText(text: string): ReadText {
  const words = wordsIn(text)
  const readings = new Map<PhraseBook, Reading>()
  return {
    text,
    words,
    readWith(book) {
      const reading = readings.get(book) ?? readMessage(words, book)
      readings.set(book, reading)
      return reading
    },
  }
}
