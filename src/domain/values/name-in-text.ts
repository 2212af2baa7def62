import { editDistance } from './edit-distance.ts'
import { isPrefix } from './name-words.ts'
import type { PersonName } from './person-name.ts'
import { plainWords } from './plain-words.ts'

/** 'full': somebody is named as we know them. 'near': by the family name alone, by initials, or with a letter that is otherwise. */
export type NamedHow = 'full' | 'near'

interface Word {
  readonly plain: string
  readonly isCapital: boolean
  /** A hyphen ties it to the word before it: 'Negen-Bakker' is another name than 'Negen'. */
  readonly isTied: boolean
}

/** A text in words, to look for many names in. */
export const wordsToSearch = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map(({ 0: written, index }) => ({
    plain: plainWords(written).join(''),
    isCapital: /^\p{Lu}/u.test(written),
    isTied: /[\p{L}\p{M}\d][-‐–]$/u.test(text.slice(Math.max(0, index - 3), index)),
  }))

/** Whether a text names this person; undefined: it does not. */
export function nameInText(text: readonly Word[], name: PersonName): NamedHow | undefined {
  const family = plainWords(name.family)
  const wholes = callsOf(name).flatMap((given) => [
    [...given, ...family],
    [...family, ...given],
  ])
  if (wholes.some((whole) => stands(whole, text))) return 'full'
  const isNear = wholes.some((whole) => standsNearly(whole, text)) || isCalledByFamily(name.family, text)
  return isNear ? 'near' : undefined
}

/** What may stand before the family name: all first names, or the one they are called by. Initials are those of many. */
const callsOf = ({ given = '' }: PersonName): readonly (readonly string[])[] => {
  const called = [given.replaceAll(/\([^)]*\)/gu, ' '), /\(([^)]+)\)/u.exec(given)?.[1] ?? '']
  return called.map(plainWords).filter((words) => words.some((word) => word.length > 1))
}

type Fits = (word: Word, wanted: string) => boolean

const standAt = (words: readonly string[], text: readonly Word[], at: number, fits: Fits): boolean =>
  words.every((word, index) => {
    const here = text[at + index]
    return here !== undefined && fits(here, word)
  })

const isSame: Fits = ({ plain }, wanted) => plain === wanted

const stands = (words: readonly string[], text: readonly Word[]): boolean =>
  text.some((_, at) => !isTied(text[at]) && !isTied(text[at + words.length]) && standAt(words, text, at, isSame))

const isTied = (word: Word | undefined): boolean => word?.isTied ?? false

/** One letter otherwise in a word that is long enough to be known by the others. */
const isAlmost: Fits = ({ plain }, wanted) =>
  plain === wanted ||
  (wanted.length >= shortest && Math.abs(plain.length - wanted.length) <= 1 && editDistance(plain, wanted) <= 1)

const shortest = 4

/** Without one word that is quite right it could be anybody. */
const standsNearly = (words: readonly string[], text: readonly Word[]): boolean =>
  words.some((word) => text.some((here) => isSame(here, word))) &&
  text.some((_, at) => standAt(words, text, at, isAlmost))

/** 'Mevrouw Negen', 'D. Negen': words with a capital, so that 'de Groot' is not found in 'een groot bedrag'. */
const isCalledByFamily = (family: string, text: readonly Word[]): boolean => {
  const words = family.split(/\s+/u).filter((word) => !isPrefix(word))
  const own = plainWords(words.join(' '))
  const isName: Fits = (word, wanted) => word.isCapital && isSame(word, wanted)
  return own.join('').length > 2 && text.some((_, at) => standAt(own, text, at, isName))
}
