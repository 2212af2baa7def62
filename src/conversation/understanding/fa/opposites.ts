import type { Entry } from '../lexicon.ts'
import { wordsOf } from '../phrases.ts'
import { textOf } from '../vocabulary.ts'

const phrasesIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ sure = [], likely = [], hint = [] }) => [...sure, ...likely, ...hint])

/** 'Not' is one letter before the verb: a word and its opposite are never each other's slip of the finger. */
export const opposites = (entries: readonly Entry[]): string[] => [
  ...new Set(
    wordsOf(phrasesIn(entries))
      .map(textOf)
      .filter((word) => /^\p{Script=Arabic}{4,}$/u.test(word))
      .flatMap((word) => (word.startsWith('ن') ? [word.slice(1)] : [`ن${word}`])),
  ),
]
