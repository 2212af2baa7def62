import { type HeaderLine, valueOf } from './header-line.ts'
import { normaliseDomain } from './mail-domain.ts'

/** What a DKIM-Signature header says of itself (RFC 6376, section 3.5), before anything is verified. */
export interface DkimSignature {
  readonly domain: string
  readonly selector: string
  /** Lower-case names of the headers that it covers. */
  readonly covers: readonly string[]
  readonly algorithm: string
  /** Only the beginning of the body is covered: anyone may have written more behind it. */
  readonly partOfBody: boolean
}

/**
 * Undefined for anything that does not follow the standard to the letter, or that two readers may read in two ways (quotes, comments, a
 * tag that stands twice): a signature that is read loosely is one that can be forged.
 */
export const readSignature = (header: HeaderLine): DkimSignature | undefined => {
  const tags = readTags(valueOf(header))
  const [domain, selector, covers] = ['d', 's', 'h'].map((name) => tags?.get(name))
  if (tags === undefined || domain === undefined || selector === undefined || covers === undefined) return undefined
  if (!hostName.test(domain) || !hostName.test(selector)) return undefined
  return {
    domain: normaliseDomain(domain),
    selector: selector.toLowerCase(),
    covers: covers.split(':').map((name) => name.trim().toLowerCase()),
    algorithm: (tags.get('a') ?? '').toLowerCase(),
    partOfBody: tags.has('l'),
  }
}

const hostName = /^[a-z0-9_](?:[a-z0-9._-]{0,250}[a-z0-9_])?$/i

const readTags = (value: string): Map<string, string> | undefined => {
  if (/["'()\\]/.test(value)) return undefined
  const tags = new Map<string, string>()
  for (const part of value.split(';').map((text) => text.trim())) {
    const found = /^([a-z][a-z0-9_]*)\s*=\s*(.*)$/is.exec(part)
    const [, name = '', written = ''] = found ?? []
    if (part !== '' && (found === null || tags.has(name.toLowerCase()))) return undefined
    if (part !== '') tags.set(name.toLowerCase(), written.trim())
  }
  return tags
}
