import { english } from './en/lexicon.ts'
import type { Entry } from './lexicon.ts'
import { dutch } from './nl/lexicon.ts'
import { indexPhrases } from './phrases.ts'
import { spelling } from './spelling.ts'
import { border } from './text.ts'

/** All languages at once: people mix them, and a participant may answer in another than they were written to. */
export const lexicons = [dutch, english]

export type Strength = 'sure' | 'likely' | 'hint'

export interface Says {
  readonly entry: Entry
  readonly strength: Strength
  /** The phrase has a 'not' of its own: 'kan niet'. One that stands anywhere else in what was said denies it. */
  readonly negative: boolean
}

export const nots: ReadonlySet<string> = new Set(lexicons.flatMap((lexicon) => lexicon.nots))

const entries = lexicons.flatMap((lexicon) => lexicon.entries)
const crisisEntries = entries.filter((entry) => entry.means === 'crisis')
const otherEntries = entries.filter((entry) => entry.means !== 'crisis')
const idioms = lexicons.flatMap((lexicon) => lexicon.idioms)
const nothing = [...idioms, ...lexicons.flatMap((lexicon) => lexicon.nothing)]
const hedges = lexicons.flatMap(({ doubts, conditions }) => [
  ...doubts.map((phrase) => [phrase, 'doubt'] as const),
  ...conditions.map((phrase) => [phrase, 'condition'] as const),
])

export const crisisPhrases = indexPhrases(crisisEntries.flatMap(phrasesOf))
export const otherPhrases = indexPhrases(otherEntries.flatMap(phrasesOf))
export const idiomPhrases = indexPhrases(idioms.map((phrase) => [phrase, undefined] as const))
export const nothingPhrases = indexPhrases(nothing.map((phrase) => [phrase, undefined] as const))
export const hedgePhrases = indexPhrases(hedges)

const fillers: ReadonlySet<string> = new Set(lexicons.flatMap((lexicon) => lexicon.fillers))
export const aliases: ReadonlyMap<string, string> = new Map(lexicons.flatMap(({ aliases }) => Object.entries(aliases)))

/** Messages that mean something as a whole, also without the politeness in them. The earlier in the lexicons goes first. */
export const wholes: ReadonlyMap<string, Says> = new Map([
  ...wholeKeys((whole) => contentOf(whole.split(' ')).join(' ')),
  ...wholeKeys((whole) => whole),
])

function wholeKeys(keyOf: (whole: string) => string): [string, Says][] {
  const keys = entries.flatMap((entry) =>
    (entry.whole ?? []).map((whole): [string, Says] => [keyOf(whole), { entry, strength: 'sure', negative: false }]),
  )
  return keys.filter(([key]) => key !== '').toReversed()
}

/** The words that carry meaning: without greetings, politeness and the ends of sentences. */
export function contentOf(tokens: readonly string[]): string[] {
  return tokens.filter((token) => token !== border && !fillers.has(token))
}

const plain = [...lexicons.flatMap((lexicon) => lexicon.plain), ...fillers]
const otherWords = wordsOf([...otherEntries.flatMap(phrasesOf).map(([phrase]) => phrase), ...nothing])
const crisisWords = wordsOf(crisisEntries.flatMap(phrasesOf).map(([phrase]) => phrase))
const stems = lexicons.flatMap((lexicon) => lexicon.stems)

export const corrected = spelling(otherWords, plain, 5)

/** A slip of the finger must not make a crisis of 'hij staat': short words of crisis are taken as they are written. */
const correctedForCrisis = spelling(crisisWords, [...plain, ...otherWords], 8)

export function forCrisis(word: string): string {
  return stems.find((stem) => word.startsWith(stem)) ?? correctedForCrisis(word)
}

function phrasesOf(entry: Entry): (readonly [string, Says])[] {
  return (['sure', 'likely', 'hint'] as const).flatMap((strength) =>
    (entry[strength] ?? []).map(
      (phrase) => [phrase, { entry, strength, negative: wordsOf([phrase]).some((word) => nots.has(word)) }] as const,
    ),
  )
}

function wordsOf(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => phrase.replaceAll('?', '').split(/[ /]/)).filter((word) => word !== '*')
}
