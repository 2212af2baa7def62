import { furtherBy, further, seed, within } from './hash.ts'

/*
 * Every word that a lexicon has, and every beginning of words ('gelemiyor~'), has a number here. There are more than a hundred thousand:
 * as texts in sets they took twenty times the memory. So their letters stand in one row, and a list of words is a list of numbers.
 */

/** By the hash of a word: its number and one, 0 where there is none. Beginnings are looked for once per letter, so theirs is small. */
const words = new Int32Array(1 << 18)
const stems = new Int32Array(1 << 15)

/** With fuller tables looking one up would take long. */
export const mostWords = words.length * 0.75
const mostStems = stems.length * 0.75
const lettersEach = 12

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
  return true
}

/** Where in its table a word stands, or would stand: the first letters of a text, with `mark` behind them. */
function placeOf(table: Int32Array, hash: number, text: string, length: number, mark: string): number {
  let place = within(hash, table.length)
  for (;;) {
    const number = (table[place] ?? 0) - 1
    if (number === noWord || spells(number, text, length, mark)) return place
    place = (place + 1) & (table.length - 1)
  }
}

const wordAt = (hash: number, text: string): number => (words[placeOf(words, hash, text, text.length, '')] ?? 0) - 1

const stemAt = (hash: number, text: string, length: number): number =>
  (stems[placeOf(stems, hash, text, length, stemMark)] ?? 0) - 1

/** The number of a word or, with its mark, of a beginning; a new one when it had none yet. */
export function numberOf(written: string): number {
  const mark = written.endsWith(stemMark) ? stemMark : ''
  const table = mark === '' ? words : stems
  const length = written.length - mark.length
  const place = placeOf(table, furtherBy(seed, written.slice(0, length)), written, length, mark)
  const known = (table[place] ?? 0) - 1
  if (known !== noWord) return known
  table[place] = added(written) + 1
  return count - 1
}

let stemCount = 0

function added(written: string): number {
  atHand.clear()
  const start = startOf(count)
  if (written.endsWith(stemMark)) stemCount += 1
  if (count === mostWords || stemCount > mostStems || start + written.length > letters.length)
    throw new Error('the lexicons have too many words')
  for (let at = 0; at < written.length; at++) letters[start + at] = written.charCodeAt(at)
  starts[count + 1] = start + written.length
  count += 1
  return count - 1
}

/** The number of a word, `noWord` when it is in no lexicon. */
export const knownNumber = (word: string): number => wordAt(furtherBy(seed, word), word)

/** So many words are kept at hand; people use the same few again and again. */
const mostAtHand = 3000
/** Only words of lexicons: what else somebody writes, a name above all, is not kept. */
const atHand = new Map<string, readonly number[]>()

/** What a word of a message can be in a phrase: first itself, or `noWord`, then the beginnings that it has, the shortest first. */
export function readingsOf(word: string): readonly number[] {
  const known = atHand.get(word)
  if (known) return known
  const readings = lookedUp(word)
  if (readings[0] !== noWord && atHand.size < mostAtHand) atHand.set(word, readings)
  return readings
}

function lookedUp(word: string): readonly number[] {
  const beginnings: number[] = []
  let hash = seed
  for (let length = 1; length <= word.length; length++) {
    hash = further(hash, word.charCodeAt(length - 1))
    const stem = stemAt(hash, word, length)
    if (stem !== noWord) beginnings.push(stem)
  }
  const itself = wordAt(hash, word)
  return beginnings.length === 0 ? [itself] : [itself, ...beginnings]
}
