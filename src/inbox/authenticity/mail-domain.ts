import { domainToASCII } from 'node:url'

/** Written in plain letters it is its own ASCII form, and asking costs more than comparing. */
const isPlain = (domain: string): boolean =>
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+$/.test(domain) && !domain.includes('xn--')

/** A mail domain as it is compared: lower case, in its ASCII form, so that a look-alike in another script is another domain. */
export const normaliseDomain = (domain: string): string => {
  const plain = domain.trim().replace(/\.$/, '').toLowerCase()
  return isPlain(plain) ? plain : domainToASCII(plain) || plain
}

export const domainOfAddress = (address: string): string => normaliseDomain(address.slice(address.lastIndexOf('@') + 1))

/** Whether it is the domain itself or lies below it: only who owns a domain can make one below it. */
export const isWithin = (domain: string, above: string): boolean => domain === above || domain.endsWith(`.${above}`)
