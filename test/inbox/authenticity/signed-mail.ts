import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { Temporal } from 'temporal-polyfill'
import { createDkimCheck, type ResolveTxt } from '#src/inbox/authenticity/dkim-check.ts'
import type { DkimFinding } from '#src/inbox/authenticity/dkim-finding.ts'

/** Mails that are signed here, with keys made here, and a DNS of our own: nothing goes to a network. */

export const arrival = Temporal.Instant.from('2026-09-14T08:00:00Z')

export const municipality = 'gemeente-voorbeeld.example'

interface Key {
  readonly privateKey: string
  /** As it stands in DNS. */
  readonly record: string
}

const rsaKey = (bits: number): Key => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  return {
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    record: `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
  }
}

const ed25519Key = (): Key => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: `v=DKIM1; k=ed25519; p=${publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')}`,
  }
}

export const keys = { good: rsaKey(2048), other: rsaKey(2048), short: rsaKey(768), modern: ed25519Key() }

const records: Readonly<Record<string, string>> = {
  [`s1._domainkey.${municipality}`]: keys.good.record,
  [`kort._domainkey.${municipality}`]: keys.short.record,
  [`ed._domainkey.${municipality}`]: keys.modern.record,
  [`leeg._domainkey.${municipality}`]: 'v=DKIM1; p=',
  's1._domainkey.evil.example': keys.other.record,
}

export const dnsError = (code: string): Error => Object.assign(new Error(`queryTxt ${code}`), { code })

/** In pieces, as long records come. */
const inPieces = (record: string): string[] => record.match(/.{1,255}/g) ?? []

export const resolveTxt: ResolveTxt = (name) => {
  const record = records[name]
  return record === undefined ? Promise.reject(dnsError('ENOTFOUND')) : Promise.resolve([inPieces(record)])
}

export interface Signing {
  readonly domain?: string
  readonly selector?: string
  readonly key?: Key
  readonly algorithm?: string
  readonly canonicalization?: string
  readonly expires?: Temporal.Instant
  readonly maxBodyLength?: number
  /** Names of headers with colons between them. */
  readonly covers?: string
}

export const plainMail = (from = `p.jansen@${municipality}`, extra = ''): string =>
  `${extra}From: "P. Jansen" <${from}>\r\nTo: aanmelding@voorbeeld.aanbieder.example\r\nSubject: Aanmelding\r\nDate: Mon, 14 Sep 2026 09:59:58 +0200\r\nMessage-ID: <1@${municipality}>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNaam: Fatima el Amrani\r\nKlantnummer: 2026-4711\r\n`

/** The signature as a header with its line end, to put before the mail. */
export const signatureOf = async (mail: string, how: Signing = {}): Promise<string> => {
  const signer = {
    signingDomain: how.domain ?? municipality,
    selector: how.selector ?? 's1',
    privateKey: (how.key ?? keys.good).privateKey,
    ...(how.algorithm === undefined ? {} : { algorithm: how.algorithm }),
    ...(how.maxBodyLength === undefined ? {} : { maxBodyLength: how.maxBodyLength }),
  }
  const { signatures, errors } = await dkimSign(mail, {
    ...signer,
    canonicalization: how.canonicalization ?? 'relaxed/relaxed',
    signTime: new Date(arrival.subtract({ minutes: 1 }).epochMilliseconds),
    ...(how.expires === undefined ? {} : { expires: new Date(how.expires.epochMilliseconds) }),
    // It takes names with colons between them, whatever its types say.
    ...(how.covers === undefined ? {} : { headerList: how.covers as unknown as string[] }),
    signatureData: [signer],
  })
  if (errors.length > 0 || !signatures.includes('DKIM-Signature'))
    throw new Error(`not signed: ${JSON.stringify(errors)}`)
  return signatures
}

export const signed = async (mail = plainMail(), how: Signing = {}): Promise<string> =>
  (await signatureOf(mail, how)) + mail

/** Our own look, with the DNS above. */
export const look = (mail: string | Buffer, domains = [municipality]): Promise<DkimFinding> =>
  createDkimCheck({ resolveTxt })(Buffer.from(mail), new Set(domains), arrival)
