/** What CMS holds (RFC 5652), which is what S/MIME puts a signature, a signed mail or an encrypted mail in. */
export type CmsKind =
  /** Of a mail that stands beside it. */
  | 'signature'
  /** The mail itself stands inside its signature (RFC 8551, section 3.5.2). */
  | 'signed'
  /** Encrypted for a key. */
  | 'sealed'

/** Undefined: these bytes are no CMS, or of a kind that mails do not use. */
export const cmsKindOf = (content: Buffer): CmsKind | undefined => {
  const start = content.toString('latin1', 0, longestStart)
  if (!start.startsWith('0')) return undefined
  const kind = start.slice(0, 64)
  if (sealedTypes.some((last) => kind.includes(cmsType(last)))) return 'sealed'
  if (!kind.includes(cmsType(2))) return undefined
  return holdsContent(start) ? 'signed' : 'signature'
}

/** The names of the digests stand before it: some of them, each of some ten bytes. */
const longestStart = 512

/** The object identifier 1.2.840.113549.1.7.x. */
const cmsType = (last: number): string =>
  `\u0006\u0009\u002A\u0086\u0048\u0086\u00F7\u000D\u0001\u0007${String.fromCodePoint(last)}`

/** Enveloped, encrypted. */
const sealedTypes = [3, 6]

/** What is signed stands behind the type of its data, unless that is all there is: eleven bytes, or up to the mark of an end. */
const holdsContent = (start: string): boolean => {
  const at = start.indexOf(cmsType(1))
  if (at === -1) return false
  const behind = at + cmsType(1).length
  return !start.slice(0, at).endsWith('0\u000B') && start.slice(behind, behind + 2) !== '\0\0'
}
