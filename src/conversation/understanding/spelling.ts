import { placeIn, placesByKey, tableOf } from './number-lists.ts'
import { knownNumber, lengthOf, letterOf, textOf } from './vocabulary.ts'

/** Gives a word that is one slip of the finger away from one we know (a letter more, less, other, or two swapped), or the word itself. */
export type Correct = (word: string) => string

/** So many letters at most has a word that is looked at. */
const longest = 30

/**
 * Known words are kept by their length with their first two and with their last two letters: one slip in a word of four letters or more
 * leaves one of the two, so only few need to be compared.
 * @param known words that a message may mean, the likelier first @param plain words that are right as they are
 */
export function spelling(known: readonly number[], plain: readonly number[], shortest: number): Correct {
  if (shortest < 5) throw new Error('a slip in a word so short can touch both its ends')
  const right = tableOf([...known, ...plain])
  const isMeant = (place: number): boolean => place >= 0 && place < known.length
  const ranked = Int32Array.from(known.filter((number) => lengthOf(number) >= shortest))
  const near = placesByKey(endsOf(ranked))
  const likeliest = (word: string): number | undefined => {
    let best = ranked.length
    for (const length of [word.length, word.length - 1, word.length + 1])
      for (const end of [
        startKey(length, word.charCodeAt(0), word.charCodeAt(1)),
        endKey(length, word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1)),
      ]) {
        const place = placeIn(near.keys, end)
        if (place < 0) continue
        for (let at = near.starts[place] ?? 0; at < (near.starts[place + 1] ?? 0); at++) {
          const rank = (near.values[at] ?? 0) >> 1
          if (rank >= best) break
          if (isOneSlip(word, ranked[rank] ?? 0)) best = rank
        }
      }
    return ranked[best]
  }
  return (word) => {
    if (word.length < shortest || word.length > longest || placeIn(right, knownNumber(word)) >= 0) return word
    const single = doubled.test(word) ? word.replaceAll(doubles, '$1') : word
    if (single !== word && isMeant(placeIn(right, knownNumber(single)))) return single
    const meant = likeliest(word)
    return meant === undefined ? word : textOf(meant)
  }
}

const doubled = /(.)\1/
const doubles = /(.)\1+/g

/** Words whose letters differ may share a key: they are compared in vain. */
const startKey = (length: number, first: number, second: number): number =>
  (length << 26) ^ (first << 9) ^ (second << 1)
const endKey = (length: number, first: number, second: number): number => startKey(length, first, second) | 1

/** Of each word two keys. */
function endsOf(words: Int32Array): number[] {
  const keys: number[] = []
  for (const word of words) {
    const length = lengthOf(word)
    keys.push(
      startKey(length, letterOf(word, 0), letterOf(word, 1)),
      endKey(length, letterOf(word, length - 2), letterOf(word, length - 1)),
    )
  }
  return keys
}

/** A letter more, less, other, or two neighbours swapped. */
function isOneSlip(word: string, number: number): boolean {
  const other = lengthOf(number)
  const most = Math.min(word.length, other)
  let start = 0
  while (start < most && word.charCodeAt(start) === letterOf(number, start)) start++
  let end = 0
  while (end < most - start && word.charCodeAt(word.length - 1 - end) === letterOf(number, other - 1 - end)) end++
  const [left, missed] = [word.length - start - end, other - start - end]
  if (left <= 1 && missed <= 1) return true
  return (
    left === 2 &&
    missed === 2 &&
    word.charCodeAt(start) === letterOf(number, start + 1) &&
    word.charCodeAt(start + 1) === letterOf(number, start)
  )
}
