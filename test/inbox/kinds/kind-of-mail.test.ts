import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MailFacts, MailReading } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts as twoContracts } from '../mail-facts.ts'

const facts: MailFacts = { ...twoContracts, ownDomains: ['aanbieder.example'] }
const complete = readFileSync(new URL('../mails/compleet.eml', import.meta.url), 'utf8')
const [head = '', form = ''] = complete.split(/\n\n(.*)/s)

interface Written {
  readonly subject?: string
  readonly from?: string
  /** Whole lines, below what our server wrote. */
  readonly extra?: readonly string[]
}

const read = (body: string, { subject = 'Bericht', from, extra = [] }: Written = {}): Promise<MailReading> => {
  const lines = head.replace(/^Subject: .*$/m, [`Subject: ${subject}`, ...extra].join('\n'))
  return readMail(
    Buffer.from(`${from === undefined ? lines : lines.replace(/^From: .*$/m, `From: ${from}`)}\n\n${body}`),
    facts,
    arrived,
  )
}

const ofOurs = ['In-Reply-To: <opk-1@aanbieder.example>']
const stranger = 'x@zomaar.example'
const quoted = `Van: K. Bakker <k@aanbieder.example>\nVerzonden: maandag\nAan: P. Jansen\nOnderwerp: Bericht\n\n${form}`

describe('what a mail is', () => {
  it.each<[string, MailReading['kind'], string, Written]>([
    ['a form', 'referral', form, { subject: 'Aanmelding' }],
    ['a story that refers somebody', 'referral', 'Hierbij meld ik mevrouw F. Yilmaz aan, klantnummer 20411.', {}],
    ['a story about nothing', 'not_referral', 'Bedankt voor het gesprek van gisteren.', {}],
    ['an answer to ours', 'reply', 'Dat is goed.', { subject: 'Re: Bericht', extra: ofOurs }],
    [
      'an answer that repeats a form',
      'reply',
      `Dank, ontvangen.\n\n${quoted}`,
      { subject: 'Re: Bericht', extra: ofOurs },
    ],
    ['a new form in an answer', 'referral', form, { subject: 'Re: aanmelding', extra: ofOurs }],
    [
      'an answer of a stranger',
      'not_referral',
      'Dat is goed.',
      { subject: 'Re: Bericht', extra: ofOurs, from: stranger },
    ],
    ['a form from our own domain that nothing proves', 'suspicious', form, { from: 'iemand@aanbieder.example' }],
    ['a withdrawal', 'correction', 'Mevrouw heeft werk gevonden.', {}],
    [
      'a withdrawal in an answer',
      'correction',
      'Hierbij trek ik de aanmelding in.',
      { subject: 'Re: Bericht', extra: ofOurs },
    ],
    ['a question', 'not_referral', 'Hoe staat het met de intake van deze klant?', {}],
    [
      'an answer that repeats a withdrawal',
      'reply',
      `Dank voor de melding.\n\n${quoted}\nDe aanmelding is ingetrokken.`,
      { subject: 'Re: Bericht', extra: ofOurs },
    ],
    [
      'a question in an answer',
      'reply',
      'Hoe staat het met de intake van deze klant?',
      { subject: 'Re: Bericht', extra: ofOurs },
    ],
    ['an absence', 'auto_reply', 'Ik ben met vakantie.', { subject: 'Automatisch antwoord: Bericht' }],
    ['a message elsewhere', 'pointer', 'Lees uw bericht: https://app.zivver.com/r/abc', {}],
    ['a form beside a link to the service', 'referral', `${form}\nhttps://app.zivver.com/x`, { subject: 'Aanmelding' }],
    ['a code', 'not_referral', 'Uw verificatiecode is 482913.', {}],
    ['a lure', 'suspicious', 'Open uw ZIVVER-bericht: https://evil.example/x', { from: stranger }],
    ['our own address in From', 'suspicious', 'Dat is goed.', { from: 'aanmelding@voorbeeld.aanbieder.example' }],
    ['nothing', 'unreadable', '', {}],
    ['a message in PGP', 'unreadable', '-----BEGIN PGP MESSAGE-----\n\nabc\n', {}],
    ['advertising', 'not_referral', 'Wilt u meer klanten? Bestel nu.', { from: stranger }],
  ])('%s: %s', async (_, kind, body, written) => {
    expect((await read(body, written)).kind).toBe(kind)
  })

  it.each<[string, string, Written, string]>([
    ['a code is shown to nobody', 'Uw verificatiecode is 482913.', {}, 'code'],
    ['an absence needs nobody', 'Ik ben met vakantie.', { subject: 'Automatisch antwoord: Bericht' }, 'auto_reply'],
  ])('%s', async (_, body, written, why) => {
    const reading = await read(body, written)
    expect(reading.outcome).toMatchObject({ kind: 'aside', why })
    expect(JSON.stringify(reading)).not.toContain('482913')
  })

  it('everything else that is no complete referral waits, with advice in Dutch and no participant', async () => {
    for (const [body, written] of [
      ['Dat is goed.', { subject: 'Re: Bericht', extra: ofOurs }],
      ['Lees uw bericht: https://app.zivver.com/r/abc', {}],
      ['Open uw ZIVVER-bericht: https://evil.example/x', { from: stranger }],
      ['', {}],
    ] as const) {
      const { outcome, proposals } = await read(body, written)
      expect(outcome).toMatchObject({ kind: 'waits', words: expect.stringMatching(/^[A-Z].*\.$/s) })
      expect(proposals).toEqual([])
    }
  })

  it('keeps the ids that it answers, without the one that ZIVVER writes into every mail', async () => {
    const extra = ['References: <opk-1@aanbieder.example> <zivver-sdr-7@zivver.com>', ...ofOurs]
    expect((await read('Dat is goed.', { extra })).about).toEqual(['opk-1@aanbieder.example'])
    const only = ['References: <zivver-sdr-7@aanbieder.example>']
    expect((await read('Dat is goed.', { extra: only })).kind).toBe('not_referral')
  })
})
