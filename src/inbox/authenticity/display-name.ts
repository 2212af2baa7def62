import { domainToUnicode } from 'node:url'
import type { MailFacts } from '../mail-reading.ts'
import { foldLetters } from './folded-letters.ts'
import { isWithin, normaliseDomain } from './mail-domain.ts'
import type { Mailbox } from './sender-claims.ts'

type Contract = MailFacts['contracts'][number]

/**
 * Whether the name before the address says what the address does not: many programs show the name alone. Either a listed domain stands
 * in it, or a municipality's name beside a word such as 'gemeente' or 'consulent' (or nothing else at all), while the address is not of
 * that municipality. A person may be called after a town, so a town alone in a longer name says nothing.
 */
export const nameClaimsAnother = (
  { name }: Mailbox,
  fromDomain: string,
  contracts: readonly Contract[],
): 'address' | 'municipality' | undefined => {
  const seen = foldLetters(name)
  const others = contracts.filter(
    ({ domains }) => !domains.some((listed) => isWithin(fromDomain, normaliseDomain(listed))),
  )
  if (others.some(({ domains }) => domains.some((listed) => holdsDomain(seen, listed)))) return 'address'
  const names = others.flatMap(namesOf)
  return names.some((name) => holdsMunicipality(seen, name)) ? 'municipality' : undefined
}

/** Between letters, digits and hyphens it is another domain: 'nepstad.example' does not hold 'stad.example'. */
const holdsDomain = (seen: string, listed: string): boolean => {
  const domain = foldLetters(domainToUnicode(normaliseDomain(listed)) || listed)
  const at = seen.indexOf(domain)
  return (
    at >= 0 && !/[\p{L}\p{N}-]/u.test(seen.charAt(at - 1)) && !/[\p{L}\p{N}-]/u.test(seen.charAt(at + domain.length))
  )
}

/** One word may be a person's name; two beside each other, or one with what an institution calls itself, are the municipality's. */
const holdsMunicipality = (seen: string, name: readonly string[]): boolean => {
  const words = wordsOf(seen).filter((word) => !smallWords.has(word))
  const isThere = name.length > 0 && name.every((word) => words.includes(word))
  return isThere && (name.length > 1 || words.length === 1 || words.some((word) => institutions.has(word)))
}

/** The names that a contract's municipality goes by, in words: as its contract file says, and as its domains do ('gemeente-stad.example'). */
const namesOf = ({ municipality = '', domains }: Contract): string[][] =>
  [municipality, ...domains.map(nameInDomain)].map((name) =>
    wordsOf(foldLetters(name)).filter((word) => !institutions.has(word) && !smallWords.has(word)),
  )

/** Below a shared domain ('stad.overheid.example') it is not clear which word is the name. */
const nameInDomain = (domain: string): string => {
  const [name = '', ...rest] = (domainToUnicode(normaliseDomain(domain)) || domain).split('.')
  return rest.length === 1 ? name.replace(/^gemeente(?=.{3})/, '') : ''
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

const folded = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldLetters))

const institutions = folded(
  'gemeente',
  'gem',
  'regio',
  'stad',
  'consulent',
  'werkconsulent',
  'klantmanager',
  'klantregisseur',
  'regisseur',
  'werkplein',
  'werk',
  'inkomen',
  'sociaal',
  'sociale',
  'dienst',
  'zaken',
  'domein',
  'loket',
  'afdeling',
  'participatie',
)

const smallWords = folded('de', 'het', 'van', 'en', 'voor', 'the', 'of')
