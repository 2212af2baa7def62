import type { PhraseBook, Says } from './phrase-book.ts'
import { covering, isWithin } from './spans.ts'
import type { Span } from './spans.ts'
import { border } from './text.ts'

/** What does not touch any of these. */
export function apartFrom<T extends Span>(spans: readonly Span[], found: readonly T[]): T[] {
  const over = covering(spans)
  return spans.length === 0
    ? [...found]
    : found.filter(({ start, end }) => range(start, end).every((at) => over(at).length === 0))
}

/** What was said, word for word, with where a pause is: before the token of that number. */
export interface Said {
  readonly tokens: readonly string[]
  readonly pauses: ReadonlySet<number>
  readonly book: Pick<PhraseBook, 'nots' | 'notsAfter' | 'starts'>
}

/** What is left when what is denied goes, and what is part of something longer. `others` is what a not may belong to instead. */
export function standingOf<T extends Says & Span>(found: readonly T[], others: readonly Span[], said: Said): T[] {
  const owners = covering<Span>([...found, ...others])
  const over = covering(found)
  const turned = covering(found.filter((match) => denied(match, owners, said)))
  return found.filter(
    (match) => !turned(match.start).some((other) => isPartOf(match, other)) && !insideLonger(match, over(match.start)),
  )
}

/** So far a not reaches: 'ik kom aanstaande dinsdag niet', 'niet zo heel ziek'. */
const reach = 3

/** By a not before it ('niet ziek'), right after it ('werk niet'), or, for coming, a little after it; unless that not belongs to something else. */
function denied(match: Says & Span, owners: (at: number) => readonly Span[], said: Said): boolean {
  const isFree = (at: number, from = 0) =>
    said.book.nots.has(said.tokens[at] ?? '') && !owners(at).some(({ start }) => start >= from)
  if (nearBefore(match, said).some((at) => isFree(at))) return true
  if (match.entry.means === 'absence') return !match.negative && isDeniedAfter(match, said) && isFree(match.end)
  if (match.entry.means !== 'confirm' || match.negative) return false
  const after = said.tokens.indexOf(border, match.start)
  const until = Math.min(match.end + reach, after < 0 ? said.tokens.length : after)
  return range(match.start, until).some((at) => isFree(at, match.end))
}

/** Where a not could stand that turns this around: before it in the same thought. Only of a reason it may stand further away. */
function nearBefore({ start, entry }: Says & Span, { tokens, pauses, book: { starts } }: Said): number[] {
  const isFar = entry.means === 'absence' && entry.reason !== undefined && !starts.has(tokens[start] ?? border)
  const near: number[] = []
  for (let at = start - 1; at >= 0 && at >= start - (isFar ? reach : 1); at--) {
    const token = tokens[at] ?? border
    if (token === border || pauses.has(at + 1)) break
    near.push(at)
    if (starts.has(token)) break
  }
  return near
}

function isDeniedAfter({ end }: Span, { tokens, pauses, book }: Said): boolean {
  return book.notsAfter.has(tokens[end] ?? '') && !pauses.has(end)
}

/** 'Niet vanwege werk' is not 'werk' either. */
function isPartOf(match: Says & Span, other: Says & Span): boolean {
  return match.entry === other.entry && isWithin(match, other)
}

function range(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index)
}

/** 'Mijn kind is ziek' is not 'ziek', 'ik kom niet' is not 'ik kom': the longer phrase tells what the shorter one meant. */
function insideLonger(match: Says & Span, there: readonly (Says & Span)[]): boolean {
  return there.some(
    (other) =>
      other.entry !== match.entry && isWithin(match, other) && other.end - other.start > match.end - match.start,
  )
}
