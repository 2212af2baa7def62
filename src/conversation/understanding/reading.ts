import * as book from './phrase-book.ts'
import type { Says } from './phrase-book.ts'
import { findPhrases } from './phrases.ts'
import type { Found } from './phrases.ts'
import { apartFrom, standingOf } from './standing.ts'
import { border } from './text.ts'

/** A meaning that was found in a message: what, how clearly, and which words say it. */
export interface Match extends Says {
  readonly start: number
  /** One past the last word. */
  readonly end: number
}

export interface Reading {
  readonly matches: readonly Match[]
  /** How many words are left that no phrase accounts for: a message with many says more than we know. */
  readonly unexplained: number
  readonly hedges: ReadonlySet<'doubt' | 'condition'>
  /** A 'but' after an absence: what follows may take back what was said. 'Sorry, but I am ill' takes nothing back. */
  readonly takenBack: boolean
}

const turns: ReadonlySet<string> = new Set(['maar', 'but'])

function isTakenBack(standing: readonly Match[], tokens: readonly string[]): boolean {
  const ends = standing.filter(({ entry }) => entry.means === 'absence').map(({ end }) => end)
  return ends.length > 0 && tokens.some((token, at) => turns.has(token) && at >= Math.max(...ends))
}

/** Everything that a message says, as far as we know its phrases. Slips of the finger are seen through. */
export function readMessage(said: readonly string[]): Reading {
  const written = [border, ...said.map((word) => book.aliases.get(word) ?? word)]
  const tokens = written.map(book.corrected)
  const harmless = findPhrases(tokens, book.nothingPhrases)
  const crisis = apartFrom(
    findPhrases(tokens, book.idiomPhrases),
    matches(findPhrases(written.map(book.forCrisis), book.crisisPhrases)),
  )
  const others = apartFrom(harmless, matches(findPhrases(tokens, book.otherPhrases)))
  const standing = [...crisis, ...standingOf(others, [...crisis, ...harmless], tokens)]
  const whole = wholeOf(written) ?? wholeOf(tokens) ?? wholeOf(withoutThanks(tokens, standing))
  return {
    matches: whole === undefined ? standing : [{ ...whole, start: 0, end: tokens.length }, ...standing],
    unexplained: whole === undefined ? book.contentOf(without([...standing, ...harmless], tokens)).length : 0,
    hedges: new Set(findPhrases(written, book.hedgePhrases).map(({ says }) => says)),
    takenBack: isTakenBack(standing, written),
  }
}

function wholeOf(tokens: readonly string[]): Says | undefined {
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
  return found.map(({ says, start, end }) => ({ ...says, start, end }))
}
