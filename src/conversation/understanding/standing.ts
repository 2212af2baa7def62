import { nots } from './phrase-book.ts'
import type { Says } from './phrase-book.ts'
import { border } from './text.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** What does not touch any of these. */
export function apartFrom<T extends Span>(spans: readonly Span[], found: readonly T[]): T[] {
  return found.filter(({ start, end }) => !spans.some((span) => start < span.end && span.start < end))
}

/** What is left when what is denied goes, and what is part of something longer. `others` is what a not may belong to instead. */
export function standingOf<T extends Says & Span>(
  found: readonly T[],
  others: readonly Span[],
  tokens: readonly string[],
): T[] {
  const all = [...found, ...others]
  return found.filter((match) => !denied(match, all, tokens) && !insideLonger(match, found))
}

/** So far after it a not still belongs to 'ik kom': 'ik kom aanstaande dinsdag niet'. */
const reach = 3

/**
 * 'Niet ziek': a not right before it that belongs to nothing else ('kan niet, ziek'), or in its midst ('ik ben niet ziek'). Coming is
 * denied by a not after it too.
 */
function denied(match: Says & Span, all: readonly Span[], tokens: readonly string[]): boolean {
  const { start, end, entry } = match
  if (isNot(tokens, start - 1) && !all.some((other) => other.end === start && other.start < start)) return true
  if (entry.means === 'absence') return !match.negative && range(start + 1, end).some((at) => isNot(tokens, at))
  if (entry.means !== 'confirm') return false
  const after = tokens.indexOf(border, start)
  const until = Math.min(end + reach, after < 0 ? tokens.length : after)
  return range(start, until).some(
    (at) => isNot(tokens, at) && !all.some((other) => other.start >= end && other.start <= at && at < other.end),
  )
}

function isNot(tokens: readonly string[], at: number): boolean {
  return nots.has(tokens[at] ?? '')
}

function range(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index)
}

/** 'Mijn kind is ziek' is not 'ziek', 'ik kom niet' is not 'ik kom': the longer phrase tells what the shorter one meant. */
function insideLonger(match: Says & Span, all: readonly (Says & Span)[]): boolean {
  return all.some(
    (other) =>
      other.entry !== match.entry &&
      other.start <= match.start &&
      other.end >= match.end &&
      other.end - other.start > match.end - match.start,
  )
}
