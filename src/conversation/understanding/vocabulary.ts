import { continued, further, seed, within } from './hash.ts'

/*
 * Every word that a lexicon has, and every beginning of words ('gelemiyor~'), has a number here. There are more than a hundred thousand:
 * as texts in sets they took twenty times the memory. So their letters stand in one row, and a list of words is a list of numbers.
 */

const places = 1 << 18
/** With more of them looking one up would take long. */
export const mostWords = places * 0.75
const lettersEach = 12

/** By the hash of a word: its number and one, 0 where there is none. */
const table = new Int32Array(places)
const letters = new Uint16Array(mostWords * lettersEach)
/** By number: where its letters begin; those of the next begin where they end. */
const starts = new Int32Array(mostWords + 1)
let count = 0

/** What no word has. */
export const noWord = -1

const stemMark = '~'
const markLetter = stemMark.charCodeAt(0)

const startOf = (number: number): number => starts[number] ?? 0

export const lengthOf = (number: number): number => startOf(number + 1) - startOf(number)

export const letterOf = (number: number, at: number): number => letters[startOf(number) + at] ?? 0

export const textOf = (number: number): string =>
  String.fromCharCode(...letters.subarray(startOf(number), startOf(number + 1)))

/** Whether it is the beginning of words, and no word. */
export const isStem = (number: number): boolean => letterOf(number, lengthOf(number) - 1) === markLetter

/** Whether a word is the first letters of a text, with `mark` behind them. */
function spells(number: number, text: string, length: number, mark: string): boolean {
  if (lengthOf(number) !== length + mark.length) return false
  const start = startOf(number)
  for (let at = 0; at < length; at++) if (letters[start + at] !== text.charCodeAt(at)) return false
  return mark === '' || letters[start + length] === markLetter
}

/** Where in the table a word stands, or would stand. */
function placeOf(hash: number, text: string, length: number, mark: string): number {
  let place = within(hash, places)
  for (;;) {
    const number = (table[place] ?? 0) - 1
    if (number === noWord || spells(number, text, length, mark)) return place
    place = (place + 1) % places
  }
}

/** The number of a word; a new one when it had none yet. */
export function numberOf(word: string): number {
  const place = placeOf(continued(seed, word), word, word.length, '')
  const known = (table[place] ?? 0) - 1
  return known === noWord ? added(word, place) : known
}

function added(word: string, place: number): number {
  const start = startOf(count)
  if (count === mostWords || start + word.length > letters.length) throw new Error('the lexicons have too many words')
  for (let at = 0; at < word.length; at++) letters[start + at] = word.charCodeAt(at)
  starts[count + 1] = start + word.length
  count += 1
  table[place] = count
  return count - 1
}

/** The number of a word, `noWord` when it is in no lexicon. */
export const knownNumber = (word: string): number =>
  (table[placeOf(continued(seed, word), word, word.length, '')] ?? 0) - 1

/** What a word of a message can be in a phrase: first itself, or `noWord`, then the beginnings that it has, the shortest first. */
export function readingsOf(word: string): number[] {
  const stems: number[] = []
  let hash = seed
  for (let length = 1; length <= word.length; length++) {
    hash = further(hash, word.charCodeAt(length - 1))
    const stem = (table[placeOf(further(hash, markLetter), word, length, stemMark)] ?? 0) - 1
    if (stem !== noWord) stems.push(stem)
  }
  return [(table[placeOf(hash, word, word.length, '')] ?? 0) - 1, ...stems]
}
