import type { Entry, Lexicon } from './lexicon.ts'
import { momentPatterns, type MomentPatterns } from './moment/moment-patterns.ts'
import { placeIn, tableOf } from './number-lists.ts'
import { eachWord, indexPhrases, wordsOf, writingsOf, type PhraseIndex } from './phrases.ts'
import { spelling, type Correct } from './spelling.ts'
import { border } from './text.ts'
import { isStem, knownNumber, numberOf } from './vocabulary.ts'

export type Strength = 'sure' | 'likely' | 'hint'

export interface Says {
  readonly entry: Entry
  readonly strength: Strength
  /** The phrase has a 'not' of its own: 'kan niet'. */
  readonly negative: boolean
}

export type Hedge = 'doubt' | 'condition' | 'past'

/** Everything that the lexicons of some languages know, ready to look up. */
export interface PhraseBook {
  readonly lexicons: readonly Lexicon[]
  readonly nots: ReadonlySet<string>
  readonly notsAfter: ReadonlySet<string>
  readonly starts: ReadonlySet<string>
  readonly pastVerbs: ReadonlySet<string>
  readonly pastAfter: ReadonlySet<string>
  readonly crisisPhrases: PhraseIndex<Says>
  readonly otherPhrases: PhraseIndex<Says>
  readonly idiomPhrases: PhraseIndex<undefined>
  readonly nothingPhrases: PhraseIndex<undefined>
  readonly hedgePhrases: PhraseIndex<Hedge>
  /** Messages that mean something as a whole, also without the politeness in them. The earlier in the lexicons goes first. */
  readonly wholes: ReadonlyMap<string, Says>
  /** A word as it is looked up: another way of writing it, or without what is written onto it. */
  readonly aliasOf: (word: string) => string
  readonly lasts: ReadonlySet<string>
  readonly middles: ReadonlySet<string>
  readonly excepts: ReadonlySet<string>
  readonly turns: ReadonlySet<string>
  /** What is said before a number that is chosen. */
  readonly choosing: ReadonlySet<string>
  /** Words for numbers, from 1. */
  readonly ordinals: ReadonlyMap<string, number>
  readonly moments: MomentPatterns
  readonly corrected: Correct
  readonly forCrisis: Correct
  /** The words that carry meaning: without greetings, politeness and the ends of sentences. */
  contentOf(tokens: readonly string[]): string[]
}

const books = new Map<string, PhraseBook>()

/** The book of some languages, made once: people mix the language that they write with words of another. */
export function bookOf(lexicons: readonly Lexicon[]): PhraseBook {
  const key = lexicons.map(({ code }) => code).join(' ')
  const made = books.get(key) ?? makeBook(lexicons)
  books.set(key, made)
  return made
}

function makeBook(lexicons: readonly Lexicon[]): PhraseBook {
  const all = <T>(of: (lexicon: Lexicon) => readonly T[]): T[] => lexicons.flatMap(of)
  const nots = new Set(all(({ nots: words }) => words))
  const hasNot = having(nots)
  const fillers = new Set(all((lexicon) => lexicon.fillers))
  const entries = all((lexicon) => lexicon.entries)
  const idioms = all((lexicon) => lexicon.idioms)
  const nothing = [...idioms, ...all((lexicon) => lexicon.nothing)]
  const crisis = entries.filter(({ means }) => means === 'crisis').flatMap((entry) => phrasesOf(entry, hasNot))
  const others = entries.filter(({ means }) => means !== 'crisis').flatMap((entry) => phrasesOf(entry, hasNot))
  const contentOf = (tokens: readonly string[]): string[] =>
    tokens.filter((token) => token !== border && !fillers.has(token))
  return {
    lexicons,
    nots,
    notsAfter: new Set(all(({ notsAfter }) => notsAfter)),
    starts: new Set(all(({ starts }) => starts)),
    pastVerbs: new Set(all(({ pastVerbs }) => pastVerbs)),
    pastAfter: new Set(all(({ pastAfter }) => pastAfter)),
    crisisPhrases: indexPhrases(crisis),
    otherPhrases: indexPhrases(others),
    idiomPhrases: indexPhrases(idioms.map(meaningless)),
    nothingPhrases: indexPhrases(nothing.map(meaningless)),
    hedgePhrases: indexPhrases(all(hedgesOf)),
    wholes: wholesOf(entries, contentOf),
    aliasOf: aliasing(
      new Map(all(({ aliases }) => Object.entries(aliases))),
      all(({ prefixes = [] }) => prefixes),
      [...[...others, ...crisis].map(([phrase]) => phrase), ...nothing],
    ),
    ...spellings(crisis, [...others.map(([phrase]) => phrase), ...nothing], {
      plain: [...all(({ plain }) => plain), ...fillers],
      stems: all(({ stems }) => stems),
    }),
    lasts: new Set(all(({ lasts }) => lasts)),
    middles: new Set(all(({ middles }) => middles)),
    excepts: new Set(all(({ excepts }) => excepts)),
    turns: new Set(all(({ turns }) => turns)),
    choosing: new Set(all(({ choosing }) => choosing)),
    ordinals: new Map(
      all(({ numbers }) => numbers.flatMap((words, at) => words.map((word) => [word, at + 1] as const))),
    ),
    moments: momentPatterns(lexicons.map(({ moments }) => moments)),
    contentOf,
  }
}

/** The shortest word that something may be written onto. */
const shortestBare = 3

/** @param phrases whose words nothing is taken off of */
function aliasing(
  aliases: ReadonlyMap<string, string>,
  prefixes: readonly string[],
  phrases: readonly string[],
): (word: string) => string {
  if (prefixes.length === 0) return (word) => aliases.get(word) ?? word
  const known = tableOf(wholeWordsOf(phrases))
  const isKnown = (word: string): boolean => placeIn(known, knownNumber(word)) >= 0
  const bareOf = (word: string): string | undefined =>
    prefixes
      .filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= shortestBare)
      .map((prefix) => word.slice(prefix.length))
      .find(isKnown)
  return (word) => aliases.get(word) ?? (isKnown(word) ? word : (bareOf(word) ?? word))
}

const meaningless = (phrase: string) => [phrase, undefined] as const

const hedgesOf = ({ doubts, conditions, past }: Lexicon): (readonly [string, Hedge])[] => [
  ...doubts.map((phrase) => [phrase, 'doubt'] as const),
  ...conditions.map((phrase) => [phrase, 'condition'] as const),
  ...past.map((phrase) => [phrase, 'past'] as const),
]

function wholesOf(entries: readonly Entry[], contentOf: (tokens: readonly string[]) => string[]): Map<string, Says> {
  const keys = (keyOf: (whole: string) => string): [string, Says][] =>
    entries
      .flatMap((entry) => {
        const says: Says = { entry, strength: 'sure', negative: false }
        return (entry.whole ?? []).flatMap(writingsOf).map((whole): [string, Says] => [keyOf(whole), says])
      })
      .filter(([key]) => key !== '')
      .toReversed()
  return new Map([...keys((whole) => contentOf(whole.split(' ')).join(' ')), ...keys((whole) => whole)])
}

/** A slip of the finger must not make a crisis of 'hij staat': short words of crisis are taken as they are written. */
function spellings(
  crisis: readonly (readonly [string, Says])[],
  others: readonly string[],
  { plain, stems }: { plain: readonly string[]; stems: readonly string[] },
): Pick<PhraseBook, 'corrected' | 'forCrisis'> {
  const otherWords = wholeWordsOf(others)
  const plainWords = wordsOf(plain)
  const crisisWords = wholeWordsOf(crisis.map(([phrase]) => phrase))
  const correctedForCrisis = spelling(crisisWords, [...plainWords, ...otherWords], 8)
  return {
    corrected: spelling(otherWords, plainWords, 5),
    forCrisis: (word) => stems.find((stem) => word.startsWith(stem)) ?? correctedForCrisis(word),
  }
}

type HasNot = (phrase: string) => boolean

/** Whether a phrase has one of the words in it. */
function having(nots: ReadonlySet<string>): HasNot {
  const numbers = new Set([...nots].map(numberOf))
  return (phrase) => {
    let has = false
    eachWord([phrase], (word) => (has ||= numbers.has(word)))
    return has
  }
}

function phrasesOf(entry: Entry, hasNot: HasNot): (readonly [string, Says])[] {
  return (['sure', 'likely', 'hint'] as const).flatMap((strength) => {
    const positive: Says = { entry, strength, negative: false }
    const negative: Says = { entry, strength, negative: true }
    return (entry[strength] ?? []).map((phrase) => [phrase, hasNot(phrase) ? negative : positive] as const)
  })
}

/** Beginnings of words are no words. */
const wholeWordsOf = (phrases: Iterable<string>): number[] => wordsOf(phrases).filter((word) => !isStem(word))
