/** A stretch of a message's words: from `start` up to, not with, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Which spans cover a word, for any word. Looked up by place, so that a long message costs as many steps as it has words. */
export function covering<T extends Span>(spans: readonly T[]): (at: number) => readonly T[] {
  const byPlace = new Map<number, T[]>()
  for (const span of spans) {
    for (let at = span.start; at < span.end; at++) {
      const there = byPlace.get(at)
      if (there) there.push(span)
      else byPlace.set(at, [span])
    }
  }
  return (at) => byPlace.get(at) ?? []
}

export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
