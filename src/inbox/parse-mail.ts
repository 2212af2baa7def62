import { setTimeout as sleep } from 'node:timers/promises'
import { domainToASCII } from 'node:url'
import { type AddressObject, type EmailAddress as ParsedAddress, type ParsedMail, simpleParser } from 'mailparser'
import type { HeaderLine } from './authenticity.ts'
import { cleanText } from './extraction/clean-text.ts'
import { htmlToText } from './extraction/html-text.ts'

/** What reading needs of a mail, in plain text; BSNs are still in it. */
export interface PlainMail {
  /** As written, top first. */
  readonly headers: readonly HeaderLine[]
  readonly messageId?: string
  /** The one address of the one From header, unchecked; absent when there are more or none. */
  readonly from?: string
  /** Every address in To, Cc and Delivered-To, as written. */
  readonly recipients: readonly string[]
  readonly subject: string
  /** The text the writer typed, and what the HTML says; one of the two is often empty, and they need not say the same. */
  readonly text: string
  readonly htmlText: string
  /** There was so much text that it was left out. */
  readonly textTooLong: boolean
  readonly attachments: number
  /** Encrypted for a key that we do not have (S/MIME, PGP). */
  readonly encrypted: boolean
}

/** @throws when the bytes are no mail, or take too long to read. */
export const parseMail = async (raw: Buffer): Promise<PlainMail> => {
  const parsed = await withinTime(simpleParser(raw, parserOptions), longestParseMs(raw.length))
  const headers = parsed.headerLines ?? []
  const from = singleFrom(parsed, headers)
  return {
    headers,
    ...(parsed.messageId === undefined ? {} : { messageId: parsed.messageId.slice(0, longestIdentifier) }),
    ...(from === undefined ? {} : { from }),
    recipients: recipientHeaders.flatMap((name) => addressesOf(parsed.headers.get(name))),
    subject: cleanText(parsed.subject ?? '').replace(/\s+/g, ' '),
    ...textsOf(parsed.text ?? '', parsed.html === false ? '' : parsed.html),
    attachments: parsed.attachments.length,
    encrypted: headers.some(({ key, line }) => key === 'content-type' && encryptedType.test(line)),
  }
}

/** No form is longer, and reading takes time in proportion. HTML carries its styles with it, so it may be longer. */
const longestText = 500_000
const longestHtml = 4_000_000

const textsOf = (text: string, html = ''): Pick<PlainMail, 'text' | 'htmlText' | 'textTooLong'> =>
  text.length > longestText || html.length > longestHtml
    ? { text: '', htmlText: '', textTooLong: true }
    : { text: cleanText(text), htmlText: cleanText(htmlToText(html)), textTooLong: false }

/** A line of a mail may have 998 characters (RFC 5322, section 2.1.1). */
const longestIdentifier = 998

/**
 * Nothing is made of the text, no link is looked for and no picture put in: we show text, and follow nothing. A mail within the mail
 * stays an attachment: its text is somebody else's (and on one that is empty the parser never ends).
 */
const parserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  ignoreEmbedded: true,
}

/** Ten times what the slowest machine needs: 5 seconds, and 10 more for the largest mail that we take. */
const longestParseMs = (bytes: number): number => 5000 + bytes / 4000

/** A mail that makes the parser wait for ever must not stop the ones behind it. */
const withinTime = async (parsing: Promise<ParsedMail>, ms: number): Promise<ParsedMail> => {
  const timer = new AbortController()
  const tooLate = sleep(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Error('the mail takes too long to read')
  })
  tooLate.catch(() => undefined)
  try {
    return await Promise.race([parsing, tooLate])
  } finally {
    timer.abort()
  }
}

/** A mail that is only signed (RFC 8551, section 3.5) is readable. */
const encryptedType = /multipart\/encrypted|application\/(?:x-)?pkcs7-mime(?!.*signed-data)/is

const recipientHeaders = ['to', 'cc', 'delivered-to']

const singleFrom = (parsed: ParsedMail, headers: readonly HeaderLine[]): string | undefined => {
  if (headers.filter(({ key }) => key === 'from').length !== 1) return undefined
  const [first, ...others] = addressesOf(parsed.headers.get('from'))
  return others.length === 0 ? first : undefined
}

const addressesOf = (header: unknown): string[] =>
  [header].flat().flatMap((entry) => (isAddressObject(entry) ? entry.value.flatMap(addressesIn) : []))

const isAddressObject = (entry: unknown): entry is AddressObject =>
  typeof entry === 'object' && entry !== null && 'value' in entry && Array.isArray(entry.value)

/** An address list may hold groups (RFC 5322, section 3.4), which hold addresses. */
const addressesIn = ({ address, group }: ParsedAddress): string[] => [
  ...(address === undefined || address === '' ? [] : [withAsciiDomain(address)]),
  ...(group ?? []).flatMap(addressesIn),
]

/** The parser writes domains out in their own script; we compare them in ASCII, where look-alikes differ. */
const withAsciiDomain = (address: string): string => {
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at)
  return address.slice(0, at) + (domainToASCII(domain) || domain)
}
