import type { SpokenLexicon } from './lexicon.ts'
import { dutch, english } from './lexicons.ts'
import { bookOf } from './phrase-book.ts'
import { indexPhrases } from './phrases.ts'

/** The languages whose phrases the flows were written with; the others are read by the second reader (`read-twice.ts`). */
export const spokenLexicons: readonly SpokenLexicon[] = [dutch, english]

/** What a message to an open flow is read with. */
export const usualBook = bookOf(spokenLexicons)

/** Phrases for a time to come that does not say which day. */
export const laterPhrases = indexPhrases(
  spokenLexicons.flatMap(({ later }) => later.map((phrase) => [phrase, undefined] as const)),
)
