import { plain } from './plain-sentences.ts'

/**
 * A sentence that was looked at without case, accents, marks and line breaks, as it stands in a text; undefined when it does not. A mail
 * address in it is passed over: sentences are looked at without.
 */
export function asWritten(text: string, sentence: string): string | undefined {
  if (text.length > longestText) return undefined
  const wanted = lettersOf(sentence)
    .map(({ letter }) => letter)
    .join('')
  if (wanted.length < fewestLetters) return undefined
  const letters = lettersOf(text)
  const start = letters
    .map(({ letter }) => letter)
    .join('')
    .indexOf(wanted)
  const [first, last] = [letters[start], letters[start + wanted.length - 1]]
  return first && last && text.slice(first.at, last.at + last.length)
}

/** In characters. */
const longestText = 50_000
const fewestLetters = 4

interface Letter {
  readonly letter: string
  /** Where it stands in the text, and how long it is there, in code units. */
  readonly at: number
  readonly length: number
}

const address = /(?<!\S)[^\s@]+@\S+/g

/** One code unit each. */
const lettersOf = (text: string): Letter[] =>
  [...text.replaceAll(address, (found) => ' '.repeat(found.length)).matchAll(/[\p{L}\p{N}]/gu)].flatMap(
    ({ 0: written, index }) =>
      Array.from({ length: plain(written).length }, (_, unit) => ({
        letter: plain(written).charAt(unit),
        at: index,
        length: written.length,
      })),
  )
