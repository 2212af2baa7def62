import { editDistance } from '#src/domain/values/edit-distance.ts'

/** The one word that is nearest: one letter too many, missing, other, or two swapped; in long words two. Two as near are none. */
export const nearest = (written: string, known: readonly string[]): string | undefined => {
  const near = known
    .filter((word) => Math.abs(written.length - word.length) <= mostEdits(word) && !isOtherWord(written, word))
    .map((word) => ({ word, edits: editDistance(written, word) }))
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
