/** The one word that is nearest: one letter too many, missing, other, or two swapped; in long words two. Two as near are none. */
export const nearest = (written: string, known: readonly string[]): string | undefined => {
  const near = known
    .filter((word) => Math.abs(written.length - word.length) <= mostEdits(word) && !isOtherWord(written, word))
    .map((word) => ({ word, edits: distance(written, word) }))
    .filter(({ word, edits }) => edits <= mostEdits(word))
  const fewest = Math.min(...near.map(({ edits }) => edits))
  const [first, ...others] = near.filter(({ edits }) => edits === fewest)
  return others.length === 0 ? first?.word : undefined
}

/** In a short word one other letter makes another word: 'naar' is no 'naam', and 'taak' no 'taal'. */
const isOtherWord = (written: string, word: string): boolean =>
  word.length < shortWord && written.length === word.length && lettersOf(written) !== lettersOf(word)

const lettersOf = (word: string): string => [...word].toSorted().join('')

const shortWord = 5

const mostEdits = (word: string): number => (word.length < longWord ? 1 : 2)

const longWord = 12

/** Optimal string alignment: edits and swaps of neighbours, each letter touched once. Labels are short, so a plain table will do. */
const distance = (one: string, other: string): number => {
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
