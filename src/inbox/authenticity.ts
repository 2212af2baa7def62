import { domainToASCII } from 'node:url'
import type { EmailAddress } from '#src/domain/values/email-address.ts'
import { type AuthenticationResults, type MethodResult, parseAuthenticationResults } from './authentication-results.ts'
import type { MailFacts, SenderVerdict } from './mail-reading.ts'

/** One header of the mail as it came, top first: the lower-case name, and the whole line with its folding. */
export interface HeaderLine {
  readonly key: string
  readonly line: string
}

/**
 * Whether the mail is from who it says. 'verified' asks for all of: one From header with one address; the topmost
 * Authentication-Results of the mail written by our own receiving server (a forged one stands lower, RFC 8601 section 5); in it a
 * DKIM pass of the From domain, or of a listed domain above it; and the From domain listed exactly in a contract.
 * SPF and DMARC are not enough: both pass for a body that was changed on the way.
 */
export const judgeSender = (
  headers: readonly HeaderLine[],
  from: EmailAddress | undefined,
  facts: MailFacts,
): SenderVerdict => {
  const doubt = doubtAboutSender(headers, from, facts)
  if (doubt !== undefined) return { verdict: 'unverified', words: doubt }
  return { verdict: 'verified', words: 'De handtekening (DKIM) van het domein van de afzender klopt.' }
}

/** A mail domain as it is compared: lower case, in its ASCII form, so that a look-alike in another script is another domain. */
export const normaliseDomain = (domain: string): string => {
  const plain = domain.trim().replace(/\.$/, '').toLowerCase()
  return domainToASCII(plain) || plain
}

export const domainOfAddress = (address: string): string => normaliseDomain(address.slice(address.lastIndexOf('@') + 1))

const doubtAboutSender = (
  headers: readonly HeaderLine[],
  from: EmailAddress | undefined,
  facts: MailFacts,
): string | undefined => {
  const fromHeaders = headers.filter(({ key }) => key === 'from').length
  if (fromHeaders > 1) return words.severalFrom
  if (fromHeaders === 0 || from === undefined) return words.noFrom
  const lists = facts.contracts.map((contract) => new Set(contract.domains.map(normaliseDomain)))
  const fromDomain = domainOfAddress(from)
  const ownLists = lists.filter((list) => list.has(fromDomain))
  if (ownLists.length === 0) return words.notListed
  const results = ownResults(headers, facts.authservId)
  if (typeof results === 'string') return results
  return doubtAboutSignature(results, (domain) => isAligned(domain, fromDomain, ownLists))
}

/** What our own server wrote, or in words why there is nothing that we may believe. */
const ownResults = (headers: readonly HeaderLine[], authservId?: string): AuthenticationResults | string => {
  if (authservId === undefined) return words.noServerName
  const topmost = headers.find(({ key }) => key === 'authentication-results')
  if (topmost === undefined) return words.notChecked
  const results = parseAuthenticationResults(topmost.line.slice(topmost.line.indexOf(':') + 1))
  if (results === undefined) return words.checkUnreadable
  return results.authservId === authservId.trim().toLowerCase() ? results : words.checkedByOther
}

/** One aligned pass is enough: a mailing service may have signed beside the municipality. */
const doubtAboutSignature = (
  { results }: AuthenticationResults,
  aligned: (domain: string) => boolean,
): string | undefined => {
  const passes = results.filter(({ method, result }) => method === 'dkim' && result === 'pass')
  if (passes.length === 0) return words.noPass
  const signers = passes.map(signingDomain)
  return signers.some((domain) => domain !== undefined && aligned(domain)) ? undefined : words.otherSigner
}

/** header.d, else the domain of header.i (RFC 8601, section 2.7.1). */
const signingDomain = ({ properties }: MethodResult): string | undefined => {
  const domain = properties.get('header.d') ?? properties.get('header.i')
  return domain === undefined ? undefined : domainOfAddress(domain)
}

/** A parent domain counts only when the contract lists it itself: 'overheid.example' must not vouch for all that lies below it. */
const isAligned = (signer: string, fromDomain: string, lists: readonly ReadonlySet<string>[]): boolean =>
  signer === fromDomain || (fromDomain.endsWith(`.${signer}`) && lists.some((list) => list.has(signer)))

const words = {
  severalFrom:
    'De mail noemt meer dan één afzender. Dat hoort niet. Bel de consulent en vraag of de mail van de gemeente komt.',
  noFrom: 'De mail heeft geen afzender die we kunnen lezen. Bel de consulent en vraag of de mail van de gemeente komt.',
  notListed:
    'Het maildomein van de afzender staat bij geen enkel contract. Kijk of het domein klopt; alleen de beheerder kan een domein toevoegen.',
  noServerName:
    'De naam van onze eigen mailserver is niet ingesteld. Daarom kunnen we geen enkele afzender controleren. Vraag de beheerder om die naam in te stellen.',
  notChecked:
    'Onze mailserver heeft bij deze mail niet opgeschreven of de handtekening (DKIM) klopt. Bel de consulent en vraag of de mail van de gemeente komt.',
  checkUnreadable:
    'De controle van de afzender in deze mail is niet te lezen. Bel de consulent en vraag of de mail van de gemeente komt.',
  checkedByOther:
    'De controle van de afzender in deze mail komt niet van onze eigen mailserver. Bel de consulent en vraag of de mail van de gemeente komt.',
  noPass:
    'De handtekening (DKIM) van de afzender ontbreekt of klopt niet. Bel de consulent en vraag of de mail van de gemeente komt.',
  otherSigner:
    'De handtekening (DKIM) is van een ander domein dan de afzender. Bel de consulent en vraag of de mail van de gemeente komt.',
} as const
