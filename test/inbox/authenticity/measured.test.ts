import { describe, expect, it, vi } from 'vitest'
import { createDkimCheck, type ResolveTxt } from '#src/inbox/authenticity/dkim-check.ts'
import type { MailFacts, SenderVerdict } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrival, keys, municipality, plainMail, resolveTxt, signed } from './signed-mail.ts'

/** Whole mails, as they come off the server, each judged with our own look at the signature and without it. */

const facts: MailFacts = {
  authservId: 'mx.aanbieder.example',
  contracts: [
    {
      id: 'voorbeeld',
      labels: {},
      domains: [municipality],
      addresses: ['aanmelding@voorbeeld.aanbieder.example'],
    },
  ],
}

const check = createDkimCheck({ resolveTxt })
const withLook = async (mail: string): Promise<SenderVerdict> =>
  (await readMail(Buffer.from(mail), facts, arrival, (raw, domains) => check(raw, domains, arrival))).sender
const withoutLook = async (mail: string): Promise<SenderVerdict> =>
  (await readMail(Buffer.from(mail), facts, arrival)).sender

const received =
  'Received: from a (a [192.0.2.1])\r\n\tby mx.aanbieder.example with ESMTPS; Mon, 14 Sep 2026 10:00:00 +0200\r\n'
const server = (results: string): string => `Authentication-Results: mx.aanbieder.example; ${results}\r\n${received}`
const passed = `dkim=pass header.d=${municipality}; spf=pass smtp.mailfrom=${municipality}; dmarc=pass header.from=${municipality}`
const strange = 'p.jansen@evil.example'

interface Row {
  readonly what: string
  readonly mail: () => Promise<string>
  /** With our own look, and with our server's header alone. */
  readonly look: SenderVerdict['verdict']
  readonly header: SenderVerdict['verdict']
}

const rows: readonly Row[] = [
  {
    what: 'genuine, through the bounce address of a secure service',
    mail: async () =>
      `Return-Path: <b@zivverbounce.${municipality}>\r\n${server(
        `dkim=pass header.d=${municipality}; spf=pass smtp.mailfrom=zivverbounce.${municipality}; dmarc=pass header.from=${municipality}`,
      )}${await signed()}`,
    look: 'verified',
    header: 'verified',
  },
  {
    what: 'genuine, and no address of the sending server is known',
    mail: async () => server(`dkim=pass header.d=${municipality}; spf=none; dmarc=pass`) + (await signed()),
    look: 'verified',
    header: 'verified',
  },
  {
    what: 'genuine, and our server wrote nothing',
    mail: () => signed(),
    look: 'verified',
    header: 'unverified',
  },
  {
    what: 'the body changed, from the right server',
    mail: async () =>
      server(`dkim=neutral header.i=@${municipality}; spf=pass smtp.mailfrom=${municipality}; dmarc=pass`) +
      (await signed()).replace('4711', '4712'),
    look: 'unverified',
    header: 'unverified',
  },
  {
    what: 'the body changed, and our server says that all is well',
    mail: async () => server(passed) + (await signed()).replace('4711', '4712'),
    look: 'unverified',
    header: 'verified',
  },
  {
    what: 'a spoof below whose checks our own server wrote a forged one stands',
    mail: async () =>
      server(`dkim=none; spf=pass smtp.mailfrom=evil.example; dmarc=fail header.from=${municipality}`) +
      plainMail(undefined, `Authentication-Results: mx.aanbieder.example; ${passed}\r\n`),
    look: 'suspicious',
    header: 'suspicious',
  },
  {
    what: 'a spoof with a forged check on top, let through by a server that writes none',
    mail: async () => plainMail(undefined, `Authentication-Results: mx.aanbieder.example; ${passed}\r\n`),
    look: 'unverified',
    header: 'verified',
  },
  {
    what: 'the same with a signature that is made up',
    mail: async () =>
      `Authentication-Results: mx.aanbieder.example; ${passed}\r\n${await signed(plainMail(), { key: keys.other })}`,
    look: 'unverified',
    header: 'verified',
  },
  {
    what: 'two From headers',
    mail: async () => `${server(passed)}From: x@evil.example\r\n${await signed()}`,
    look: 'suspicious',
    header: 'suspicious',
  },
  {
    what: 'two From domains in one header',
    mail: async () => server(passed) + (await signed(plainMail(`p.jansen@${municipality}>, <x@evil.example`))),
    look: 'suspicious',
    header: 'suspicious',
  },
  {
    what: 'an own relay on top: SPF fails, the signature stands',
    mail: async () =>
      server(`dkim=pass header.d=${municipality}; spf=fail smtp.mailfrom=${municipality}; dmarc=pass`) +
      (await signed()),
    look: 'verified',
    header: 'verified',
  },
  {
    what: 'an own relay on top, and no signature: our server says DMARC fail',
    mail: async () => server(`dkim=none; spf=fail; dmarc=fail header.from=${municipality}`) + plainMail(),
    look: 'suspicious',
    header: 'suspicious',
  },
  {
    what: 'the address of a municipality only in the name, signed by another',
    mail: async () => {
      const mail = plainMail(strange).replace('P. Jansen', `p.jansen@${municipality}`)
      const all = 'dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example; dmarc=none'
      return server(all) + (await signed(mail, { domain: 'evil.example', key: keys.other }))
    },
    look: 'suspicious',
    header: 'suspicious',
  },
  {
    what: 'signed by a stranger in the name of the municipality',
    mail: async () =>
      server('dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example; dmarc=none') +
      (await signed(plainMail(), { domain: 'evil.example', key: keys.other })),
    look: 'unverified',
    header: 'unverified',
  },
  {
    what: 'no signature, from the right server',
    mail: async () => server(`dkim=none; spf=pass smtp.mailfrom=${municipality}; dmarc=none`) + plainMail(),
    look: 'likely',
    header: 'likely',
  },
]

describe('the verdict on a mail', () => {
  it.each(rows)('$what: $look when we looked ourselves', async ({ mail, look }) => {
    expect((await withLook(await mail())).verdict).toBe(look)
  })

  it.each(rows)('$what: $header on the word of our server', async ({ mail, header }) => {
    expect((await withoutLook(await mail())).verdict).toBe(header)
  })

  it('becomes a participant only when it is verified', async () => {
    for (const { mail, look } of rows) {
      const { outcome } = await readMail(Buffer.from(await mail()), facts, arrival, (raw, domains) =>
        check(raw, domains, arrival),
      )
      const doubts = outcome.kind === 'waits' && outcome.why === 'sender_not_verified'
      expect(doubts).toBe(look !== 'verified')
    }
  })
})

it('the record of a mail says how it came in and what each found', async () => {
  const mail = `${server(passed)}X-Zivver-Transport: a\r\n${await signed()}`
  expect((await withLook(mail)).record).toEqual({
    transport: { encrypted: 'yes' },
    server: { dkim: 'pass', spf: 'pass', dmarc: 'pass' },
    dkim: { kind: 'asked', signatures: [{ domain: municipality, selector: 's1', result: 'pass' }] },
    service: 'zivver',
  })
})

it('nobody is asked about the signatures of a sender that we do not know', async () => {
  const asked = vi.fn<ResolveTxt>(resolveTxt)
  const spy = createDkimCheck({ resolveTxt: asked })
  const mail = await signed(plainMail(strange), { domain: 'evil.example', key: keys.other })
  await readMail(Buffer.from(mail), facts, arrival, (raw, domains) => spy(raw, domains, arrival))
  expect(asked).not.toHaveBeenCalled()
})
