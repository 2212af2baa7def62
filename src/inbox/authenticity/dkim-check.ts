import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { type DkimFinding, notAsked, type SignatureFinding, type SignatureResult } from './dkim-finding.ts'
import { type DkimSignature, readSignature } from './dkim-signature.ts'
import type { HeaderLine } from './header-line.ts'
import { normaliseDomain } from './mail-domain.ts'
import { splitMail } from './split-mail.ts'

/**
 * Looks at the signatures that these domains put on a mail, as `normaliseDomain` writes them.
 * @param at the moment of arrival: a signature must have been valid then.
 */
export type CheckDkim = (raw: Buffer, domains: ReadonlySet<string>, at: Temporal.Instant) => Promise<DkimFinding>

/** The TXT records of a name, each in its pieces. Fails with a `code` as node:dns gives them. */
export type ResolveTxt = (name: string) => Promise<string[][]>

export interface DkimCheckParts {
  readonly resolveTxt: ResolveTxt
  readonly limitMs?: number
}

/** A mail must not wait long for somebody else's name server. */
const usualLimitMs = 5000

/** A municipality signs once, a mailing service beside it once more; more would only cost time. */
const mostSignatures = 4

/** Total: an answer that does not come in time, or a checker that fails, is 'not asked'. */
export const createDkimCheck =
  ({ resolveTxt, limitMs = usualLimitMs }: DkimCheckParts): CheckDkim =>
  async (raw, domains, at) => {
    const { headers, body } = splitMail(raw)
    const candidates = candidatesOf(headers, domains)
    const strong = isTooMuch(headers, body) ? [] : candidates.filter(isStrong(headers))
    const weak = candidates.filter((one) => !strong.includes(one)).map(({ signature }) => findingOf(signature, 'weak'))
    if (strong.length === 0) return { kind: 'asked', signatures: weak }
    const checked = await withinTime(verify({ strong, headers, body, resolveTxt, at }), limitMs)
    return checked === undefined ? notAsked : { kind: 'asked', signatures: [...checked, ...weak] }
  }

interface Candidate {
  readonly header: HeaderLine
  readonly signature: DkimSignature
}

const candidatesOf = (headers: readonly HeaderLine[], domains: ReadonlySet<string>): Candidate[] =>
  headers
    .filter(({ key }) => key === 'dkim-signature')
    .flatMap((header) => {
      const signature = readSignature(header)
      return signature !== undefined && domains.has(signature.domain) ? [{ header, signature }] : []
    })
    .slice(0, mostSignatures)

/** From must be covered (RFC 6376, section 5.4), and what decides how the body is read must not stand there a second time, uncovered. */
const isStrong =
  (headers: readonly HeaderLine[]) =>
  ({ signature: { covers, algorithm, partOfBody } }: Candidate): boolean =>
    !partOfBody &&
    algorithms.has(algorithm) &&
    covers.includes('from') &&
    onlyOnce.every((name) => countOf(headers, name) <= 1)

const algorithms: ReadonlySet<string> = new Set(['rsa-sha256', 'ed25519-sha256'])
const onlyOnce = ['from', 'content-type', 'content-transfer-encoding']

const countOf = (headers: readonly HeaderLine[], name: string): number =>
  headers.filter(({ key }) => key === name).length

/** Bounds on what the checker gets, because nothing can stop it half-way. Real mails stay far below them. */
const longestHead = 256 * 1024
const mostUnevenLines = 100_000

const isTooMuch = (headers: readonly HeaderLine[], body: Buffer): boolean =>
  headers.reduce((sum, { line }) => sum + line.length, 0) > longestHead || unevenLines(body) > mostUnevenLines

/** Lines whose white space the checker must rewrite, one by one and slowly; base64, of which large mails are made, has none. */
const unevenLines = (body: Buffer): number => {
  let lines = 0
  let isUneven = false
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]
    if (byte === lineFeed) isUneven = false
    else if (!isUneven && (byte === tab || (byte === space && isSpaceOrEnd(body[at + 1])))) {
      isUneven = true
      lines += 1
    }
  }
  return lines
}

const [tab, lineFeed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20]
const isSpaceOrEnd = (byte: number | undefined): boolean =>
  byte === space || byte === tab || byte === carriageReturn || byte === lineFeed

interface Verification {
  readonly strong: readonly Candidate[]
  readonly headers: readonly HeaderLine[]
  readonly body: Buffer
  readonly resolveTxt: ResolveTxt
  readonly at: Temporal.Instant
}

/**
 * The checker is given the signatures that count and the headers that these cover, and nothing else: other signatures and ARC seals
 * would make it ask name servers that the sender chose. The body comes in one piece, because it reads a long line again for each piece.
 */
const verify = async ({ strong, headers, body, resolveTxt, at }: Verification): Promise<SignatureFinding[]> => {
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js')
  const { results } = await dkimVerify(
    Readable.from([headOf(strong, headers), withCrlf(body)].filter(({ length }) => length > 0)),
    {
      resolver: (name) => resolveTxt(name),
      minBitLength: 1024,
      curTime: new Date(at.epochMilliseconds),
    },
  )
  return strong.map(({ signature }) => {
    const own = results.filter(isOf(signature)).map(({ status }) => resultOf(status))
    return findingOf(signature, own.includes('pass') ? 'pass' : (own[0] ?? 'weak'))
  })
}

const isOf =
  ({ domain, selector }: DkimSignature) =>
  (result: { signingDomain?: string; selector?: string }): boolean =>
    normaliseDomain(result.signingDomain ?? '') === domain && result.selector?.toLowerCase() === selector

const headOf = (strong: readonly Candidate[], headers: readonly HeaderLine[]): Buffer => {
  const counting = new Set(strong.map(({ header }) => header))
  const covered = new Set(strong.flatMap(({ signature }) => signature.covers))
  const lines = headers.filter((header) =>
    header.key === 'dkim-signature' ? counting.has(header) : covered.has(header.key) && !header.key.startsWith('arc-'),
  )
  return Buffer.from(`${lines.map(({ line }) => line).join('\r\n')}\r\n\r\n`, 'latin1')
}

const withCrlf = (body: Buffer): Buffer =>
  /(?<!\r)\n/.test(body.toString('latin1'))
    ? Buffer.from(body.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')
    : body

const findingOf = ({ domain, selector }: DkimSignature, result: SignatureResult): SignatureFinding => ({
  domain,
  selector,
  result,
})

interface CheckerStatus {
  readonly result: string
  readonly comment?: string | false
}

/** The checker says 'neutral' of several things that are not neutral to us; the words are those of mailauth 4.13.3. */
const resultOf = ({ result, comment }: CheckerStatus): SignatureResult => {
  if (result === 'pass' || result === 'fail') return result
  if (result === 'temperror') return 'not_asked'
  if (comment === 'no key') return 'no_key'
  if (comment === 'expired' || comment === 'invalid expiration') return 'expired'
  return comment === 'body hash did not verify' ? 'fail' : 'weak'
}

const withinTime = async <T>(work: Promise<T>, ms: number): Promise<T | undefined> => {
  const timer = new AbortController()
  const tooLate = sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)
  try {
    return await Promise.race([work.catch(() => undefined), tooLate])
  } finally {
    timer.abort()
  }
}
