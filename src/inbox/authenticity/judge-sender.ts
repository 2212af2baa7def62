import type { EmailAddress } from '#src/domain/values/email-address.ts'
import type { MailFacts, SenderVerdict } from '../mail-reading.ts'
import type { AuthenticationResults, MethodResult } from './authentication-results.ts'
import { nameClaimsAnother } from './display-name.ts'
import { bestOf, type DkimFinding, notAsked } from './dkim-finding.ts'
import type { HeaderLine } from './header-line.ts'
import { looksLike } from './look-alike.ts'
import { domainOfAddress, isWithin, normaliseDomain } from './mail-domain.ts'
import { domainIn, type NoResults, ownResults, signingDomain } from './own-results.ts'
import { isOfService } from './secure-mail-services.ts'
import { securityRecord } from './security-record.ts'
import { readClaims, type SenderClaims } from './sender-claims.ts'
import { likelyWords, lookAlikeWords, suspiciousWords, unverifiedWords, verifiedWords } from './sender-words.ts'

/**
 * Whether the mail is from who it says, in this order.
 *
 * 1. 'suspicious' by what the sender says of itself: several senders, answers that go elsewhere, a municipality in the name before
 *    another's address. This wins over a signature that is right: a mailbox of a municipality that was taken over signs as well as ever.
 * 2. 'verified': one From header with one address, its domain listed exactly in a contract, and a DKIM pass of that domain or of a
 *    listed domain above it. Our own look decides; when it was not asked, the topmost Authentication-Results of the mail does, written by
 *    our own receiving server. When our look says that the mail was changed, that header does not help. SPF and DMARC are never enough:
 *    both pass for a body that was changed on the way.
 * 3. 'suspicious' by what the checks say: an address or a domain of our own without proof, a look-alike of a listed domain, a DMARC fail.
 * 4. 'likely': a listed domain, and in our own server's header an aligned pass of SPF or DMARC beside no signature at all.
 * 5. 'unverified', with why.
 */
export const judgeSender = (
  headers: readonly HeaderLine[],
  from: EmailAddress | undefined,
  facts: MailFacts,
  dkim: DkimFinding = notAsked,
): SenderVerdict => {
  const said = ownResults(headers, facts.authservId)
  const results = typeof said === 'string' ? undefined : said
  const record = securityRecord({ headers, results, ownServer: facts.authservId, dkim })
  return { ...judge({ claims: readClaims(headers), from, facts, said, dkim }), record }
}

/** The domains whose signatures can count for this sender; none when it is not known, so that no stranger makes us ask anything. */
export const domainsToCheck = (from: EmailAddress | undefined, facts: MailFacts): ReadonlySet<string> => {
  if (from === undefined) return new Set()
  const domain = domainOfAddress(from)
  const listed = listsOf(domain, facts).flatMap((list) => [...list])
  return new Set([...listed, ...(isOurs(from, facts) ? [domain] : [])].filter((one) => isWithin(domain, one)))
}

type Judgement = Pick<SenderVerdict, 'verdict' | 'words'>

interface Case {
  readonly claims: SenderClaims
  readonly from: EmailAddress | undefined
  readonly facts: MailFacts
  readonly said: AuthenticationResults | NoResults
  readonly dkim: DkimFinding
}

const judge = (one: Case): Judgement => {
  const { claims, from, facts } = one
  if (claims.fromHeaders > 1 || claims.from.length > 1) return suspicious(suspiciousWords.severalFrom)
  if (claims.fromHeaders === 0 || from === undefined) return unverified(unverifiedWords.noFrom)
  const domain = domainOfAddress(from)
  const odd = oddClaim(claims, domain, facts)
  if (odd !== undefined) return suspicious(odd)
  const lists = listsOf(domain, facts)
  return lists.length > 0 ? judgeListed(one, domain, lists) : judgeUnlisted(one, from, domain)
}

const suspicious = (words: string): Judgement => ({ verdict: 'suspicious', words })
const unverified = (words: string): Judgement => ({ verdict: 'unverified', words })

/** The lists of the contracts that name the domain exactly. */
const listsOf = (domain: string, { contracts }: MailFacts): ReadonlySet<string>[] =>
  contracts.map(({ domains }) => new Set(domains.map(normaliseDomain))).filter((list) => list.has(domain))

const oddClaim = ({ from, replyTo }: SenderClaims, domain: string, facts: MailFacts): string | undefined => {
  const claimed = from
    .map((mailbox) => nameClaimsAnother(mailbox, domain, facts.contracts))
    .find((one) => one !== undefined)
  if (claimed === 'address') return suspiciousWords.nameClaimsAddress
  if (claimed === 'municipality') return suspiciousWords.nameClaimsMunicipality
  const lists = listsOf(domain, facts)
  if (lists.length === 0) return undefined
  const elsewhere = replyTo.some(({ address }) => !isAnswerHere(address, lists, facts))
  return elsewhere ? suspiciousWords.replyElsewhere : undefined
}

/** A functional mailbox of the same contract, one of our own, or the secure service that brought the mail. */
const isAnswerHere = (address: string, lists: readonly ReadonlySet<string>[], facts: MailFacts): boolean => {
  const domain = domainOfAddress(address)
  const isOfContract = lists.some((list) => [...list].some((listed) => isWithin(domain, listed)))
  return isOfContract || isOwnAddress(address, facts) || isOfService(address)
}

const isOwnAddress = (address: string, { contracts, ownAddresses = [] }: MailFacts): boolean => {
  const plain = address.trim().toLowerCase()
  return [...ownAddresses, ...contracts.flatMap(({ addresses }) => addresses)].some(
    (own) => own.toLowerCase() === plain,
  )
}

/** One of our addresses, or any under a domain of ours: nobody outside has one there. */
const isOurs = (address: EmailAddress, facts: MailFacts): boolean =>
  isOwnAddress(address, facts) ||
  (facts.ownDomains ?? []).some((own) => isWithin(domainOfAddress(address), normaliseDomain(own)))

const judgeUnlisted = ({ facts, said, dkim }: Case, from: EmailAddress, domain: string): Judgement => {
  if (isOurs(from, facts)) {
    const signed = hasProof(said, dkim, (signer) => signer === domain)
    return signed ? unverified(unverifiedWords.ownAddress) : suspicious(suspiciousWords.ownAddress)
  }
  const model = facts.contracts
    .flatMap(({ domains }) => domains.map(normaliseDomain))
    .find((listed) => looksLike(domain, listed))
  return model === undefined ? unverified(unverifiedWords.notListed) : suspicious(lookAlikeWords(model))
}

const judgeListed = ({ said, dkim }: Case, domain: string, lists: readonly ReadonlySet<string>[]): Judgement => {
  const aligned = (signer: string): boolean => isAligned(signer, domain, lists)
  if (hasProof(said, dkim, aligned)) return { verdict: 'verified', words: verifiedWords }
  const results = typeof said === 'string' ? [] : said.results
  if (results.some((result) => isDmarc(result, 'fail', domain))) return suspicious(suspiciousWords.dmarcFail)
  const own = bestOf(dkim, aligned)
  if (own === 'fail' || own === 'weak' || own === 'expired') return unverified(unverifiedWords[own])
  const isBroken = results.some((result) => isBrokenSignature(result, aligned))
  const came = results.some((result) => isDmarc(result, 'pass', domain) || isSpfPass(result, domain))
  // A header that tells of a pass where there is none was not written by our server, or not about this mail.
  const isContradicted = typeof said !== 'string' && passesOf(said).some((signer) => aligned(signer))
  if (came && !isBroken && !isContradicted) return { verdict: 'likely', words: likelyWords }
  return unverified(
    own === 'no_key' ? unverifiedWords.no_key : unverifiedWords[doubtAboutSignature(said, aligned, own)],
  )
}

/** Our own look, and only when that was not asked what our server wrote. */
const hasProof = (
  said: AuthenticationResults | NoResults,
  dkim: DkimFinding,
  aligned: (domain: string) => boolean,
): boolean => {
  const own = bestOf(dkim, aligned)
  return own === 'not_asked'
    ? typeof said !== 'string' && passesOf(said).some((domain) => aligned(domain))
    : own === 'pass'
}

/** One aligned pass is enough: a mailing service may have signed beside the municipality. */
const passesOf = ({ results }: AuthenticationResults): string[] =>
  results
    .filter(({ method, result }) => method === 'dkim' && result === 'pass')
    .flatMap((result) => signingDomain(result) ?? [])

const doubtAboutSignature = (
  said: AuthenticationResults | NoResults,
  aligned: (domain: string) => boolean,
  own: ReturnType<typeof bestOf>,
): keyof typeof unverifiedWords => {
  if (own === 'none') return 'noPass'
  if (typeof said === 'string') return said
  const passed = said.results.some(({ method, result }) => method === 'dkim' && result === 'pass')
  return passed && !passesOf(said).some((domain) => aligned(domain)) ? 'otherSigner' : 'noPass'
}

/** A parent domain counts only when the contract lists it itself: 'overheid.example' must not vouch for all that lies below it. */
const isAligned = (signer: string, fromDomain: string, lists: readonly ReadonlySet<string>[]): boolean =>
  signer === fromDomain || (fromDomain.endsWith(`.${signer}`) && lists.some((list) => list.has(signer)))

/** A result about another domain than the sender's says nothing of this one. */
const isDmarc = (one: MethodResult, result: 'pass' | 'fail', domain: string): boolean =>
  one.method === 'dmarc' && one.result === result && (domainIn(one, 'header.from') ?? domain) === domain

/** 'zivverbounce.stad.example' is below the sender's domain, so its owner let it send (relaxed alignment, RFC 7489 section 3.1.2). */
const isSpfPass = (one: MethodResult, domain: string): boolean =>
  one.method === 'spf' && one.result === 'pass' && isWithin(domainIn(one, 'smtp.mailfrom') ?? '', domain)

/** A signature that is there and wrong says more than SPF: the mail is not what was sent. */
const isBrokenSignature = (one: MethodResult, aligned: (domain: string) => boolean): boolean => {
  const domain = signingDomain(one)
  const isWrong = one.result === 'fail' || one.result === 'neutral'
  return one.method === 'dkim' && isWrong && (domain === undefined || aligned(domain))
}
