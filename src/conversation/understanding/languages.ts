import type { Lexicon } from './lexicon.ts'
import { understoodLanguages } from './lexicons.ts'
import { wordsOf } from './phrases.ts'

/** The languages that have a word: one bit for each, and behind those one for each that has it among its most common. */
type Known = ReadonlyMap<string, number>

const often = understoodLanguages.length

/**
 * The words of all languages, and the beginnings of words by which one that inflects is known.
 */
let knownWords: { readonly words: Known; readonly stems: Known } | undefined

const writtenIn = ({ entries, fillers, plain, moments }: Lexicon): string[] => [
  ...entries.flatMap(({ whole = [], sure = [], likely = [], hint = [] }) => [...whole, ...sure, ...likely, ...hint]),
  ...fillers,
  ...plain,
  ...moments.weekdays.flat(),
  ...Object.keys(moments.near),
  ...Object.keys(moments.numbers),
]

const shortestStem = 4

function readKnown(): { readonly words: Known; readonly stems: Known } {
  const [words, stems] = [new Map<string, number>(), new Map<string, number>()]
  const note = (known: Map<string, number>, word: string, bits: number): void =>
    void known.set(word, (known.get(word) ?? 0) | bits)
  for (const [at, lexicon] of understoodLanguages.entries()) {
    for (const word of lexicon.common) note(words, word, (1 << at) | (1 << (often + at)))
    for (const word of wordsOf(writtenIn(lexicon))) {
      if (!word.endsWith('~')) note(words, word, 1 << at)
      else if (word.length > shortestStem) note(stems, word.slice(0, -1), 1 << at)
    }
  }
  for (const sign of ['', '|']) words.delete(sign)
  return { words, stems }
}

/** Which languages have a word, or the beginning of it. */
function bitsOf(token: string): number {
  const { words, stems } = (knownWords ??= readKnown())
  const found = /^\d+$/.test(token) ? undefined : words.get(token)
  if (found !== undefined) return found
  for (let length = token.length - 1; length >= shortestStem; length--) {
    const stem = stems.get(token.slice(0, length))
    if (stem !== undefined) return stem
  }
  return 0
}

const commonWeight = 1
const knownWeight = 0.6

/** How much a word speaks for each language: the less, the more languages have it. */
function eachWeight(token: string, add: (code: string, weight: number) => void): void {
  const bits = bitsOf(token)
  if (bits === 0) return
  const having = understoodLanguages.flatMap(({ code }, at) => ((bits & (1 << at)) === 0 ? [] : [{ code, at }]))
  for (const { code, at } of having)
    add(code, ((bits & (1 << (often + at))) === 0 ? knownWeight : commonWeight) / having.length)
}

/** Which script is only of these languages. */
const scripts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Ethiopic}/gu, ['ti']],
  [/\p{Script=Cyrillic}/gu, ['uk', 'ru']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa']],
]

/** What is known of somebody tells where the words do not; so much a word tells by itself. */
const prior = 0.5
const letterWeight = 0.7

/** So much of the best language's score makes a second one count: people mix. */
const mixed = 0.5
const leastMixed = 1.5

export interface LanguagesIn {
  /** ISO 639-1 of what the message is written in. */
  readonly main: string
  /** What is mixed into it. */
  readonly also: string | undefined
}

/** The language of a message, by its script, its letters and its words; the known one where nothing tells. */
export function languagesIn(message: string, tokens: readonly string[], known: string | undefined): LanguagesIn {
  const scores = new Map<string, number>()
  const add = (code: string, score: number): void => void scores.set(code, (scores.get(code) ?? 0) + score)
  add(known ?? 'nl', prior)
  add('nl', 0.1)
  for (const token of tokens) eachWeight(token, add)
  for (const [code, count] of lettersIn(message)) add(code, Math.min(3, count) * letterWeight)
  const codes = codesOfScript(message)
  const ranked = [...scores].filter(([code]) => codes(code)).toSorted((a, b) => b[1] - a[1])
  const [[main, most] = [known ?? 'nl', 0], [second, next] = [undefined, 0]] = ranked
  return { main, also: second !== undefined && next >= leastMixed && next >= most * mixed ? second : undefined }
}

/** Which languages have a letter that others hardly have. */
const havingLetter = new Map<string, string[]>()
for (const { code, letters } of understoodLanguages)
  for (const letter of letters) havingLetter.set(letter, [...(havingLetter.get(letter) ?? []), code])

/** How many of such letters a message has, by language. */
function lettersIn(message: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of message.toLowerCase())
    for (const code of havingLetter.get(letter) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** Which languages a message can be in, by its script. */
function codesOfScript(message: string): (code: string) => boolean {
  const [best] = scripts
    .map(([pattern, codes]) => ({ codes, count: message.match(pattern)?.length ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
  if (best && best.count > 1) return (code) => best.codes.includes(code)
  return (code) => !onlyOwnScript.has(code)
}

const onlyOwnScript: ReadonlySet<string> = new Set(['ti', 'uk', 'ru'])
