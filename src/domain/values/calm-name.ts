import { calmWord, isJoiner, isPrefix } from './name-words.ts'
import type { PersonName } from './person-name.ts'

/**
 * A name that was written wholly in capitals as somebody would type it: 'FATIMA EL AMRANI' as 'Fatima el Amrani'. A word of which nobody can
 * tell stays as it was written: initials without dots ('AB'), 'MCDONALD', and an I in a Turkish word, which may be an i or an ı.
 */
export const calmName = (name: PersonName): PersonName => {
  const { given, family, full } = name
  if (full !== full.toUpperCase() || !/\p{Lu}{3}/u.test(full)) return name
  const first = given?.split(' ').map(calmGiven).join(' ')
  const last = calmFamily(family.split(' '), first !== undefined)
  const tail = full.endsWith(')') && !full.endsWith(family) ? full.slice(full.lastIndexOf(family) + family.length) : ''
  return first === undefined
    ? { family: last, full: last + tail }
    : { given: first, family: last, full: `${first} ${last}${tail}` }
}

const calmGiven = (word: string): string => (isUnsure(word) || isPerhapsInitials(word) ? word : calmWord(word))

const calmFamily = (words: readonly string[], behindGiven: boolean): string => {
  const calm: string[] = []
  for (const [index, word] of words.entries()) {
    const isSmall = behindGiven || index > 0
    const before = calm.at(-1)
    const followsSmall = before !== undefined && before === before.toLowerCase() && isPrefix(before)
    if (isJoiner(word)) calm.push(word.toLowerCase())
    else if (isPrefix(word) && index < words.length - 1)
      calm.push(isSmall && (followsSmall || !mostlyCapital.has(word)) ? word.toLowerCase() : calmPrefix(word))
    else calm.push(isUnsure(word) ? word : lowAtEnd(calmWord(word), index < words.length - 1))
  }
  return calm.join(' ')
}

/** 'Jansen-de' in 'Jansen-de Boer'. */
const lowAtEnd = (word: string, goesOn: boolean): string =>
  goesOn ? word.replace(/-([^-]+)$/u, (whole, end: string) => (isPrefix(end) ? whole.toLowerCase() : whole)) : word

/** "'T" is never "'T" as somebody types it. */
const calmPrefix = (word: string): string => (/^['’]/.test(word) ? word.toLowerCase() : calmWord(word))

/** 'Yusuf Ben Ali', 'Marie Le Roux'. */
const mostlyCapital: ReadonlySet<string> = new Set(['BEN', 'BIN', 'ABU', 'OULD', 'LA', 'LE', 'LES'])

const isUnsure = (word: string): boolean =>
  word.includes('.') ||
  (word.match(/\p{L}/gu)?.length ?? 0) < fewestLetters ||
  /^(?:MC|MAC[BDFGKLNPT])\p{L}/u.test(word) ||
  (/[ĞŞİ]/u.test(word) && /\p{L}I/u.test(word))
const fewestLetters = 3

/** 'JAN' is no 'J.A.N.', and 'PJM' is. */
const isPerhapsInitials = (word: string): boolean => /^\p{Lu}{3}$/u.test(word) && !isSpoken.test(word)
const isSpoken =
  /^(?:[^AEIOUY][AEIOUYÄÖÜÉ]+[^AEIOUY]?|[AEIOUY][^AEIOUY][AEIOUY]|[AEIOUY]{2}[^AEIOUY]|[^AEIOUY][AEIOUY]{2})$/u
