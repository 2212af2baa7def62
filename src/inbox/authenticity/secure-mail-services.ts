import { type HeaderLine, valuesOf } from './header-line.ts'
import { domainOfAddress, isWithin } from './mail-domain.ts'

/**
 * What mails of services for secure mail look like, as far as it is public. Data: a real mail that looks otherwise is a reason to
 * change a row. Municipalities change the wording of these mails themselves and anyone can copy it, so wording alone proves nothing;
 * a header and a Return-Path are a label that a sender can write too. None of it makes a sender verified.
 */
export interface SecureMailService {
  readonly id: 'zivver' | 'zorgmail' | 'smartlockr' | 'secumailer' | 'cryptshare'
  readonly name: string
  /** A link to one of these, or to a host below, leads to the service. Links are never followed. */
  readonly hosts: readonly string[]
  /** Lower case. */
  readonly headerNames: readonly string[]
  /** Matched against the whole envelope sender, lower case. */
  readonly returnPaths: readonly RegExp[]
  /** Subjects of a mail that only says that a message waits. */
  readonly subjects: readonly RegExp[]
  /** Subject or text of a mail with a one-time code. */
  readonly codeMails: readonly RegExp[]
  /** Subject or text of a mail that says that one of ours was not sent. */
  readonly notSent: readonly RegExp[]
}

export const secureMailServices: readonly SecureMailService[] = [
  {
    id: 'zivver',
    name: 'ZIVVER',
    hosts: ['zivver.com'],
    headerNames: ['x-zivver-transport', 'x-zivver-conversationid'],
    // A municipality points exactly this name at ZIVVER; the second form is ZIVVER's own.
    returnPaths: [/@zivverbounce\.[a-z0-9.-]+$/, /@(?:[a-z0-9-]+\.)*zivver\.com$/],
    // The subject is the one that the sender wrote.
    subjects: [],
    codeMails: [/\bzivver\b.{0,60}\b(?:verificatiecode|verification code|toegangscode)\b/is],
    notSent: [/^\s*email not sent\b/i, /finish sending your e-?mail/i, /voltooi het verzenden van (?:uw|je) e-?mail/i],
  },
  {
    id: 'zorgmail',
    name: 'ZorgMail',
    hosts: ['zorgmail.nl'],
    headerNames: [],
    returnPaths: [/@(?:[a-z0-9-]+\.)*zorgmail\.nl$/],
    subjects: [/^\s*zorgmail secure e-?mail\s*[-–—]\s*nieuw bericht\b/i],
    codeMails: [/^\s*zorgmail secure e-?mail\s*[-–—]\s*uw toegangscode\b/i],
    notSent: [],
  },
  {
    id: 'smartlockr',
    name: 'SmartLockr',
    hosts: ['smartlockr.io', 'smartlockr.eu'],
    headerNames: [],
    returnPaths: [/@(?:[a-z0-9-]+\.)*smartlockr\.(?:io|eu)$/],
    subjects: [],
    codeMails: [/\bsmartlockr\b.{0,60}\b(?:verificatiecode|verification code|toegangscode)\b/is],
    notSent: [],
  },
  {
    id: 'secumailer',
    name: 'SecuMailer',
    // The portal stands on the sender's own website.
    hosts: ['secumailer.com', 'secumailer.eu'],
    headerNames: [],
    returnPaths: [/@(?:[a-z0-9-]+\.)*secumailer\.(?:com|eu)$/],
    subjects: [/^\s*beveiligd bericht van uw\b/i],
    codeMails: [],
    notSent: [],
  },
  {
    id: 'cryptshare',
    name: 'Cryptshare',
    // The server with the files is the sender's own.
    hosts: ['cryptshare.com', 'cryptshare.express'],
    headerNames: [],
    returnPaths: [/@(?:[a-z0-9-]+\.)*cryptshare\.(?:com|express)$/],
    subjects: [],
    codeMails: [],
    notSent: [],
  },
]

/** The service that a mail says it came through, by its headers and its Return-Path, never by its wording; undefined: none recognised. */
export const recogniseService = (headers: readonly HeaderLine[]): SecureMailService | undefined => {
  const names = new Set(headers.map(({ key }) => key))
  const sender = envelopeSender(headers)
  return secureMailServices.find(
    ({ headerNames, returnPaths }) =>
      headerNames.some((name) => names.has(name)) || returnPaths.some((pattern) => pattern.test(sender)),
  )
}

/** Whether an address is of a service itself, as the one that answers to a mailing of it go to. */
export const isOfService = (address: string): boolean =>
  secureMailServices.some(({ hosts }) => hosts.some((host) => isWithin(domainOfAddress(address), host)))

/** The topmost Return-Path is the receiving server's (RFC 5321, section 4.4). */
const envelopeSender = (headers: readonly HeaderLine[]): string => {
  const [value = ''] = valuesOf(headers, 'return-path')
  return value
    .slice(0, 400)
    .replace(/[<>\s]/g, '')
    .toLowerCase()
}
