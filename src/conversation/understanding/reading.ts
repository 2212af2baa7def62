import type { Hedge, PhraseBook, Says } from './phrase-book.ts'
import { findPhrases, saidIn, takenAs } from './phrases.ts'
import type { Found } from './phrases.ts'
import { pastIn } from './past.ts'
import { apartFrom, standingOf } from './standing.ts'
import { border } from './text.ts'
import type { Words } from './text.ts'

/** A meaning that was found in a message: what, how clearly, and which words say it. */
export interface Match extends Says {
  readonly start: number
  /** One past the last word. */
  readonly end: number
  /** Said of what was, not of what is: 'was ziek'. */
  readonly past: boolean
}

export interface Reading {
  readonly matches: readonly Match[]
  /** How many words are left that no phrase accounts for: a message with many says more than we know. */
  readonly unexplained: number
  readonly hedges: ReadonlySet<Hedge>
  /** A 'but' after an absence: what follows may take back what was said. 'Sorry, but I am ill' takes nothing back. */
  readonly takenBack: boolean
}

const turns: ReadonlySet<string> = new Set(['maar', 'but'])

function isTakenBack(standing: readonly Match[], tokens: readonly string[]): boolean {
  const said = standing.filter(({ entry }) => entry.means === 'absence')
  return tokens.some(
    (token, at) =>
      turns.has(token) &&
      said.some(({ end }) => end <= at) &&
      !said.some(({ start, strength }) => start > at && strength !== 'hint'),
  )
}

/** Everything that a message says, as far as we know its phrases. Slips of the finger are seen through. */
export function readMessage(said: Pick<Words, 'tokens' | 'pauses'>, book: PhraseBook): Reading {
  const written = [border, ...said.tokens.map(book.aliasOf), border]
  const asWritten = saidIn(written)
  const heard = takenAs(asWritten, book.corrected)
  const { tokens } = heard
  const pauses = new Set([...said.pauses].map((at) => at + 1))
  const harmless = findPhrases(heard, book.nothingPhrases)
  const crisis = apartFrom(
    findPhrases(heard, book.idiomPhrases),
    matches(findPhrases(takenAs(asWritten, book.forCrisis), book.crisisPhrases)),
  )
  const others = apartFrom(harmless, matches(findPhrases(heard, book.otherPhrases, book.nots)))
  const standing = pastIn(
    [...crisis, ...standingOf(others, [...crisis, ...harmless], { tokens, pauses, book })],
    written,
    book,
  )
  const whole = firstWhole([written, tokens, withoutThanks(tokens, standing)], book)
  return {
    matches: whole === undefined ? standing : [{ ...whole, start: 0, end: tokens.length, past: false }, ...standing],
    unexplained: whole === undefined ? book.contentOf(without([...standing, ...harmless], tokens)).length : 0,
    hedges: new Set(findPhrases(asWritten, book.hedgePhrases).map(({ says }) => says)),
    takenBack: isTakenBack(standing, written),
  }
}

/** Of the ways to take what was said; most often they are the same. */
function firstWhole(ways: readonly (readonly string[])[], book: PhraseBook): Says | undefined {
  const isNew = (way: readonly string[], at: number): boolean => !ways.slice(0, at).some((other) => areSame(way, other))
  return ways
    .filter(isNew)
    .map((way) => wholeOf(way, book))
    .find((says) => says !== undefined)
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((token, at) => token === other[at])

function wholeOf(tokens: readonly string[], book: PhraseBook): Says | undefined {
  return (
    book.wholes.get(tokens.filter((token) => token !== border).join(' ')) ??
    book.wholes.get(book.contentOf(tokens).join(' '))
  )
}

/** 'Prima, dank u wel' is 'prima'. */
function withoutThanks(tokens: readonly string[], standing: readonly Match[]): string[] {
  return without(
    standing.filter(({ entry }) => entry.means === 'thanks'),
    tokens,
  )
}

function without(
  spans: readonly { readonly start: number; readonly end: number }[],
  tokens: readonly string[],
): string[] {
  return tokens.filter((_, index) => !spans.some(({ start, end }) => start <= index && index < end))
}

function matches(found: readonly Found<Says>[]): Match[] {
  return found.map(({ says, start, end }) => ({ ...says, start, end, past: false }))
}
