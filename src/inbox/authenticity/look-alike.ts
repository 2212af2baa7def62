import { domainToUnicode } from 'node:url'
import { editDistance } from '#src/domain/values/edit-distance.ts'
import { foldLetters } from './folded-letters.ts'
import { isWithin } from './mail-domain.ts'

/**
 * Whether a domain that is not listed looks like a listed one: letters of another script or digits for letters, one or two letters
 * changed, left out, added or swapped, a hyphen or a word such as 'gemeente' more or less, another top level, or the listed domain
 * written as the beginning of a longer one. What lies below a listed domain is its owner's, and no look-alike. Both as `normaliseDomain` makes them.
 */
export const looksLike = (domain: string, listed: string): boolean => {
  if (isWithin(domain, listed) || isWithin(listed, domain)) return false
  const seen = asSeen(domain)
  const real = asSeen(listed)
  if (carries(seen, real)) return true
  const tail = seen.slice(-real.length)
  return tail.length === real.length && differsLittle(tail, real)
}

/** The labels as a reader sees them. */
const asSeen = (domain: string): string[] => (domainToUnicode(domain) || domain).split('.').map(foldLetters)

/** 'stad.example.elders.example' and 'stad-example.elders.example'. */
const carries = (seen: readonly string[], real: readonly string[]): boolean => {
  const whole = `.${real.join('.')}.`
  return `.${seen.slice(0, -1).join('.')}.`.replaceAll('-', '.').includes(whole.replaceAll('-', '.'))
}

/** Either the top level is another one, or one label is close; with both, the label must be the same but for an added word. */
const differsLittle = (seen: readonly string[], real: readonly string[]): boolean => {
  const different = real.flatMap((label, at) => (seen[at] === label ? [] : [at]))
  const top = real.length - 1
  const [at, ...more] = different.filter((label) => label !== top)
  if (at === undefined) return true
  return more.length === 0 && isClose(seen[at] ?? '', real[at] ?? '', { exactly: different.includes(top) })
}

const isClose = (seen: string, real: string, { exactly }: { exactly: boolean }): boolean => {
  const [seenCore, core] = [withoutAddedWords(seen), withoutAddedWords(real)]
  if (seenCore === core || joined(seen) === joined(real)) return true
  if (real.length >= longName && seen.includes(real)) return true
  return !exactly && editsBetween(seenCore, core) <= mostEdits(core)
}

/** That a longer name holds it whole is no chance. */
const longName = 8

/** Two or three letters have too many neighbours, and of a short name ('hoorn', 'doorn') one changed letter may be another place too. */
const mostEdits = (name: string): number => (name.length < 4 ? 0 : name.length < 8 ? 1 : 2)

const joined = (label: string): string => label.replaceAll('-', '')

/** Words that anyone can put before or behind a municipality's name, and that say nothing of who it is. */
const addedWords: ReadonlySet<string> = new Set(
  [
    'gemeente',
    'gem',
    'regio',
    'mijn',
    'sociaal',
    'sociale',
    'domein',
    'sociaaldomein',
    'dienst',
    'werk',
    'inkomen',
    'werkplein',
    'mail',
    'email',
    'secure',
    'veilig',
    'beveiligd',
    'info',
    'online',
    'login',
    'portaal',
    'overheid',
    'nl',
    'en',
    'bv',
  ].map(foldLetters),
)

const gluedWord = /^gemeente(?=.{3})/

/** A name of nothing but such words is its own name. */
const withoutAddedWords = (label: string): string =>
  label
    .split('-')
    .filter((word) => !addedWords.has(word))
    .join('')
    .replace(gluedWord, '') || joined(label)

/** Letters to insert, drop, replace or swap with their neighbour; more than 2 is all the same. */
const editsBetween = (one: string, other: string): number =>
  Math.abs(one.length - other.length) > 2 ? 3 : editDistance(one, other)
