import { english } from './en/lexicon.ts'
import { dutch } from './nl/lexicon.ts'
import type { Entry } from './lexicon.ts'
import { findPhrases, indexPhrases } from './phrases.ts'
import type { Found } from './phrases.ts'
import { spelling } from './spelling.ts'
import { border } from './text.ts'

export type Strength = 'sure' | 'likely' | 'hint'

/** A meaning that was found in a message: what, how clearly, and which words say it. */
export interface Match {
  readonly entry: Entry
  readonly strength: Strength
  readonly start: number
  readonly end: number
}

type Says = Pick<Match, 'entry' | 'strength'>

const lexicons = [dutch, english]
const entries = lexicons.flatMap((lexicon) => lexicon.entries)
const nots = new Set(lexicons.flatMap((lexicon) => lexicon.nots))
export const fillers: ReadonlySet<string> = new Set(lexicons.flatMap((lexicon) => lexicon.fillers))

const crisisEntries = entries.filter((entry) => entry.means === 'crisis')
const otherEntries = entries.filter((entry) => entry.means !== 'crisis')
const nothing = lexicons.flatMap((lexicon) => lexicon.nothing)
const aliases = new Map(lexicons.flatMap((lexicon) => Object.entries(lexicon.aliases)))

const crisisPhrases = indexPhrases(crisisEntries.flatMap(phrasesOf))
const otherPhrases = indexPhrases(otherEntries.flatMap(phrasesOf))
const nothingPhrases = indexPhrases(nothing.map((phrase) => [phrase, undefined] as const))

const plain = [...lexicons.flatMap((lexicon) => lexicon.plain), ...fillers]
const otherWords = wordsOf([...otherEntries.flatMap(phrasesOf).map(([phrase]) => phrase), ...nothing])

/** A slip of the finger must not make a crisis of 'hij staat': short words of crisis are taken as they are written. */
const corrected = spelling(otherWords, plain, 5)
const correctedForCrisis = spelling(
  wordsOf(crisisEntries.flatMap(phrasesOf).map(([phrase]) => phrase)),
  [...plain, ...otherWords],
  8,
)

const wholes = new Map<string, Says[]>()
for (const entry of entries) {
  for (const phrase of entry.whole ?? []) {
    for (const key of new Set([phrase, contentOf(phrase.split(' ')).join(' ')])) {
      if (key !== '') wholes.set(key, [...(wholes.get(key) ?? []), { entry, strength: 'sure' }])
    }
  }
}

function phrasesOf(entry: Entry): (readonly [string, Says])[] {
  return (['sure', 'likely', 'hint'] as const).flatMap((strength) =>
    (entry[strength] ?? []).map((phrase) => [phrase, { entry, strength }] as const),
  )
}

function wordsOf(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => phrase.replaceAll('?', '').split(/[ /]/)).filter((word) => word !== '*')
}

/** The words that carry meaning: without greetings, politeness and the ends of sentences. */
export function contentOf(tokens: readonly string[]): string[] {
  return tokens.filter((token) => token !== border && !fillers.has(token))
}

/** Everything that a message says, as far as we know its phrases. Slips of the finger are seen through. */
export function readMeanings(said: readonly string[]): Match[] {
  const written = [border, ...said.map((word) => aliases.get(word) ?? word)]
  const tokens = written.map(corrected)
  const harmless = findPhrases(tokens, nothingPhrases)
  const crisis = matches(findPhrases(written.map(correctedForCrisis), crisisPhrases))
  const others = matches(findPhrases(tokens, otherPhrases))
  const meant = [...crisis, ...others].filter((match) => !harmless.some((idiom) => overlap(match, idiom)))
  const standing = meant.filter((match) => !turnedAround(match, meant, tokens) && !insideLonger(match, meant))
  const whole = wholeOf(written) ?? wholeOf(tokens) ?? wholeOf(withoutThanks(tokens, standing)) ?? []
  return [...whole.map((says) => ({ ...says, start: 0, end: tokens.length })), ...standing]
}

/** 'Prima, dank u wel' is 'prima'. */
function withoutThanks(tokens: readonly string[], all: readonly Match[]): string[] {
  const thanks = all.filter(({ entry }) => entry.means === 'thanks')
  return tokens.filter((_, index) => !thanks.some(({ start, end }) => start <= index && index < end))
}

function wholeOf(tokens: readonly string[]): Says[] | undefined {
  return wholes.get(tokens.filter((token) => token !== border).join(' ')) ?? wholes.get(contentOf(tokens).join(' '))
}

function matches(found: readonly Found<Says>[]): Match[] {
  return found.map(({ says, start, end }) => ({ ...says, start, end }))
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * 'Niet ziek': a not right before it, unless that not belongs to something else ('kan niet, ziek'). Coming is turned around by a not in
 * it or after it too ('ik kom niet'). Crisis is never argued away.
 */
function turnedAround(match: Match, all: readonly Match[], tokens: readonly string[]): boolean {
  if (match.entry.means === 'crisis') return false
  if (match.entry.means === 'confirm' && tokens.slice(match.start, match.end + 1).some((word) => nots.has(word)))
    return true
  const before = tokens[match.start - 1]
  if (before === undefined || !nots.has(before)) return false
  return !all.some((other) => other.end === match.start && other.start < match.start)
}

/** 'Mijn kind is ziek' is not 'ziek', 'ik kom niet' is not 'ik kom': the longer phrase tells what the shorter one meant. */
function insideLonger(match: Match, all: readonly Match[]): boolean {
  if (match.entry.means === 'crisis') return false
  return all.some(
    (other) =>
      other.entry !== match.entry &&
      other.start <= match.start &&
      other.end >= match.end &&
      other.end - other.start > match.end - match.start,
  )
}
