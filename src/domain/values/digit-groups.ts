import type { TextSpan } from './text-span.ts'

/** Digits that stand together in a text, and where. */
export interface DigitGroup extends TextSpan {
  /** As 0 to 9, also when the text has full-width ones. */
  readonly digits: string
}

/** What may stand between the groups of one written number: '123 456 782', '1234.56.782', '123 - 456 - 782'. */
export const insideNumber = /^[ \t\u00A0\u00AD\u2000-\u200F\u202F\u2060\u3000\uFEFF.\-\u2010-\u2015_·•/]{1,3}$/u

/** The same with a line's end, and with the edges of the boxes of a form. */
export const acrossLines = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF.\-\u2010-\u2015_·•/|,;]{1,3}$/u

/** All runs of digit groups: within a run only what `gap` allows stands between one group and the next. */
export function digitRuns(text: string, gap: RegExp): DigitGroup[][] {
  const runs: DigitGroup[][] = []
  for (const match of text.matchAll(/\p{Nd}+/gu)) {
    const group = {
      digits: match[0].normalize('NFKD'),
      start: match.index,
      end: match.index + match[0].length,
    }
    const run = runs.at(-1)
    const before = run?.at(-1)
    const joined = before && group.start - before.end <= 3 && gap.test(text.slice(before.end, group.start))
    if (joined) run?.push(group)
    else runs.push([group])
  }
  return runs
}

export const digitsOf = (groups: readonly DigitGroup[]): string => groups.map(({ digits }) => digits).join('')

export const spanOf = (groups: readonly DigitGroup[]): TextSpan => ({
  start: groups[0]?.start ?? 0,
  end: groups.at(-1)?.end ?? 0,
})

/** The groups from one place on that together have exactly so many digits; undefined when no group ends there. */
export function groupsOfLength(
  run: readonly DigitGroup[],
  from: number,
  length: number,
): readonly DigitGroup[] | undefined {
  let digits = 0
  for (let to = from; to < run.length && digits < length; to++) {
    digits += run[to]?.digits.length ?? 0
    if (digits === length) return run.slice(from, to + 1)
  }
  return undefined
}

/** The groups from a place in the text to the end of their run; none when nothing follows. By halves: a long mail has many labels. */
export function groupsFrom(runs: readonly DigitGroup[][], at: number): readonly DigitGroup[] {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.at(-1)?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  const run = runs[low] ?? []
  return run.slice(run.findIndex(({ end }) => end > at))
}
