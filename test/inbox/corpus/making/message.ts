import { pseudoRandom, token } from './bytes.ts'
import { encodedWords } from './charsets.ts'
import type { Part } from './parts.ts'
import { dkimSignature } from './signing.ts'

export const ours = { server: 'mx.werkwijzer.example', inbox: 'aanmelding@verwijzing.werkwijzer.example' }

export interface Sender {
  readonly name: string
  readonly address: string
}

/**
 * What our own receiving server found, as it writes it down.
 * verified: an aligned DKIM pass; likely: only SPF fits; unverified: nothing is known; forged: DMARC fails; silent: it wrote nothing.
 */
export type Trust = 'verified' | 'verified-opendkim' | 'verified-zivver' | 'likely' | 'unverified' | 'forged' | 'silent'

export interface Mail {
  readonly what: string
  readonly from: Sender
  readonly subject: string
  readonly content: Part
  readonly trust?: Trust
  readonly to?: string
  /** More header lines, below the usual ones. */
  readonly headers?: readonly string[]
  /** Instead of the header lines of that name. */
  readonly lines?: Readonly<Record<string, readonly string[]>>
  /** Above and below what our server writes. */
  readonly top?: readonly string[]
  readonly below?: readonly string[]
  readonly messageId?: string
  readonly date?: Date
  readonly returnPath?: string
  /** Has a signature although our server's words are written out by the case itself. */
  readonly signed?: boolean
}

/** The moment of the mail with this number: some on each workday from 2 November 2026 on. */
export function moment(number: number): Date {
  const day = Math.floor((number - 1) / 10)
  const date = Date.UTC(2026, 10, 2 + day + 2 * Math.floor(day / 5), 7, 11)
  return new Date(date + ((number - 1) % 10) * 47 * 60_000)
}

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1)
}

export function idOf(what: string, domain: string): string {
  return `<${token(`id ${what}`, 32).toUpperCase()}@${domain}>`
}

export function render(mail: Mail, number: number): Buffer {
  const domain = domainOf(mail.from.address)
  const sent = mail.date ?? moment(number)
  const usual: Record<string, readonly string[]> = {
    From: [`From: ${mailbox(mail.from)}`],
    To: [`To: ${mail.to ?? `Aanmelding <${ours.inbox}>`}`],
    Subject: [`Subject: ${words(mail.subject)}`],
    Date: [`Date: ${rfc5322(sent)}`],
    'Message-ID': [`Message-ID: ${mail.messageId ?? idOf(mail.what, domain)}`],
    'MIME-Version': ['MIME-Version: 1.0'],
    ...mail.lines,
  }
  const own = [...Object.values(usual).flat(), ...(mail.headers ?? [])]
  const trace = traceOf(mail, moment(number), dkimSignature(domain, own, mail.content.body))
  const lines = [...trace, ...own, ...mail.content.headers]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8'), mail.content.body])
}

function traceOf(mail: Mail, at: Date, signature: string): string[] {
  const trust = mail.trust ?? 'verified'
  const domain = domainOf(mail.from.address)
  const relay = trust === 'verified-zivver' ? 'out-eu1.veiligemail.example' : `smtp.${domain}`
  const returnPath =
    mail.returnPath ??
    (trust === 'verified-zivver' ? `b-${token(mail.what, 8)}@zivverbounce.${domain}` : mail.from.address)
  const ip = `192.0.2.${1 + ((pseudoRandom(domain, 1)[0] ?? 0) % 250)}`
  return [
    ...(mail.top ?? []),
    `Return-Path: <${returnPath}>`,
    `Delivered-To: ${ours.inbox}`,
    ...results(trust, domain, returnPath, ip),
    `Received: from ${relay} (${relay} [${ip}])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\tby ${ours.server} (Postfix) with ESMTPS id ${token(`queue ${mail.what}`, 11).toUpperCase()}\r\n\tfor <${ours.inbox}>; ${rfc5322(at)}`,
    ...(mail.signed === true || trust.startsWith('verified') ? [signature] : []),
    ...(mail.below ?? []),
    `Received: from werkplek-${token(domain, 4)} (10.20.3.${1 + ((pseudoRandom(mail.what, 1)[0] ?? 0) % 250)}) by ${relay}\r\n\twith ESMTPS; ${rfc5322(at)}`,
  ]
}

/** RFC 8601, as rspamd and opendkim with opendmarc write it. */
function results(trust: Trust, domain: string, returnPath: string, ip: string): string[] {
  const server = ours.server
  const spf = (result: string): string =>
    `spf=${result} (${server}: domain of ${returnPath} ${result === 'pass' ? 'designates' : 'does not designate'} ${ip} as permitted sender) smtp.mailfrom=${returnPath}`
  const line = (...found: string[]): string => `Authentication-Results: ${server};\r\n\t${found.join(';\r\n\t')}`
  const signed = `dkim=pass header.d=${domain} header.s=post2026 header.b=${token(domain, 8)}`
  switch (trust) {
    case 'verified':
      return [line(signed, spf('pass'), `dmarc=pass (policy=reject) header.from=${domain}`)]
    case 'verified-zivver':
      return [
        line(
          spf('pass'),
          `dkim=pass header.d=${domain} header.s=zivver header.b=${token(domain, 8)}`,
          `dmarc=pass (policy=quarantine) header.from=${domain}`,
          'arc=none',
        ),
      ]
    case 'verified-opendkim':
      return [
        `Authentication-Results: ${server}; dmarc=pass (p=reject dis=none) header.from=${domain}`,
        `Authentication-Results: ${server}; spf=pass smtp.mailfrom=${returnPath}`,
        `Authentication-Results: ${server};\r\n\tdkim=pass (256-bit key; unprotected) header.d=${domain} header.i=@${domain} header.a=ed25519-sha256 header.s=post2026 header.b=${token(domain, 8)};\r\n\tdkim-atps=neutral`,
      ]
    case 'likely':
      return [line('dkim=none', spf('pass'), `dmarc=pass (policy=none) header.from=${domain}`)]
    case 'unverified':
      return [line('dkim=none', spf('none'), `dmarc=none header.from=${domain}`)]
    case 'forged':
      return [
        line(
          'dkim=none',
          spf('fail'),
          `dmarc=fail reason="No valid SPF, No valid DKIM" header.from=${domain} (policy=none)`,
        ),
      ]
    case 'silent':
      return []
  }
}

function mailbox({ name, address }: Sender): string {
  if (name === '') return address
  if (!isAscii(name)) return `${encodedWords(name, 'utf-8', 'Q')} <${address}>`
  return /^[\w .'-]+$/.test(name) && !name.includes('.') ? `${name} <${address}>` : `"${name}" <${address}>`
}

function words(subject: string): string {
  return isAscii(subject) ? subject : encodedWords(subject)
}

function isAscii(value: string): boolean {
  return /^[\x00-\x7f]*$/.test(value)
}

/** In the time of Amsterdam in winter, which is what all mails are from. */
export function rfc5322(at: Date): string {
  const local = new Date(at.getTime() + 3_600_000)
  return local.toUTCString().replace('GMT', '+0100')
}
