import { type HeaderLine, valuesOf } from './header-line.ts'

/** How the mail came into our own server; 'unknown' when that server did not write it down, or is not named. */
export interface TransportSecurity {
  readonly encrypted: 'yes' | 'no' | 'unknown'
  /** '1.2', '1.3', when the server wrote it. */
  readonly version?: string
}

const unknown: TransportSecurity = { encrypted: 'unknown' }

/**
 * From the Received headers of our own server, which stand on top. Those of a hand-over inside that server are passed over; the first
 * one that is not tells how the mail came in, and what stands below it was written by others.
 */
export const transportSecurity = (headers: readonly HeaderLine[], ownServer: string | undefined): TransportSecurity => {
  if (ownServer === undefined) return unknown
  for (const value of valuesOf(headers, 'received')) {
    const hop = readHop(value)
    if (hop === undefined || hop.by !== ownServer.trim().toLowerCase()) return unknown
    if (!hop.isLocal) return securityOf(hop)
  }
  return unknown
}

interface Hop {
  readonly by: string
  readonly isLocal: boolean
  /** What stands behind 'by': the protocol, and what the server says of it. */
  readonly rest: string
  readonly from: string
}

/** `from ... by ... with ...` (RFC 5321, section 4.4). The sender chose the first word behind 'from': nothing is read in it but addresses. */
const readHop = (value: string): Hop | undefined => {
  const text = value.slice(0, longestReceived).replace(/\s+/g, ' ')
  const found = /^(.*?) by ([a-z0-9.-]+)(.*)$/i.exec(text)
  if (found === null) return undefined
  const [, from = '', by = '', rest = ''] = found
  const addresses = from.match(/\[[^\]]*\]/g) ?? []
  const isLoopback =
    addresses.length > 0 && addresses.every((address) => /^\[(?:IPv6:)?(?:127\.[\d.]+|::1)\]$/i.test(address))
  return {
    by: by.toLowerCase().replace(/\.$/, ''),
    isLocal: isLoopback || /\bwith (?:UTF8)?LMTPS?A?\b/i.test(rest),
    rest,
    from,
  }
}

const longestReceived = 4000

/** The names of the protocols are of RFC 3848 and RFC 6531; what a server adds in brackets has no standard. */
const securityOf = ({ rest, from }: Hop): TransportSecurity => {
  const version =
    versionIn(rest) ?? versionIn(/\(using TLS[^)]*\)? *$|\(using TLSv[\d.]+ with cipher .*$/i.exec(from)?.[0] ?? '')
  if (/\bwith (?:E|UTF8)SMTPSA?\b/i.test(rest) || /\bversion=TLS/i.test(rest))
    return { encrypted: 'yes', ...(version === undefined ? {} : { version }) }
  return { encrypted: /\bwith (?:E|UTF8)?SMTPA?\b/i.test(rest) ? 'no' : 'unknown' }
}

const versionIn = (text: string): string | undefined => {
  const found = /\bTLS ?v?(1)[._]([0-3])\b/i.exec(text)
  return found === null ? undefined : `${found[1] ?? ''}.${found[2] ?? ''}`
}
