import type { Entry } from '../lexicon.ts'

/** The ways to write one part of a phrase whose words hold `_`: together, or as two words. */
function waysOf(part: string): string[] {
  const [, mark = '', choices = ''] = /^(\??)(.*)$/.exec(part) ?? []
  const all = choices.split('/')
  const apart = new Map<string, string[]>()
  for (const choice of all) {
    const at = choice.indexOf('_')
    if (at < 0) continue
    const first = choice.slice(0, at)
    apart.set(first, [...(apart.get(first) ?? []), choice.slice(at + 1).replaceAll('_', '')])
  }
  const together = mark + [...new Set(all.map((choice) => choice.replaceAll('_', '')))].join('/')
  return [together, ...[...apart].map(([first, rests]) => `${mark}${first} ${mark}${rests.join('/')}`)]
}

/** A phrase in every way it is written: Persian writes 'نمی‌آیم' as one word or as two. */
const spelledOut = (phrase: string): string[] =>
  phrase
    .split(' ')
    .reduce<string[]>(
      (found, part) => found.flatMap((begun) => waysOf(part).map((way) => (begun === '' ? way : `${begun} ${way}`))),
      [''],
    )

export const allSpelled = (phrases: readonly string[]): string[] => phrases.flatMap(spelledOut)

export const spelledEntry = ({ whole, sure, likely, hint, ...entry }: Entry): Entry => ({
  ...entry,
  ...(whole && { whole: allSpelled(whole) }),
  ...(sure && { sure: allSpelled(sure) }),
  ...(likely && { likely: allSpelled(likely) }),
  ...(hint && { hint: allSpelled(hint) }),
})

const phrasesIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ sure = [], likely = [], hint = [] }) => [...sure, ...likely, ...hint])

/** 'Not' is one letter before the verb: a word and its opposite are never each other's slip of the finger. */
export const opposites = (entries: readonly Entry[]): string[] => [
  ...new Set(
    phrasesIn(entries)
      .flatMap((phrase) => phrase.split(/[ /?]/))
      .filter((word) => /^\p{Script=Arabic}{4,}$/u.test(word))
      .flatMap((word) => (word.startsWith('ن') ? [word.slice(1)] : [`ن${word}`])),
  ),
]
