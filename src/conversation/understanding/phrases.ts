import { placeIn, placesByKey, type NumberLists } from './number-lists.ts'
import { border } from './text.ts'
import { mostWords, noWord, numberOf, readingsOf } from './vocabulary.ts'

/** What an element asks for: one of its choices, the same or nothing, or some words of any kind. */
const kinds = { word: 0, optional: 1, gap: 2 }
/** Beside its kind: some of its choices may also be written as two words. */
const isApart = 4
type Kind = keyof typeof kinds

/**
 * Phrases as rows of numbers: a phrase is a stretch of elements, an element a stretch of choices, a choice the number of a word or of a
 * beginning of words. As objects they took ten times the memory.
 */
interface Phrases {
  /** By phrase: its first element, and the one behind its last. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** By element, as a number of `kinds`, with `isApart`. */
  readonly kinds: Int8Array
  readonly choices: Int32Array
  /** By element: where its choices begin; those of the next begin where they end. */
  readonly choicesFrom: Int32Array
  /** What may also be written as two words: by element and the first of them, the element that the second may be. */
  readonly apart: ReadonlyMap<number, ReadonlyMap<number, number>>
}

/** Phrases by the words, or the beginnings of words, that they can start with, so that only those are tried. */
export interface PhraseIndex<T> {
  readonly phrases: Phrases
  readonly says: readonly T[]
  /** Places in `starting`, by the number of a word or beginning. */
  readonly starts: NumberLists
  /** Phrases in the order in which they are tried, once for each word that they can start with. */
  readonly starting: Int32Array
}

const maxGap = 3
const none: ReadonlySet<string> = new Set()

/**
 * Phrases are as `Entry` has them; besides, `stem~` is any word that begins so: 'gelemiyor~'.
 */
export function indexPhrases<T>(written: readonly (readonly [phrase: string, says: T])[]): PhraseIndex<T> {
  const phrases = phrasesIn(written.map(([phrase]) => phrase))
  const first: number[] = []
  const starting: number[] = []
  phrases.from.forEach((element, at) => {
    for (const number of beginningsOf(element, phrases)) {
      first.push(number)
      starting.push(at)
    }
  })
  const says = written.map((one) => one[1])
  return { phrases, says, starts: placesByKey(first), starting: Int32Array.from(starting) }
}

function phrasesIn(written: readonly string[]): Phrases {
  const from: number[] = []
  const to: number[] = []
  const kindsOf: number[] = []
  const choices: number[] = []
  const choicesFrom: number[] = [0]
  const apart = new Map<number, ReadonlyMap<number, number>>()
  const add = (kind: Kind, words: readonly string[]): number => {
    for (const word of words) choices.push(numberOf(word.replaceAll('_', '')))
    choicesFrom.push(choices.length)
    return kindsOf.push(kinds[kind]) - 1
  }
  for (const phrase of written) {
    const parts = phrase.split(' ')
    const seconds = parts.map((part) =>
      part.includes('_') ? new Map(apartIn(choicesIn(part)).map(([one, two]) => [one, add('word', two)])) : undefined,
    )
    from.push(kindsOf.length)
    parts.forEach((part, at) => {
      const element = add(kindOf(part), part === '*' ? [] : choicesIn(part))
      const after = seconds[at]
      if (!after) return
      apart.set(element, after)
      kindsOf[element] = (kindsOf[element] ?? 0) | isApart
    })
    to.push(kindsOf.length)
  }
  return {
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    kinds: Int8Array.from(kindsOf),
    choices: Int32Array.from(choices),
    choicesFrom: Int32Array.from(choicesFrom),
    apart,
  }
}

const kindOf = (part: string): Kind => (part === '*' ? 'gap' : part.startsWith('?') ? 'optional' : 'word')

const choicesIn = (part: string): string[] => (part.startsWith('?') ? part.slice(1) : part).split('/')

/** What a phrase can start with when this is its first element. */
function beginningsOf(element: number, { choices, choicesFrom, apart }: Phrases): Set<number> {
  const beginnings = new Set(choices.subarray(choicesFrom[element], choicesFrom[element + 1]))
  for (const first of apart.get(element)?.keys() ?? []) beginnings.add(first)
  return beginnings
}

/** Of what may be written as two words what the second may be, by the number of the first. */
function apartIn(words: readonly string[]): [first: number, seconds: string[]][] {
  const pairs = words.filter((word) => word.includes('_')).map(separate)
  return [...Map.groupBy(pairs, ([first = '']) => numberOf(first))].map(([first, some]) => [
    first,
    some.map(([, second = '']) => second),
  ])
}

const separate = (word: string): string[] => {
  const first = word.indexOf('_')
  return first < 0 ? [] : [word.slice(0, first), word.slice(first + 1).replaceAll('_', '')]
}

/** A phrase without choices, in every way to write it. */
export function writingsOf(phrase: string): string[] {
  if (!phrase.includes('_')) return [phrase]
  const [word = '', ...rest] = phrase.split(' ')
  const ways = [word.replaceAll('_', ''), ...(word.includes('_') ? [separate(word).join(' ')] : [])]
  return rest.length === 0 ? ways : writingsOf(rest.join(' ')).flatMap((end) => ways.map((way) => `${way} ${end}`))
}

/**
 * Hands over the numbers of the words that phrases are made of, and of their beginnings of words, in the order in which they come; of what
 * may be written as two words also those two.
 */
export function eachWord(phrases: Iterable<string>, take: (word: number) => void): void {
  for (const phrase of phrases)
    for (const part of phrase.split(' ')) {
      if (part === '*') continue
      for (const word of choicesIn(part)) {
        take(numberOf(word.replaceAll('_', '')))
        if (word.includes('_')) for (const one of separate(word)) take(numberOf(one))
      }
    }
}

/** Those of `eachWord`, once each. */
export function wordsOf(phrases: Iterable<string>): number[] {
  const words: number[] = []
  const seen = new Uint8Array(mostWords)
  eachWord(phrases, (word) => {
    if (seen[word] === 0) words.push(word)
    seen[word] = 1
  })
  return words
}

export interface Found<T> {
  readonly says: T
  readonly start: number
  readonly end: number
}

/** Words of a message, with the numbers that phrases may have for each. */
export interface Said {
  readonly tokens: readonly string[]
  readonly readings: readonly (readonly number[])[]
}

export const saidIn = (tokens: readonly string[]): Said => ({ tokens, readings: tokens.map(readingsOf) })

/** What was said with some of its words taken for others. */
export function takenAs(said: Said, wordFor: (word: string) => string): Said {
  const tokens = said.tokens.map(wordFor)
  const readings = tokens.map((token, at) => (token === said.tokens[at] && said.readings[at]) || readingsOf(token))
  return { tokens, readings }
}

/**
 * Every place where a phrase is said. Work is bounded by the words, the phrases that start with them, and gaps of three.
 * @param stops words that no gap goes over, as no gap goes over the end of a sentence
 */
export function findPhrases<T>(
  said: Said,
  { phrases, says, starts, starting }: PhraseIndex<T>,
  stops: ReadonlySet<string> = none,
): Found<T>[] {
  const found: Found<T>[] = []
  const search = { ...said, phrases, stops }
  said.readings.forEach((readings, start) => {
    for (const key of keysOf(readings, starts)) {
      const last = starts.starts[key + 1] ?? 0
      for (let at = starts.starts[key] ?? 0; at < last; at++) {
        const phrase = starting[starts.values[at] ?? 0] ?? 0
        const end = endOf(search, start, phrases.from[phrase] ?? 0, phrases.to[phrase] ?? 0)
        if (end !== undefined) found.push({ says: says[phrase] as T, start, end }) // each phrase has one
      }
    }
  })
  return found
}

const noKeys: readonly number[] = []

/** Where the phrases are that may start with a word: first those with the word itself, then by its beginnings in the order of the book. */
function keysOf(readings: readonly number[], { keys, starts, values }: NumberLists): readonly number[] {
  const word = placeIn(keys, readings[0] ?? noWord)
  const itself = word < 0 ? noKeys : [word]
  if (readings.length < 2) return itself
  const stems: number[] = []
  for (let at = 1; at < readings.length; at++) {
    const key = placeIn(keys, readings[at] ?? noWord)
    if (key >= 0) stems.push(key)
  }
  const firstOf = (key: number): number => values[starts[key] ?? 0] ?? 0
  return stems.length === 0 ? itself : [...itself, ...stems.sort((a, b) => firstOf(a) - firstOf(b))]
}

interface Search extends Said {
  readonly phrases: Phrases
  readonly stops: ReadonlySet<string>
}

function fits({ choices, choicesFrom }: Phrases, element: number, readings: readonly number[]): boolean {
  const end = choicesFrom[element + 1] ?? 0
  for (let at = choicesFrom[element] ?? 0; at < end; at++)
    for (let one = 0; one < readings.length; one++) if (readings[one] === choices[at]) return true
  return false
}

/** Where a phrase ends of which the elements from one up to another are still to be said. */
function endOf(search: Search, at: number, element: number, to: number): number | undefined {
  if (element === to) return at
  const { phrases, readings } = search
  const kind = phrases.kinds[element] ?? kinds.word
  if (kind === kinds.gap) return overGap(search, at, element, to)
  const word = readings[at]
  if (word !== undefined && fits(phrases, element, word)) {
    const end = endOf(search, at + 1, element + 1, to)
    if (end !== undefined) return end
  }
  if ((kind & isApart) !== 0 && fitsApart(search, at, element)) {
    const end = endOf(search, at + 2, element + 1, to)
    if (end !== undefined) return end
  }
  return (kind & kinds.optional) === 0 ? undefined : endOf(search, at, element + 1, to)
}

/** Whether two words stand here that could be one of the element's choices. */
function fitsApart({ phrases, readings }: Search, at: number, element: number): boolean {
  const [word, second] = [readings[at], readings[at + 1]]
  const rest = word && phrases.apart.get(element)?.get(word[0] ?? noWord)
  return rest !== undefined && second !== undefined && fits(phrases, rest, second)
}

function overGap(search: Search, at: number, element: number, to: number): number | undefined {
  for (let skipped = 0; skipped <= maxGap; skipped++) {
    const end = endOf(search, at + skipped, element + 1, to)
    if (end !== undefined) return end
    const word = search.tokens[at + skipped]
    if (word === undefined || word === border || search.stops.has(word)) return undefined
  }
  return undefined
}
