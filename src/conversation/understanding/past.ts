import type { PhraseBook } from './phrase-book.ts'
import { covering, isWithin } from './spans.ts'
import type { Span } from './spans.ts'
import { border } from './text.ts'

/** So far before what it says something of the verb may stand: 'was vorige week ziek'. */
const reach = 3

/** A phrase of at most so many words may have its verb after it: 'suikerfeest was leuk', not 'kind is ziek was wakker'. */
const short = 2

type Verbs = Pick<PhraseBook, 'pastVerbs' | 'pastAfter' | 'starts'>

/** Marks what is said of the past: by its own verb, or by one shortly before or after it in the same thought. */
export function pastIn<T extends Span>(
  found: readonly T[],
  tokens: readonly string[],
  book: Verbs,
): (T & { readonly past: boolean })[] {
  const own = covering(
    found.filter(({ start, end }) => tokens.slice(start, end).some((token) => book.pastVerbs.has(token))),
  )
  return found.map((match) => ({
    ...match,
    past:
      own(match.start).some((other) => isWithin(match, other)) ||
      isAfterPastVerb(match.start, tokens, book) ||
      isBeforePastVerb(match, tokens, book),
  }))
}

/** 'Suikerfeest was leuk', 'op vakantie naar zee geweest'. */
function isBeforePastVerb(
  { start, end }: Span,
  tokens: readonly string[],
  { pastVerbs, pastAfter, starts }: Verbs,
): boolean {
  const isShort = end - start <= short && !tokens.slice(start, end).some((token) => starts.has(token))
  if (isShort && pastVerbs.has(tokens[end] ?? border)) return true
  for (let at = end; at < end + reach; at++) {
    const token = tokens[at] ?? border
    if (pastAfter.has(token)) return true
    if (token === border || starts.has(token)) return false
  }
  return false
}

function isAfterPastVerb(start: number, tokens: readonly string[], { pastVerbs, starts }: Verbs): boolean {
  for (let at = start - 1; at >= start - reach; at--) {
    const token = tokens[at] ?? border
    if (pastVerbs.has(token)) return true
    if (token === border || starts.has(token)) return false
  }
  return false
}
