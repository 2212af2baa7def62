import { calmWord, isDutchPrefix, isJoiner, isPrefix, isTitle } from './name-words.ts'

/** The name of a person as a form gives it. `family` includes its prefixes ('van den Berg'); `full` is how it is written in a letter. */
export interface PersonName {
  /** First names or initials, with the name they are called by in brackets; absent when only a family name was given. */
  readonly given?: string
  readonly family: string
  readonly full: string
}

/** The most characters of a name. */
export const longestName = 100

const isLowerCase = (word: string): boolean => word === word.toLowerCase()
const isShouted = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()
const isLowPrefix = (word: string): boolean => isPrefix(word) && isLowerCase(word)

/** A family name that ends in 'van' was cut off. */
function named(given: readonly string[], family: readonly string[]): PersonName | undefined {
  const last = family.join(' ')
  const end = family.at(-1) ?? ''
  if (!/\p{L}/u.test(last) || isLowPrefix(end)) return undefined
  const first = given.join(' ')
  return first === '' ? { family: last, full: last } : { given: first, family: last, full: `${first} ${last}` }
}

const isInitials = (word: string): boolean =>
  /^(?:\p{Lu}\p{Ll}?\.-?)+\p{Lu}?$/u.test(word) || /^\p{Lu}{1,3}$/u.test(word)

const split = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

/** Without 'mevr. drs.'; a title that is all there is leaves nothing. */
function withoutTitles(words: readonly string[]): readonly string[] {
  let start = 0
  while (start < words.length && isTitle(words, start)) start++
  return words.slice(start)
}

/** A name that begins with a Dutch prefix has no first name: 'de Vries', 'Van Dam'. 'Ben' and 'Al' at the start are first names. */
const startsWithFamily = (word: string): boolean => isDutchPrefix(word) || isLowPrefix(word)

/** 'Jansen-de' in 'Jansen-de Boer'. */
const endsInPrefix = (word: string): boolean => word.includes('-') && isPrefix(word.slice(word.lastIndexOf('-') + 1))

/** Where the family name starts: at its first prefix, at the name before a joiner, else at the last word. */
function familyStart(words: readonly string[]): number {
  if (startsWithFamily(words[0] ?? '')) return 0
  const inside = (test: (word: string) => boolean): number =>
    words.findIndex((word, index) => index > 0 && index < words.length - 1 && test(word))
  const starts = [inside(isPrefix), inside(endsInPrefix), inside(isJoiner) - 1].filter((index) => index >= 0)
  return Math.min(...starts, words.length - 1)
}

function fromGivenFirst(words: readonly string[]): PersonName | undefined {
  if (words.length === 0) return undefined
  const initials = initialsBehind(words)
  if (initials !== -1) return fromFamilyFirst(words.slice(0, initials), words.slice(initials))
  const start = familyStart(words)
  return named(words.slice(0, start), words.slice(start))
}

/** 'Van den Berg' in a list is 'van den Berg' behind a first name. */
const behindGiven = ([first = '', ...rest]: readonly string[]): string[] =>
  isDutchPrefix(first) && rest.length > 0 && first.length > 1 && first !== first.toUpperCase()
    ? [first.toLowerCase(), ...rest]
    : [first, ...rest]

/** Where the prefixes begin that a list has behind the family name ('Berg van den', 'BERG VAN DEN'); a name is never nothing else. */
function prefixesBehind(family: readonly string[]): number {
  const shouted = isShouted(family.join(' '))
  const end = family.findLastIndex((word) => !(shouted ? isPrefix(word) : isLowPrefix(word)))
  return Math.max(1, end + 1)
}

/** 'Vries' of 'Vries - de, K.' */
const withoutDash = (words: readonly string[]): readonly string[] =>
  /^[-–—]$/u.test(words.at(-1) ?? '') ? words.slice(0, -1) : words

/** 'Berg, A. van den', 'Van den Berg, Anna', 'Berg, van den, Anna' and 'Berg van den, A.'. */
function fromFamilyFirst(listed: readonly string[], behind: readonly string[]): PersonName | undefined {
  const given = [...withoutTitles(behind)]
  const start = prefixesBehind(listed)
  const family = given.length > 0 ? [...listed.slice(start), ...withoutDash(listed.slice(0, start))] : listed
  const prefixes: string[] = []
  while (given.length > 0 && isPrefix(given.at(-1) ?? '')) prefixes.unshift(given.pop() ?? '')
  while (given.length > 0 && isLowPrefix(given[0] ?? '')) prefixes.push(given.shift() ?? '')
  return named(given, given.length > 0 ? behindGiven([...prefixes, ...family]) : [...prefixes, ...family])
}

/** Two letters and more are nobody's family name; of one ('Karin V.') nobody can tell what it stands for. */
const isSeveralInitials = (word: string): boolean => /^(?:\p{Lu}\p{Ll}?\.-?){2,}$/u.test(word)
const isDotted = (word: string): boolean => word.includes('.') && isInitials(word)

/** Where the initials begin in a list without commas: 'Jansen P.J.', 'Berg van den A.M.', 'Vries K. de'. -1: it is no such list. */
function initialsBehind(words: readonly string[]): number {
  const end = words.findLastIndex((word) => !isLowPrefix(word))
  const letters = words[end] ?? ''
  const isList = end === words.length - 1 ? isSeveralInitials(letters) : isDotted(letters)
  return isList && end > 0 && !words.slice(0, end).some(isDotted) ? end : -1
}

/** The name somebody is called by stands in brackets, before or behind the family name: 'P.J. (Piet) Jansen', 'P.J. Jansen (Piet)'. */
function withCalledName(name: PersonName | undefined, called: string): PersonName | undefined {
  if (!name || called === '') return name
  if (/\s/u.test(called)) return { ...name, full: `${name.full} (${called})` } // the whole name once more, in other letters
  const given = name.given === undefined ? called : `${name.given} (${called})`
  return { given, family: name.family, full: `${given} ${name.family}` }
}

const brackets = /\(([^()]*)\)/gu
const sex = /^(?:m|v|x|man|vrouw|m\/v|mw\.?|dhr\.?|zij\/haar|hij\/hem|die\/hen)$/iu

/** What no name holds; a line's end too: then a field ran into the next. */
const foreign = /[\d@<>:;=_*#\\[\]{}|\p{Cc}]/u

/**
 * Reads a name in either order, with or without titles: 'de heer P. van den Berg', 'Berg, Anna van den', 'Berg van den, A.', 'Vries (de), K.',
 * 'Fatima el Amrani'. undefined when it holds what no name holds (digits, an @), only a title, nothing, or far too much.
 */
export function parsePersonName(text: string): PersonName | undefined {
  const clean = text.normalize('NFC').trim()
  if (clean.length > longestName || foreign.test(clean)) return undefined
  const open = clean.replaceAll(brackets, (whole, words: string) => (split(words).every(isLowPrefix) ? words : whole))
  const remarks = [...open.matchAll(brackets)].map(([, remark = '']) => remark.trim())
  const called = remarks.find((remark) => remark !== '' && !sex.test(remark)) ?? ''
  const parts = open
    .replaceAll(brackets, ' ')
    .split(',')
    .map(split)
    .filter((part) => part.length > 0)
  const family = withoutTitles(parts[0] ?? [])
  const name = parts.length > 1 ? fromFamilyFirst(family, parts.slice(1).flat()) : fromGivenFirst(family)
  return withCalledName(name, called)
}

/** How to greet somebody: by the name they are called, the first of their first names, else the whole name. Nobody is shouted at. */
export function firstNameOf({ given, full }: PersonName): string {
  const called = /\(([^)]+)\)/u.exec(given ?? '')?.[1]
  const [first = ''] = split(called ?? given ?? '')
  const shouted = isShouted(full)
  const initials = shouted ? /\.|^\p{Lu}$/u.test(first) : isInitials(first)
  if (first === '' || initials) return full
  return shouted && first.length > 2 ? calmWord(first) : first
}
