import { cmsKindOf } from './cms.ts'
import { type RefusedWhy, refused, type Unusable, unreadable } from './attachment-reading.ts'
import { decodeText, markOf } from './decode-text.ts'
import { type NamedType, namedType } from './file-name.ts'

/** What the bytes are. A zip is looked into further on: only then is it known whether it is a document. */
export type FileType = 'pdf' | 'zip' | 'csv' | 'txt' | 'image' | 'mail' | 'calendar' | 'signature'

/**
 * The type by what stands in the bytes, held against the name: allowed types only, and never one under the name of another.
 *
 * @throws {Unusable} when it is refused, or locked.
 */
export const fileTypeOf = (name: string, declaredType: string, content: Buffer): FileType => {
  if (content.length === 0) throw unreadable('broken')
  const named = namedType(name)
  // A name that is not allowed is enough, whatever stands under it.
  if (isRefused(named)) throw refused(named)
  const found = binaryType(content) ?? (isPlainText(content) ? textType(content, named, declaredType) : undefined)
  if (named === 'outlook' && !(found instanceof Error)) throw unreadable('outlook')
  if (named === undefined || named === 'other' || named === 'outlook') return allowed(named, found)
  if (found instanceof Error) throw asNamed(found)
  if (found === undefined || !fits(named, found)) throw refused('other_type_than_named')
  return found
}

/** Under a name that says nothing, or one that we do not take. */
const allowed = (named: 'other' | 'outlook' | undefined, found: FileType | Unusable | undefined): FileType => {
  if (found instanceof Error) throw found
  if (found === undefined || named === 'other') throw refused('unknown_type')
  return found
}

const isRefused = (named: NamedType | undefined): named is NamedType & RefusedWhy =>
  named === 'executable' || named === 'macros' || named === 'active_content' || named === 'archive'

/** A document with a password, and one with macros, bear the name of a document. */
const asNamed = (found: Unusable): Unusable => {
  const { reading } = found
  const isDocument =
    (reading.kind === 'unreadable' && reading.why !== 'outlook') ||
    (reading.kind === 'refused' && reading.why === 'macros')
  return isDocument ? found : refused('other_type_than_named')
}

const fits = (named: NamedType, found: FileType): boolean =>
  named === found || (found === 'zip' && (named === 'docx' || named === 'xlsx'))

const latin1 = (content: Buffer, from: number, to: number): string => content.toString('latin1', from, to)

/** Undefined: none that begins in a known way. */
const binaryType = (content: Buffer): FileType | Unusable | undefined => {
  const start = latin1(content, 0, 16)
  if (start.startsWith('PK\u0003\u0004')) return 'zip'
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1')) return compoundFile(content)
  const bad = refusedStarts.find(([pattern]) => pattern.test(start))
  if (bad !== undefined) return refused(bad[1])
  if (images.test(start)) return 'image'
  if (start.startsWith(tnef)) return unreadable('outlook')
  if (latin1(content, 257, 262) === 'ustar' || latin1(content, 32_769, 32_774) === 'CD001') return refused('archive')
  if (latin1(content, 0, 1024).includes('%PDF-')) return 'pdf'
  return signedOrSealed(content)
}

/** How Outlook packs a mail for Outlook (MS-OXTNEF, section 2.1.3.1). */
const tnef = '\u0078\u009F\u003E\u0022'

const images = /^(?:\u0089PNG\r\n\u001A\n|\u00FF\u00D8\u00FF|GIF8[79]a|II\*\0|MM\0\*)/

const refusedStarts: readonly (readonly [RegExp, RefusedWhy])[] = [
  [
    /^(?:MZ|\u007FELF|#!|\u00CA\u00FE\u00BA\u00BE|[\u00CE\u00CF]\u00FA\u00ED\u00FE|\u00FE\u00ED\u00FA[\u00CE\u00CF]|dex\n)/,
    'executable',
  ],
  // A shortcut (MS-SHLLINK, section 2.1) and a compiled help file.
  [/^(?:L\0\0\0\u0001\u0014\u0002\0|ITSF)/, 'executable'],
  [
    /^(?:PK|Rar!|7z\u00BC\u00AF|\u001F[\u008B\u009D\u00A0]|BZh|\u00FD7zXZ|\u0028\u00B5\u002F\u00FD|MSCF|conectix|vhdxfile)/,
    'archive',
  ],
  // OneNote (MS-ONESTORE, section 2.3.1), Flash, RTF with an object.
  [/^(?:\u00E4\u0052\u005C\u007B\u008C\u00D8\u00A7\u004D|[FCZ]WS[\u0001-\u0030])/, 'active_content'],
  [/^(?:\{\\rt|RIFF|BM.{4}\0\0\0\0|.{4}ftyp)/s, 'unknown_type'],
]

/** The old form of Office files, and the coat of a new one with a password (MS-OFFCRYPTO, section 2.3.4). */
const compoundFile = (content: Buffer): Unusable => {
  const has = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return unreadable('password')
  return refused(has('_VBA_PROJECT') || has('Macros') ? 'macros' : 'unknown_type')
}

/** CMS and PGP: a signature goes along, what is encrypted nobody reads. */
const signedOrSealed = (content: Buffer): FileType | Unusable | undefined => {
  const cms = cmsKindOf(content)
  if (cms === 'signature') return 'signature'
  if (cms !== undefined) return unreadable(cms === 'signed' ? 'inside_signature' : 'password')
  const start = latin1(content, 0, 64)
  if (start.startsWith('-----BEGIN PGP SIGNATURE-----')) return 'signature'
  if (/^-----BEGIN (?:PGP MESSAGE|PKCS7)-----/.test(start)) return unreadable('password')
  return undefined
}

/** UTF-16 has its mark; anything else has no control characters. */
const isPlainText = (content: Buffer): boolean =>
  markOf(content)?.startsWith('utf-16') === true || !otherControls.test(content.toString('latin1'))

/** All but tab, line ends, page end, and the end of file of old programs. */
const otherControls = /[\u0000-\u0008\u000B\u000E-\u0019\u001B-\u001F]/

const textType = (
  content: Buffer,
  named: NamedType | undefined,
  declaredType: string,
): FileType | Unusable | undefined => {
  const start = decodeText(content.subarray(0, 4096)).trimStart()
  const marked = textStarts.find(([pattern]) => pattern.test(start))?.[1]
  if (marked !== undefined) return marked === 'calendar' ? marked : refused(marked)
  const declared = declaredType.toLowerCase().replace(/;.*/s, '').trim()
  if (named === 'mail' || (named === undefined && declared === 'message/rfc822')) return mailType(start)
  if (named === 'csv' || named === 'txt') return named
  return named === undefined ? declaredText(declared) : undefined
}

const textStarts: readonly (readonly [RegExp, RefusedWhy | 'calendar'])[] = [
  [/^(?:<\?xml|<!doctype|<!--|<(?:html|head|body|svg|script|meta|xsl|job|hta)\b)/i, 'active_content'],
  [/^BEGIN:VCALENDAR/i, 'calendar'],
  [/^(?:BEGIN:VCARD|\{\\rtf)/i, 'unknown_type'],
]

/** Text without a name that says more is what the mail claims. */
const declaredText = (declared: string): FileType | Unusable => {
  if (declared === 'text/csv' || declared === 'text/tab-separated-values') return 'csv'
  return plainTexts.has(declared) ? 'txt' : refused(declaredRefusals.get(declared) ?? 'unknown_type')
}

/** A mail server's report has parts that say which mail it is about (RFC 3462, RFC 3464). */
const plainTexts: ReadonlySet<string> = new Set(['text/plain', 'text/rfc822-headers', 'message/delivery-status'])

const declaredRefusals = new Map<string, RefusedWhy>([
  ['text/html', 'active_content'],
  ['image/svg+xml', 'active_content'],
  ['text/javascript', 'executable'],
  ['application/javascript', 'executable'],
])

/** A header field at the start (RFC 5322, section 2.2). */
const mailType = (start: string): FileType | undefined => (/^[!-9;-~]{1,80}:/.test(start) ? 'mail' : undefined)
