import { isAscii, isUtf8 } from 'node:buffer'
import { domainToASCII } from 'node:url'
import { type AddressObject, type EmailAddress as ParsedAddress, type ParsedMail, simpleParser } from 'mailparser'
import type { HeaderLine } from './authenticity/header-line.ts'
import type { Attachment } from './attachments/attachment.ts'
import { cmsKindOf } from './attachments/cms.ts'
import { cleanText } from './extraction/clean-text.ts'
import { htmlToText } from './extraction/html-text.ts'
import { linkHosts } from './extraction/link-hosts.ts'
import { mendLetters } from './extraction/mend-letters.ts'

/** What reading needs of a mail, in plain text; BSNs are still in it. */
export interface PlainMail {
  /** As written, top first. */
  readonly headers: readonly HeaderLine[]
  readonly messageId?: string
  /** The one address of the one From header, unchecked; absent when there are more or none. */
  readonly from?: string
  /** What stands before that address. */
  readonly fromName?: string
  /** Every address in To, Cc and Delivered-To, as written. */
  readonly recipients: readonly string[]
  readonly subject: string
  /** The text the writer typed, and what the HTML says; one of the two is often empty, and they need not say the same. */
  readonly text: string
  readonly htmlText: string
  /** There was so much text that it was left out. */
  readonly textTooLong: boolean
  readonly attachments: readonly Attachment[]
  /** The hosts that its links lead to, lower case. Nothing is ever asked of them. */
  readonly linkHosts: readonly string[]
  /** The Message-IDs, without brackets, of the mails that it says it answers. */
  readonly answers: readonly string[]
  /** Encrypted for a key that we do not have (S/MIME, PGP). */
  readonly encrypted: boolean
  /** Nothing came out of it: no text, no HTML, no attachment. */
  readonly isEmpty: boolean
}

/** @throws when the bytes are no mail, or take too long to read. */
export const parseMail = async (raw: Buffer): Promise<PlainMail> => {
  if (isTooDeep(raw)) throw new Error('the mail has too many parts within parts')
  const parsed = await withinTime(simpleParser(withTrueCharset(raw), parserOptions), longestParseMs(raw.length))
  const headers = parsed.headerLines ?? []
  const from = singleFrom(parsed, headers)
  return {
    headers,
    ...(parsed.messageId === undefined ? {} : { messageId: parsed.messageId.slice(0, longestIdentifier) }),
    ...from,
    recipients: recipientHeaders.flatMap((name) => addressesOf(parsed.headers.get(name))),
    subject: cleanText(parsed.subject ?? '').replace(/\s+/g, ' '),
    ...textsOf(parsed.text ?? '', parsed.html === false ? '' : parsed.html),
    attachments: parsed.attachments.filter(({ contentType }) => !signatureType.test(contentType)).map(attachmentOf),
    linkHosts: linkHosts(parsed.text ?? '', parsed.html === false ? '' : (parsed.html ?? '')),
    answers: answersOf(parsed),
    encrypted: isEncrypted(parsed, headers),
    isEmpty: isEmpty(parsed),
  }
}

const ascii = /(charset\s*=\s*"?)us-ascii\b/gi

/** A mail that says that it has plain letters only and has others: those are of the set that Windows had, or of all languages. */
const withTrueCharset = (raw: Buffer): Buffer => {
  if (raw.length > looksAt || isAscii(raw)) return raw
  const text = raw.toString('latin1')
  if (!ascii.test(text)) return raw
  const charset = isUtf8(raw) ? 'utf-8' : 'windows-1252'
  return Buffer.from(text.replaceAll(ascii, `$1${charset}`), 'latin1')
}

/** A forwarded thread has some ten parts that hold others; nobody writes fifty. */
const mostContainers = 50
const looksAt = 2_000_000

const isTooDeep = (raw: Buffer): boolean => {
  const containers = raw
    .subarray(0, looksAt)
    .toString('latin1')
    .match(/^content-type:\s*multipart\//gim)
  return (containers?.length ?? 0) > mostContainers
}

/** No form is longer, and reading takes time in proportion. HTML carries its styles with it, so it may be longer. */
const longestText = 500_000
const longestHtml = 4_000_000

const textsOf = (text: string, html = ''): Pick<PlainMail, 'text' | 'htmlText' | 'textTooLong'> =>
  text.length > longestText || html.length > longestHtml
    ? { text: '', htmlText: '', textTooLong: true }
    : { text: cleanText(mendLetters(text)), htmlText: cleanText(mendLetters(htmlToText(html))), textTooLong: false }

const attachmentOf = ({
  filename,
  contentType,
  content,
  contentDisposition,
  cid,
}: ParsedMail['attachments'][number]): Attachment => ({
  name: cleanText(filename ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestFileName),
  declaredType: contentType,
  content,
  ...(contentDisposition === 'inline' || cid !== undefined ? { isInText: true as const } : {}),
})

/** In characters, as file systems have it. */
const longestFileName = 255

/** ZIVVER writes the same id of an organisation into every mail that it delivers; followed, all its mails would be one thread. */
const ofNoMail = /^zivver-sdr-/i
const mostAnswers = 100

const answersOf = ({ inReplyTo, references }: ParsedMail): string[] => {
  const ids = [inReplyTo, references].flat().flatMap((value) => value?.match(/[^\s<>]+/g) ?? [])
  return [...new Set(ids.filter((id) => id.includes('@') && !ofNoMail.test(id)))].slice(-mostAnswers)
}

/** What stands behind the topmost header of this name (lower case), unfolded; '' when there is none. */
export const headerOf = ({ headers }: Pick<PlainMail, 'headers'>, name: string): string => {
  const found = headers.find(({ key }) => key === name)
  return found === undefined
    ? ''
    : found.line
        .slice(found.line.indexOf(':') + 1)
        .replace(/\r?\n[ \t]+/g, ' ')
        .trim()
}

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
const withinTime = (parsing: Promise<ParsedMail>, ms: number): Promise<ParsedMail> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the mail takes too long to read')), ms)
    parsing.then(resolve, reject).finally(() => clearTimeout(timer))
  })

const encryptedType = /multipart\/encrypted/i
/** Encrypted or signed (RFC 8551, section 3.2): some programs do not say which, or call it a file like any other (smime.p7m). */
const cmsType = /^application\/(?:x-)?pkcs7-mime$/i

/** The signature beside a mail is not looked at: who it is from, DKIM says. */
const signatureType = /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature)$/i

const isEncrypted = (parsed: ParsedMail, headers: readonly HeaderLine[]): boolean =>
  headers.some(({ key, line }) => key === 'content-type' && encryptedType.test(line)) ||
  parsed.attachments.some(isSealed) ||
  /^-----BEGIN PGP MESSAGE-----/m.test(parsed.text ?? '')

/** What says that it is of S/MIME is encrypted, unless its bytes are only signed. */
const isSealed = ({ contentType, filename = '', content }: ParsedMail['attachments'][number]): boolean => {
  const isOfSmime = cmsType.test(contentType) || /\.p7m$/i.test(filename)
  const kind = isOfSmime ? cmsKindOf(content) : 'signature'
  return kind === undefined || kind === 'sealed'
}

const isEmpty = ({ text = '', html, attachments }: ParsedMail): boolean =>
  text.trim() === '' && (html === false || html.trim() === '') && attachments.length === 0

const recipientHeaders = ['to', 'cc', 'delivered-to']

const singleFrom = (parsed: ParsedMail, headers: readonly HeaderLine[]): Pick<PlainMail, 'from' | 'fromName'> => {
  if (headers.filter(({ key }) => key === 'from').length !== 1) return {}
  const header = parsed.headers.get('from')
  const [from, ...others] = addressesOf(header)
  if (from === undefined || others.length > 0) return {}
  const fromName = cleanText(isAddressObject(header) ? (header.value[0]?.name ?? '') : '').trim()
  return { from, ...(fromName === '' ? {} : { fromName }) }
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
