/** A part of a text: from `start` up to, not including, `end`. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

export const overlap = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end

/** Every match of a pattern (flags d and g): the whole of it, or only one group. */
export function spansOf(text: string, pattern: RegExp, group = 0): TextSpan[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.[group] ?? []
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}

/** The same places without overlap, in order. */
export function mergeSpans(spans: readonly TextSpan[]): TextSpan[] {
  const merged: TextSpan[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && overlap(last, span))
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}
