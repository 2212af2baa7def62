import type { AuthenticationResults } from './authentication-results.ts'
import { type DkimFinding, notAsked } from './dkim-finding.ts'
import type { HeaderLine } from './header-line.ts'
import { recogniseService, type SecureMailService } from './secure-mail-services.ts'
import { transportSecurity, type TransportSecurity } from './transport-security.ts'

/** How safely one mail came in, for the file: no decision is taken on it, and nothing of the mail's text stands in it. */
export interface SecurityRecord {
  readonly transport: TransportSecurity
  /** As our own receiving server wrote it; absent: it wrote nothing that we may believe. */
  readonly server: Partial<Record<'dkim' | 'spf' | 'dmarc', CheckResult>>
  /** As we found it ourselves when the mail was first seen. */
  readonly dkim: DkimFinding
  /** The mail's own word: a service for secure mail that it seems to have come through. */
  readonly service?: SecureMailService['id']
}

/** The words of RFC 8601, section 2.7; anything else that a server writes is 'other'. */
const checkResults = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
  'other',
] as const
export type CheckResult = (typeof checkResults)[number]

/** Of a mail that could not be read. */
export const nothingKnown: SecurityRecord = { transport: { encrypted: 'unknown' }, server: {}, dkim: notAsked }

export interface Evidence {
  readonly headers: readonly HeaderLine[]
  /** What our own server wrote, when it wrote something. */
  readonly results: AuthenticationResults | undefined
  readonly ownServer: string | undefined
  readonly dkim: DkimFinding
}

export const securityRecord = ({ headers, results, ownServer, dkim }: Evidence): SecurityRecord => {
  const service = recogniseService(headers)
  return {
    transport: transportSecurity(headers, ownServer),
    server: {
      ...resultOf(results, 'dkim'),
      ...resultOf(results, 'spf'),
      ...resultOf(results, 'dmarc'),
    },
    dkim,
    ...(service === undefined ? {} : { service: service.id }),
  }
}

/** With several signatures a pass of one of them is told, else what is said of the first. */
const resultOf = (
  results: AuthenticationResults | undefined,
  method: 'dkim' | 'spf' | 'dmarc',
): SecurityRecord['server'] => {
  const said = results?.results.filter((one) => one.method === method).map(({ result }) => result) ?? []
  const told = said.includes('pass') ? 'pass' : said[0]
  return told === undefined ? {} : { [method]: checkResults.find((known) => known === told) ?? 'other' }
}
