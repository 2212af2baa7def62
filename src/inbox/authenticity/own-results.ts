import { type AuthenticationResults, type MethodResult, parseAuthenticationResults } from './authentication-results.ts'
import { type HeaderLine, valuesOf } from './header-line.ts'
import { domainOfAddress } from './mail-domain.ts'

/** Why nothing that is written in the mail about its sender may be believed. */
export type NoResults = 'noServerName' | 'notChecked' | 'checkUnreadable' | 'checkedByOther'

/**
 * What our own receiving server wrote: the topmost Authentication-Results of the mail, when that server's name stands in it. A forged
 * one stands lower (RFC 8601, section 5). Some servers write a header per check; those that stand above the first Received, which our
 * server put above all that it was sent, are its own too.
 */
export const ownResults = (headers: readonly HeaderLine[], authservId?: string): AuthenticationResults | NoResults => {
  if (authservId === undefined) return 'noServerName'
  const [topmost] = valuesOf(headers, 'authentication-results')
  if (topmost === undefined) return 'notChecked'
  const own = authservId.trim().toLowerCase()
  const results = parseAuthenticationResults(topmost)
  if (results === undefined) return 'checkUnreadable'
  if (results.authservId !== own) return 'checkedByOther'
  const others = aboveReceived(headers)
    .slice(1)
    .map(parseAuthenticationResults)
    .filter((other) => other?.authservId === own)
  return { authservId: own, results: [results, ...others].flatMap((one) => one?.results ?? []) }
}

const aboveReceived = (headers: readonly HeaderLine[]): string[] => {
  const received = headers.findIndex(({ key }) => key === 'received')
  return received === -1 ? [] : valuesOf(headers.slice(0, received), 'authentication-results')
}

/** header.d, else the domain of header.i (RFC 8601, section 2.7.1). */
export const signingDomain = ({ properties }: MethodResult): string | undefined => {
  const domain = properties.get('header.d') ?? properties.get('header.i')
  return domain === undefined ? undefined : domainOfAddress(domain)
}

/** The domain that a result is about, as `smtp.mailfrom` or `header.from` names it. */
export const domainIn = ({ properties }: MethodResult, property: string): string | undefined => {
  const written = properties.get(property)
  return written === undefined ? undefined : domainOfAddress(written)
}
