/** Edits (insert, delete, replace) that turn one word into the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (let column = 0; column < to.length; column += 1) {
      const replace = (row[column] ?? 0) + (to[column] === letter ? 0 : 1)
      next.push(Math.min(replace, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? to.length
}

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The known word that was probably meant; absent when none is near: a wild guess would send the reader the wrong way. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const written = plain(word.slice(0, 60))
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(written, plain(candidate)) }))
    .toSorted((left, right) => left.edits - right.edits)
  const [best] = ranked
  return best && best.edits <= Math.max(1, Math.floor(written.length * 0.4)) ? best.candidate : undefined
}
