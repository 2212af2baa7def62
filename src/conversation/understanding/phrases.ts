import { border } from './text.ts'

interface Element {
  readonly words: ReadonlySet<string>
  /** Beginnings: any word that goes on from one of them. */
  readonly stems: readonly string[]
  /** What may also be written as two words: by the first of them, what the second may be. */
  readonly apart: ReadonlyMap<string, Element> | undefined
  readonly kind: 'word' | 'optional' | 'gap'
}

interface Phrase<T> {
  readonly elements: readonly Element[]
  readonly says: T
}

interface Stem<T> {
  readonly stem: string
  readonly phrases: readonly Phrase<T>[]
}

/** Phrases by the words, or the beginnings of words, that they can start with, so that only those are tried. */
export interface PhraseIndex<T> {
  readonly byWord: ReadonlyMap<string, readonly Phrase<T>[]>
  /** By the first letters of the stem. */
  readonly byStem: ReadonlyMap<string, readonly Stem<T>[]>
}

const maxGap = 3
const none: ReadonlySet<string> = new Set()

/**
 * Phrases are as `Entry` has them; besides, `stem~` is any word that begins so: 'gelemiyor~'.
 */
export function indexPhrases<T>(phrases: readonly (readonly [phrase: string, says: T])[]): PhraseIndex<T> {
  const byWord = new Map<string, Phrase<T>[]>()
  const byStem = new Map<string, Phrase<T>[]>()
  const add = (index: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>): void => {
    const there = index.get(key)
    if (there) there.push(phrase)
    else index.set(key, [phrase])
  }
  for (const [written, says] of phrases) {
    const elements = written.split(' ').map(shared)
    const phrase = { elements, says }
    for (const first of elements[0]?.words ?? []) add(byWord, first, phrase)
    for (const first of elements[0]?.stems ?? []) add(byStem, first, phrase)
    for (const first of elements[0]?.apart?.keys() ?? []) add(byWord, first, phrase)
  }
  return { byWord, byStem: byBeginning(byStem) }
}

/** So many letters a stem has at least. */
const beginning = 2

function byBeginning<T>(byStem: ReadonlyMap<string, readonly Phrase<T>[]>): ReadonlyMap<string, readonly Stem<T>[]> {
  const found = new Map<string, Stem<T>[]>()
  for (const [stem, phrases] of byStem) {
    const key = stem.slice(0, beginning)
    const there = found.get(key)
    if (there) there.push({ stem, phrases })
    else found.set(key, [{ stem, phrases }])
  }
  return found
}

/** Many phrases have the same choices in them, and the books of other languages have the same phrases: kept once. */
const known = new Map<string, Element>()

function shared(part: string): Element {
  const there = known.get(part) ?? element(part)
  known.set(part, there)
  return there
}

function element(written: string): Element {
  if (written === '*') return { words: none, stems: [], apart: undefined, kind: 'gap' }
  const isOptional = written.startsWith('?')
  const choices = (isOptional ? written.slice(1) : written).split('/')
  const together = choices.map((choice) => choice.replaceAll('_', ''))
  return {
    words: new Set(together.filter((choice) => !choice.endsWith('~'))),
    stems: together.filter((choice) => choice.endsWith('~')).map((choice) => choice.slice(0, -1)),
    apart: written.includes('_') ? apartIn(choices) : undefined,
    kind: isOptional ? 'optional' : 'word',
  }
}

function apartIn(choices: readonly string[]): ReadonlyMap<string, Element> {
  const seconds = new Map<string, string[]>()
  for (const [first, second] of choices.map(separate))
    if (first !== undefined && second !== undefined) seconds.set(first, [...(seconds.get(first) ?? []), second])
  return new Map([...seconds].map(([first, some]) => [first, element(some.join('/'))]))
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

/** The words that phrases are made of, once each in the order in which they come; of what may be written as two words also those two. */
export function wordsOf(phrases: Iterable<string>): Set<string> {
  const parts = new Set<string>()
  for (const phrase of phrases)
    for (const part of phrase.split(' ')) parts.add(part.startsWith('?') ? part.slice(1) : part)
  const words = new Set<string>()
  for (const part of parts)
    for (const word of part.split('/')) {
      if (!word.includes('_')) words.add(word)
      else for (const one of [word.replaceAll('_', ''), ...separate(word)]) words.add(one)
    }
  words.delete('*')
  return words
}

const fits = ({ words, stems }: Element, word: string): boolean =>
  words.has(word) || stems.some((stem) => word.startsWith(stem))

/** Hands over the phrases that may start with a word. */
function eachStartingWith<T>(
  { byWord, byStem }: PhraseIndex<T>,
  word: string,
  take: (phrases: readonly Phrase<T>[]) => void,
): void {
  const found = byWord.get(word)
  if (found) take(found)
  if (byStem.size === 0) return
  for (const { stem, phrases } of byStem.get(word.slice(0, beginning)) ?? []) if (word.startsWith(stem)) take(phrases)
}

export interface Found<T> {
  readonly says: T
  readonly start: number
  readonly end: number
}

/**
 * Every place where a phrase is said. Work is bounded by the words, the phrases that start with them, and gaps of three.
 * @param stops words that no gap goes over, as no gap goes over the end of a sentence
 */
export function findPhrases<T>(
  tokens: readonly string[],
  index: PhraseIndex<T>,
  stops: ReadonlySet<string> = none,
): Found<T>[] {
  const found: Found<T>[] = []
  const said = { tokens, stops }
  for (const [start, token] of tokens.entries())
    eachStartingWith(index, token, (phrases) => {
      for (const { elements, says } of phrases) {
        const end = endOf(said, start, elements, 0)
        if (end !== undefined) found.push({ says, start, end })
      }
    })
  return found
}

interface Said {
  readonly tokens: readonly string[]
  readonly stops: ReadonlySet<string>
}

function endOf(said: Said, at: number, elements: readonly Element[], next: number): number | undefined {
  const wanted = elements[next]
  if (wanted === undefined) return at
  if (wanted.kind === 'gap') return overGap(said, at, elements, next)
  const [word, second] = [said.tokens[at], said.tokens[at + 1]]
  if (word === undefined) return wanted.kind === 'optional' ? endOf(said, at, elements, next + 1) : undefined
  if (fits(wanted, word)) {
    const end = endOf(said, at + 1, elements, next + 1)
    if (end !== undefined) return end
  }
  const rest = wanted.apart?.get(word)
  if (rest && second !== undefined && fits(rest, second)) {
    const end = endOf(said, at + 2, elements, next + 1)
    if (end !== undefined) return end
  }
  return wanted.kind === 'optional' ? endOf(said, at, elements, next + 1) : undefined
}

function overGap(said: Said, at: number, elements: readonly Element[], next: number): number | undefined {
  for (let skipped = 0; skipped <= maxGap; skipped++) {
    const end = endOf(said, at + skipped, elements, next + 1)
    if (end !== undefined) return end
    const word = said.tokens[at + skipped]
    if (word === undefined || word === border || said.stops.has(word)) return undefined
  }
  return undefined
}
