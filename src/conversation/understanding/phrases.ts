import { border } from './text.ts'

interface Element {
  readonly words: ReadonlySet<string>
  readonly kind: 'word' | 'optional' | 'gap'
}

interface Phrase<T> {
  readonly elements: readonly Element[]
  readonly says: T
}

/** Phrases by the words they can start with, so that only those are tried. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>

const maxGap = 3

export function indexPhrases<T>(phrases: readonly (readonly [phrase: string, says: T])[]): PhraseIndex<T> {
  const index = new Map<string, Phrase<T>[]>()
  for (const [phrase, says] of phrases) {
    const elements = phrase.split(' ').map(element)
    for (const first of elements[0]?.words ?? []) {
      index.set(first, [...(index.get(first) ?? []), { elements, says }])
    }
  }
  return index
}

function element(written: string): Element {
  if (written === '*') return { words: new Set(), kind: 'gap' }
  if (written.startsWith('?')) return { words: new Set(written.slice(1).split('/')), kind: 'optional' }
  return { words: new Set(written.split('/')), kind: 'word' }
}

export interface Found<T> {
  readonly says: T
  readonly start: number
  readonly end: number
}

/** Every place where a phrase is said. Work is bounded by the words, the phrases that start with them, and gaps of three. */
export function findPhrases<T>(tokens: readonly string[], index: PhraseIndex<T>): Found<T>[] {
  return tokens.flatMap((token, start) =>
    (index.get(token) ?? []).flatMap(({ elements, says }) => {
      const end = endOf(tokens, start, elements, 0)
      return end === undefined ? [] : [{ says, start, end }]
    }),
  )
}

function endOf(tokens: readonly string[], at: number, elements: readonly Element[], next: number): number | undefined {
  const wanted = elements[next]
  if (wanted === undefined) return at
  if (wanted.kind === 'gap') return overGap(tokens, at, elements, next)
  const said = tokens[at]
  if (said !== undefined && wanted.words.has(said)) {
    const end = endOf(tokens, at + 1, elements, next + 1)
    if (end !== undefined) return end
  }
  return wanted.kind === 'optional' ? endOf(tokens, at, elements, next + 1) : undefined
}

function overGap(
  tokens: readonly string[],
  at: number,
  elements: readonly Element[],
  next: number,
): number | undefined {
  for (let skipped = 0; skipped <= maxGap; skipped++) {
    const end = endOf(tokens, at + skipped, elements, next + 1)
    if (end !== undefined) return end
    if (tokens[at + skipped] === border || tokens[at + skipped] === undefined) return undefined
  }
  return undefined
}
