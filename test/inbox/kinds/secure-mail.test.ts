import { describe, expect, it } from 'vitest'
import { isCodeMail, isLure, isNotSent, readPointer } from '#src/inbox/kinds/secure-mail.ts'
import { mailOf } from './plain-mail.ts'

const own = ['gemeente-voorbeeld.example']
const zivver = ['X-Zivver-Transport: a']

describe('a mail that only says that a message waits elsewhere', () => {
  it.each<[string, string, Parameters<typeof mailOf>[1], string | undefined]>([
    ['a link to the service', 'Lees uw bericht: https://app.zivver.com/r/abc', {}, 'ZIVVER'],
    ['a host below that of the service', 'https://portaal.secumailer.eu/x', {}, 'SecuMailer'],
    [
      'a header of the service and an invitation',
      'Klik op de link om het bericht te lezen: https://x.example/1',
      { headers: zivver },
      'ZIVVER',
    ],
    [
      'the subject of the service',
      'Open het bericht: https://www.zorgmail.nl/a',
      { subject: 'ZorgMail Secure e-mail - nieuw bericht' },
      'ZorgMail',
    ],
    [
      'an invitation on the municipality’s own portal',
      'Er staat een beveiligd bericht klaar: https://mail.gemeente-voorbeeld.example/p',
      {},
      undefined,
    ],
  ])('%s', async (_, text, written, service) => {
    const pointer = readPointer(await mailOf(text, written), own)
    expect(pointer).toBeDefined()
    expect(pointer?.service).toBe(service)
  })

  it.each<[string, string, Parameters<typeof mailOf>[1]]>([
    ['a service’s header alone: such a mail was delivered directly', 'De deelnemer komt morgen.', { headers: zivver }],
    ['an invitation to a stranger’s host', 'Er staat een beveiligd bericht klaar: https://evil.example/p', {}],
    ['a look-alike of a service', 'Lees uw bericht: https://zivver.com.evil.example/r', {}],
    ['an invitation without a link', 'Er staat een beveiligd bericht klaar.', {}],
  ])('and not: %s', async (_, text, written) => {
    expect(readPointer(await mailOf(text, written), own)).toBeUndefined()
  })

  it('shows where it leads as text, and asks nothing of it', async () => {
    expect(readPointer(await mailOf('Open: https://app.zivver.com/r/abc'), own)?.hosts).toEqual(['app.zivver.com'])
  })
})

describe('a lure', () => {
  it.each([
    'Open uw ZIVVER-bericht: https://evil.example/x',
    'Er staat een beveiligd bericht voor u klaar: https://evil.example/x',
    'Klik op de link voor uw secure message https://evil.example',
  ])('looks like such a mail and leads elsewhere: %s', async (text) => {
    expect(isLure(await mailOf(text))).toBe(true)
  })

  it.each([
    'Wij werken met ZIVVER: https://zivver.example',
    'Lees ons nieuws: https://nieuws.example',
    'Beveiligd bericht',
  ])('is not: %s', async (text) => {
    expect(isLure(await mailOf(text))).toBe(false)
  })
})

describe('a one-time code', () => {
  it.each<[string, string]>([
    ['Uw toegangscode', '482913'],
    ['Verificatiecode ZIVVER', 'Gebruik 482 913'],
    ['Your verification code', '482913'],
    ['Bericht', 'Uw verificatiecode is 482913. De code is 10 minuten geldig.'],
    ['ZorgMail Secure e-mail - uw toegangscode', '1234'],
    ['Uw code', 'Uw code: 123456'],
    ['482913 is uw Zivver-code', 'Vul 482913 in.'],
    ['Verificatie', 'Uw pincode is 4821'],
    ['Bericht', 'Uw SMS-code is AB12-CD34'],
  ])('%s: %s', async (subject, text) => {
    expect(isCodeMail(await mailOf(text, { subject }))).toBe(true)
  })

  it.each<[string, string]>([
    ['Aanmelding', 'Productcode: 3, klantnummer 20411'],
    ['Postcode', 'De postcode is 1234 AB'],
    ['Postcode', 'Uw postcode is 1234 AB'],
    ['Offerte', 'Uw klantcode: 12345, uw productcode is 4821'],
    ['Bericht', 'Uw code van goed gedrag is 3 jaar oud'],
    ['Bericht', 'Via SmartLockr. Na het klikken vraagt u een verificatiecode aan.'],
    ['Toegangscode volgt', 'U krijgt de code per sms.'],
    ['Bericht', 'U hebt een toegangscode nodig. Bel 0135420001 voor deze code. De code is 30 minuten geldig.'],
    ['Bericht', 'Voer de toegangscode in. Bericht verloopt op 20261228.'],
    [
      'Beveiligd bericht',
      'Open het bericht met de toegangscode 1234 die u van ons kreeg. De code is kort geldig. https://app.zivver.com/x',
    ],
    ['Bericht', `Uw verificatiecode is 482913.${' Verder nog veel tekst.'.repeat(200)}`],
  ])('is not: %s, %.60s', async (subject, text) => {
    expect(isCodeMail(await mailOf(text, { subject }))).toBe(false)
  })
})

describe('a mail of ours that did not leave the secure service', () => {
  it.each<[string, string]>([
    ['Email not sent', 'x'],
    ['Bericht niet verzonden', 'x'],
    ['Uw e-mail is niet verstuurd', 'x'],
    ['Actie nodig', 'Voltooi het verzenden van uw e-mail'],
  ])('%s: %s', async (subject, text) => {
    expect(isNotSent(await mailOf(text, { subject }))).toBe(true)
  })

  it.each(['De brief is niet verzonden', 'Aanmelding niet verstuurd?', 'Bericht'])('is not: %s', async (subject) => {
    expect(isNotSent(await mailOf('x', { subject }))).toBe(false)
  })
})
