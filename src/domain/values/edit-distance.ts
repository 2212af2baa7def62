/** Optimal string alignment: edits and swaps of neighbours, each letter touched once. For words: a plain table will do. */
export const editDistance = (one: string, other: string): number => {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) next.push(cheapest({ one, other, at, to, before, row, next }))
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}

interface Cell {
  readonly one: string
  readonly other: string
  readonly at: number
  readonly to: number
  readonly before: readonly number[]
  readonly row: readonly number[]
  readonly next: readonly number[]
}

const cheapest = ({ one, other, at, to, before, row, next }: Cell): number => {
  const same = one[at - 1] === other[to - 1]
  const edit = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1))
  const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
  return swapped ? Math.min(edit, (before[to - 2] ?? 0) + 1) : edit
}
