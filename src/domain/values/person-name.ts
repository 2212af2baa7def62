import { isPrefix, isTitle } from './name-words.ts'

/** The name of a person as a form gives it. `family` includes its prefixes ('van den Berg'); `full` is how it is written in a letter. */
export interface PersonName {
  /** First names or initials; absent when only a family name was given. */
  readonly given?: string
  readonly family: string
  readonly full: string
}

const longest = 100

const named = (given: readonly string[], family: readonly string[]): PersonName | undefined => {
  if (family.length === 0) return undefined
  const full = [...given, ...family].join(' ')
  return { ...(given.length > 0 && { given: given.join(' ') }), family: family.join(' '), full }
}

/** 'mevr. drs.' before a name, '(v)' after it. */
function withoutTitles(text: string): string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '')
  let start = 0
  while (start < words.length - 1 && isTitle(words, start)) start++
  return words.slice(start)
}

/** Where the family name starts: at the first prefix after the given names, else at the last word. */
function familyStart(words: readonly string[]): number {
  const first = words[0] ?? ''
  if (isPrefix(first) && /^\p{Ll}|^(?:Van|De|Den|Der|Ter|Ten|'T|'t)$/u.test(first)) return 0
  const prefix = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isPrefix(word))
  return prefix === -1 ? Math.max(words.length - 1, 0) : prefix
}

/** 'Berg, A. van den', 'Van den Berg, Anna' and 'Berg, van den, Anna'. */
function fromFamilyFirst(parts: readonly string[]): PersonName | undefined {
  const family = (parts[0] ?? '').split(/\s+/u)
  const words = withoutTitles(parts.slice(1).join(' '))
  const prefixes: string[] = []
  while (words.length > 0 && isPrefix(words.at(-1) ?? '')) prefixes.unshift(words.pop() ?? '')
  while (words.length > 0 && /^\p{Ll}/u.test(words[0] ?? '') && isPrefix(words[0] ?? ''))
    prefixes.push(words.shift() ?? '')
  return named(words, [...prefixes, ...family])
}

/**
 * Reads a name in either order, with or without titles: 'de heer P. van den Berg', 'Berg, Anna van den', 'Fatima el Amrani'. undefined
 * when it holds what no name holds (digits, an @), nothing, or far too much.
 */
export function parsePersonName(text: string): PersonName | undefined {
  const clean = text
    .normalize('NFC')
    .replaceAll(/\((?:m|v|x|man|vrouw|m\/v)\)/giu, ' ')
    .trim()
  if (clean.length > longest || !/\p{L}/u.test(clean) || /[\d@<>:;=_*#\\[\]{}|]/u.test(clean)) return undefined
  const parts = withoutTitles(clean)
    .join(' ')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length > 1) return fromFamilyFirst(parts)
  const words = (parts[0] ?? '').split(' ').filter((word) => word !== '')
  const start = familyStart(words)
  return named(words.slice(0, start), words.slice(start))
}

const isInitials = (word: string): boolean =>
  /^(?:\p{Lu}[\p{Ll}]?\.-?)+\p{Lu}?$/u.test(word) || /^\p{Lu}{1,3}$/u.test(word)

/** 'ANNA' to 'Anna': in a kind text nobody is shouted at. */
const calm = (word: string): string =>
  /^[\p{Lu}'’-]{3,}$/u.test(word)
    ? word
        .toLowerCase()
        .replaceAll(/(^|[-'’])(ij|\p{L})/gu, (_, edge: string, letter: string) => edge + letter.toUpperCase())
    : word

/** How to greet somebody: the name they are called by, the first of their first names, else the whole name. */
export function firstNameOf({ given, full }: PersonName): string {
  const called = /\(([^)]+)\)/u.exec(given ?? '')?.[1]
  const shouted = full === full.toUpperCase()
  const first = (called ?? given ?? '').trim().split(/\s+/u)[0] ?? ''
  const initials = shouted ? /\.|^\p{Lu}$/u.test(first) : isInitials(first)
  return first === '' || initials ? full : calm(first)
}
