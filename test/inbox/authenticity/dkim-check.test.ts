import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createDkimCheck, type ResolveTxt } from '#src/inbox/authenticity/dkim-check.ts'
import type { SignatureResult } from '#src/inbox/authenticity/dkim-finding.ts'
import {
  arrival,
  dnsError,
  keys,
  look,
  municipality,
  plainMail,
  resolveTxt,
  signatureOf,
  signed,
  type Signing,
} from './signed-mail.ts'

const resultsOf = async (mail: string | Buffer): Promise<SignatureResult[]> => {
  const finding = await look(mail)
  return finding.kind === 'asked' ? finding.signatures.map(({ result }) => result) : ['not_asked']
}

describe('a signature passes', () => {
  it.each<[string, Signing]>([
    ['as municipalities sign', {}],
    ['to the letter', { canonicalization: 'simple/simple' }],
    ['with an Ed25519 key', { selector: 'ed', key: keys.modern }],
    ['until it expires', { expires: arrival.add({ hours: 1 }) }],
  ])('%s', async (_, how) => {
    expect(await look(await signed(plainMail(), how))).toEqual({
      kind: 'asked',
      signatures: [{ domain: municipality, selector: how.selector ?? 's1', result: 'pass' }],
    })
  })

  it('beside those of others, which are not looked at', async () => {
    const mail = plainMail()
    const strange = await signatureOf(mail, { domain: 'evil.example', key: keys.other })
    const asked = vi.fn<ResolveTxt>(resolveTxt)
    const check = createDkimCheck({ resolveTxt: asked })
    const raw = Buffer.from(strange + (await signed(mail)))
    expect(await check(raw, new Set([municipality]), arrival)).toMatchObject({ signatures: [{ result: 'pass' }] })
    expect(asked.mock.calls).toEqual([[`s1._domainkey.${municipality}`]])
  })

  it('beside an ARC seal, for which nobody is asked', async () => {
    const seal =
      'ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=evil.example; s=s1; b=aaaa\r\nARC-Message-Signature: i=1; a=rsa-sha256; d=evil.example; s=s1; h=from; bh=aaaa; b=aaaa\r\nARC-Authentication-Results: i=1; mx.evil.example; dkim=pass\r\n'
    const asked = vi.fn<ResolveTxt>(resolveTxt)
    const raw = Buffer.from(seal + (await signed()))
    const finding = await createDkimCheck({ resolveTxt: asked })(raw, new Set([municipality]), arrival)
    expect(finding).toMatchObject({ signatures: [{ result: 'pass' }] })
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('in a mail whose lines end as on this machine', async () => {
    expect(await resultsOf((await signed()).replaceAll('\r\n', '\n'))).toEqual(['pass'])
  })

  it('with what our own server put on top', async () => {
    expect(await resultsOf(`Received: from a by b\r\nX-Spam: no\r\n${await signed()}`)).toEqual(['pass'])
  })
})

describe('a signature does not pass', () => {
  const broken: [string, SignatureResult, Promise<string>][] = [
    ['when the body was changed', 'fail', signed().then((mail) => mail.replace('4711', '4712'))],
    ['when something was added to the body', 'fail', signed().then((mail) => `${mail}Telefoon: 0612345678\r\n`)],
    ['when the sender was changed', 'fail', signed().then((mail) => mail.replace('p.jansen', 'p.janssen'))],
    ['with the key of somebody else', 'fail', signed(plainMail(), { key: keys.other })],
    ['when only a part of the body is covered', 'weak', signed(plainMail(), { maxBodyLength: 10 })],
    [
      'when only a part of the body is covered and more was added',
      'weak',
      signed(plainMail(), { maxBodyLength: 10 }).then((mail) => `${mail}Telefoon: 0612345678\r\n`),
    ],
    ['with a short key', 'weak', signed(plainMail(), { selector: 'kort', key: keys.short })],
    ['with SHA-1', 'weak', signed(plainMail(), { algorithm: 'rsa-sha1' })],
    ['when it does not cover From', 'weak', signed(plainMail(), { covers: 'Subject:Date' })],
    ['when it had expired', 'expired', signed(plainMail(), { expires: arrival.subtract({ seconds: 1 }) })],
    ['when DNS has no such key', 'no_key', signed(plainMail(), { selector: 'weg' })],
    ['when the key was withdrawn', 'weak', signed(plainMail(), { selector: 'leeg' })],
    [
      'when a second Content-Type says how to read it',
      'weak',
      signed().then((mail) => `Content-Type: text/html\r\n${mail}`),
    ],
    ['when a second From stands above', 'weak', signed().then((mail) => `From: x@evil.example\r\n${mail}`)],
    [
      'when it is written so that it can be read in two ways',
      'none' as SignatureResult,
      signed().then((mail) => mail.replace('d=gemeente', 'd=(evil)gemeente')),
    ],
  ]

  it.each(broken)('%s: %s', async (_, result, mail) => {
    expect(await resultsOf(await mail)).toEqual(result === ('none' as SignatureResult) ? [] : [result])
  })

  it('when there is none', async () => {
    expect(await look(plainMail())).toEqual({ kind: 'asked', signatures: [] })
  })

  it('when it is of a domain that is not asked about', async () => {
    const mail = await signed(plainMail(), { domain: 'evil.example', key: keys.other })
    expect(await look(mail)).toEqual({ kind: 'asked', signatures: [] })
  })
})

describe('a check that was not possible says nothing', () => {
  const checkWith = async (ask: ResolveTxt, limitMs?: number) =>
    createDkimCheck({ resolveTxt: ask, ...(limitMs === undefined ? {} : { limitMs }) })(
      Buffer.from(await signed()),
      new Set([municipality]),
      arrival,
    )

  it.each(['ETIMEOUT', 'ESERVFAIL', 'ECONNREFUSED', 'EREFUSED'])('when DNS gives %s', async (code) => {
    expect(await checkWith(() => Promise.reject(dnsError(code)))).toMatchObject({
      signatures: [{ result: 'not_asked' }],
    })
  })

  it('when DNS does not answer in time', async () => {
    expect(await checkWith(() => new Promise(() => undefined), 50)).toEqual({ kind: 'not_asked' })
  })

  it('but a body that was changed is seen without asking anybody', async () => {
    const ask = vi.fn<ResolveTxt>(() => Promise.reject(dnsError('ETIMEOUT')))
    const raw = Buffer.from((await signed()).replace('4711', '4712'))
    const finding = await createDkimCheck({ resolveTxt: ask })(raw, new Set([municipality]), arrival)
    expect(finding).toMatchObject({ signatures: [{ result: 'fail' }] })
    expect(ask).not.toHaveBeenCalled()
  })
})

describe('hostile mails', () => {
  it.each<[string, () => Promise<Buffer>]>([
    [
      'a hundred signatures',
      async () => Buffer.from((await signatureOf(plainMail(), { selector: 'weg' })).repeat(100) + plainMail()),
    ],
    ['a line of 30 MB', async () => Buffer.from((await signed()) + 'x'.repeat(30_000_000))],
    ['a million lines', async () => Buffer.from((await signed()) + '\t\n'.repeat(1_000_000))],
    ['as many uneven lines as we look at', async () => Buffer.from((await signed()) + '\tx\n'.repeat(99_000))],
    ['fifty thousand headers', async () => Buffer.from('Subject: x\r\n'.repeat(50_000) + (await signed()))],
    ['nothing but headers', async () => Buffer.from((await signed()).split('\r\n\r\n')[0] ?? '')],
  ])(
    '%s come to an end, and do not pass',
    async (_, make) => {
      const raw = await make()
      const asked = vi.fn<ResolveTxt>(resolveTxt)
      const finding = await createDkimCheck({ resolveTxt: asked })(raw, new Set([municipality]), arrival)
      expect(asked.mock.calls.length).toBeLessThanOrEqual(4)
      expect(JSON.stringify(finding)).not.toContain('"pass"')
    },
    30_000,
  )
})

it('a large attachment is checked as well', async () => {
  const lines = `${'A'.repeat(76)}\r\n`.repeat(400_000)
  expect(await resultsOf(await signed(plainMail() + lines))).toEqual(['pass'])
}, 30_000)

it('any damage to a signed mail ends in one finding, and only damage outside what was signed passes', async () => {
  const mail = Buffer.from(await signed())
  const body = mail.indexOf('\r\n\r\n') + 4
  const signs = fc.integer({ min: 0x21, max: 0x7e })
  await fc.assert(
    fc.asyncProperty(fc.nat(mail.length - 1), signs, async (at, value) => {
      const damaged = Buffer.from(mail)
      damaged[at] = value
      const results = await resultsOf(damaged)
      const isSame = damaged.equals(mail)
      if (at >= body && !isSame) expect(results).toEqual(['fail'])
    }),
    { numRuns: 200 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      expect(await resultsOf(Buffer.from(bytes))).toEqual([])
    }),
  )
})
