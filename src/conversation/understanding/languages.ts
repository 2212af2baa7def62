import type { Lexicon } from './lexicon.ts'
import { understoodLanguages } from './lexicons.ts'
import { eachWord } from './phrases.ts'
import { border, hasPlainLetters } from './text.ts'
import { lengthOf, mostWords, noWord, numberOf, readingsOf } from './vocabulary.ts'

/** By the number of a word, the languages that have it: one bit for each, and behind those one for each that has it among its most common. */
let languageBits: Int32Array | undefined

const often = understoodLanguages.length
const everyLanguage = (1 << often) - 1

const writtenIn = ({ entries, fillers, plain, moments }: Lexicon): (readonly string[])[] => [
  ...entries.flatMap(({ whole = [], sure = [], likely = [], hint = [] }) => [whole, sure, likely, hint]),
  fillers,
  plain,
  ...moments.weekdays,
  Object.keys(moments.near),
  Object.keys(moments.numbers),
]

function readLanguages(): Int32Array {
  const bits = new Int32Array(mostWords)
  for (const [at, lexicon] of understoodLanguages.entries()) {
    const mark = (word: number): void => void (bits[word] = (bits[word] ?? 0) | (1 << at))
    eachWord(lexicon.common, (word) => {
      mark(word)
      bits[word] = (bits[word] ?? 0) | (1 << (often + at))
    })
    for (const words of writtenIn(lexicon)) eachWord(words, mark)
  }
  bits[numberOf(border)] = 0
  return bits
}

/** So many letters has a beginning that tells a language. */
const shortestStem = 4

/** Which languages have a word, or else its longest beginning. */
function bitsOf(token: string): number {
  const bits = (languageBits ??= readLanguages())
  const readings = readingsOf(token)
  const ofWord = /^\d+$/.test(token) ? 0 : (bits[readings[0] ?? noWord] ?? 0)
  if (ofWord !== 0) return ofWord
  for (let at = readings.length - 1; at > 0; at--) {
    const stem = readings[at] ?? noWord
    const ofStem = lengthOf(stem) > shortestStem && lengthOf(stem) <= token.length ? (bits[stem] ?? 0) : 0
    if (ofStem !== 0) return ofStem
  }
  return 0
}

const commonWeight = 1
const knownWeight = 0.6

/** How much a word speaks for each language: the less, the more languages have it. */
function eachWeight(token: string, add: (code: string, weight: number) => void): void {
  const bits = bitsOf(token)
  let having = 0
  for (let left = bits & everyLanguage; left !== 0; left &= left - 1) having += 1
  for (let left = bits & everyLanguage; left !== 0; left &= left - 1) {
    const at = 31 - Math.clz32(left & -left)
    const isCommon = (bits & (1 << (often + at))) !== 0
    add(understoodLanguages[at]?.code ?? '', (isCommon ? commonWeight : knownWeight) / having)
  }
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
  if (hasPlainLetters(message)) return counts
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
