import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MailReading, WaitReason } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts } from './mail-facts.ts'

const folder = new URL('./mails/', import.meta.url)
const bytesOf = (name: string): Buffer => readFileSync(new URL(`${name}.eml`, folder))
const read = (name: string): Promise<MailReading> => readMail(bytesOf(name), facts, arrived)

const formOf = async (name: string) => {
  const { outcome } = await read(name)
  if (outcome.kind !== 'referral') throw new Error(`${name}: ${outcome.kind}, ${outcome.why}, ${outcome.words}`)
  return outcome.form
}

const fatima = { name: { full: 'Fatima el Amrani' }, clientNumber: '2026-4711' }
const consulent = { email: 'p.jansen@gemeente-voorbeeld.example' }
const mobile = '+31612345678'

const referrals: [string, object][] = [
  [
    'compleet',
    {
      participant: {
        ...fatima,
        phone: mobile,
        email: 'f.elamrani@post.example',
        birthDate: '1988-03-12',
        language: 'nl',
        interpreter: false,
        consulent,
      },
      product: 'Oriëntatie op werk',
      risk: 'raised',
      remarks: 'Werkt graag in de ochtend.',
    },
  ],
  ['crlf', { participant: { ...fatima, phone: mobile }, remarks: 'Werkt graag in de ochtend.' }],
  ['waarde-op-volgende-regel', { participant: { ...fatima, phone: mobile } }],
  ['tabs-en-stippen', { participant: { ...fatima, phone: mobile } }],
  ['puntkomma-en-tussenvoegsel-achteraan', { participant: { ...fatima, phone: mobile } }],
  ['alleen-html-tabel', { participant: { ...fatima, phone: mobile, language: 'en' } }],
  ['html-tabel-uit-word', { participant: { ...fatima, phone: mobile } }],
  ['latin1-quoted-printable', { participant: { name: { full: 'Zoë Müller-Çelik' }, clientNumber: '2026-4712' } }],
  ['base64', { participant: { ...fatima, phone: mobile } }],
  ['alternatief-tekst-en-html', { participant: { ...fatima, phone: mobile, language: 'nl' } }],
  ['alternatief-lege-tekst', { participant: { ...fatima, phone: mobile, language: 'en' } }],
  [
    'met-leesbare-bijlage',
    { participant: { ...fatima, phone: mobile }, remarks: expect.stringContaining('Woont bij haar zus.') },
  ],
  ['formulier-in-leesbare-bijlage', { participant: { ...fatima, phone: mobile, language: 'nl' } }],
  ['tekst-zonder-nummer-html-met-nummer', { participant: { ...fatima, phone: mobile, language: 'en' } }],
  ['alleen-ondertekend', { participant: { ...fatima, phone: mobile } }],
  ['geciteerd', { participant: { ...fatima, phone: mobile }, remarks: 'Werkt graag in de ochtend.' }],
  ['vast-en-mobiel', { participant: { ...fatima, phone: mobile } }],
  ['andere-taal', { participant: { name: { full: 'Selam Tesfay' }, language: 'ti', interpreter: true } }],
  [
    'consulent-in-formulier',
    {
      participant: {
        ...fatima,
        phone: mobile,
        consulent: { name: 'mevr. K. Bakker', email: 'k.bakker@gemeente-voorbeeld.example' },
      },
    },
  ],
  ['alleen-delivered-to', { participant: fatima }],
  ['contract-op-afzender', { participant: fatima }],
  ['bsn-met-label', { participant: { ...fatima, phone: mobile } }],
  ['bsn-in-onderwerp', { participant: fatima }],
  ['bsn-onzichtbaar-onderbroken', { participant: { ...fatima, phone: mobile } }],
  ['bsn-in-html', { participant: { ...fatima, phone: mobile } }],
  ['nul-bytes', { participant: fatima }],
  ['onbekende-tekenset', { participant: fatima }],
  ['afgebroken', { participant: fatima }],
  [
    'zachte-regels',
    { participant: { ...fatima, phone: mobile }, remarks: 'Een lange opmerking die over twee regels loopt.' },
  ],
]

const waiting: [string, WaitReason, string][] = [
  ['telefoon-negen-cijfers', 'field_doubtful', 'heeft 9 cijfers'],
  ['telefoon-in-woorden', 'field_doubtful', 'geen nummer'],
  ['naam-ontbreekt', 'field_missing', 'ontbreekt de naam van de deelnemer'],
  [
    'klantnummer-ontbreekt-en-telefoon-fout',
    'field_missing',
    'ontbreekt het klantnummer. Vraag de consulent om een volledige aanmelding. Het telefoonnummer',
  ],
  ['antwoord-uit-html-zonder-formulier', 'field_missing', 'ontbreekt het klantnummer'],
  ['vrije-tekst', 'perhaps_no_referral', 'een vraag of bericht'],
  ['geen-telefoon', 'field_missing', 'ontbreekt het telefoonnummer van de deelnemer'],
  ['telefoon-alleen-in-handtekening', 'field_missing', 'ontbreekt het telefoonnummer van de deelnemer'],
  ['met-bijlage', 'attachment_not_read', 'bijlage is beschadigd'],
  ['met-bijlage-die-iets-anders-zegt', 'field_doubtful', 'verschillende telefoonnummers'],
  ['formulier-in-bijlage', 'unreadable', 'bijlage is beschadigd'],
  ['doorgestuurd-als-bijlage', 'attachment_not_read', 'andere mail als bijlage'],
  ['formulier-onder-de-groet', 'not_a_referral', 'onder de groet'],
  ['kolommen-naast-elkaar', 'several_participants', '2 deelnemers'],
  ['twee-deelnemers', 'several_participants', '2 deelnemers'],
  ['twee-namen-in-een-veld', 'field_doubtful', 'naam'],
  ['twee-telefoonnummers', 'field_doubtful', 'verschillende telefoonnummers'],
  ['bsn-als-klantnummer', 'field_doubtful', 'Een BSN mag niet'],
  ['consulent-ander-domein', 'consulent_outside_domain', 'niet van deze gemeente'],
  ['onbekend-domein', 'no_contract', 'geen enkel contract'],
  ['niet-gecontroleerd', 'sender_not_verified', 'niet opgeschreven'],
  ['handtekening-klopt-niet', 'sender_not_verified', 'ontbreekt of klopt niet'],
  ['vervalste-controle-eronder', 'sender_not_verified', 'ontbreekt of klopt niet'],
  ['vervalste-controle-in-commentaar', 'sender_not_verified', 'ontbreekt of klopt niet'],
  ['kopregels-in-onderwerp', 'sender_not_verified', 'ontbreekt of klopt niet'],
  ['twee-afzenders', 'sender_not_verified', 'meer dan één afzender'],
  ['twee-adressen-in-afzender', 'sender_not_verified', 'meer dan één afzender'],
  ['adres-alleen-in-naam', 'sender_not_verified', 'In de naam van de afzender staat een adres'],
  ['afzender-in-codewoord', 'sender_not_verified', 'In de naam van de afzender staat een adres'],
  ['twee-contracten-op-afzender', 'two_contracts', 'meer dan één contract'],
  ['twee-contracten-op-adres', 'two_contracts', 'meer dan één contract'],
  ['adres-en-afzender-spreken-elkaar-tegen', 'two_contracts', 'een ander contract'],
  ['geen-mail', 'unreadable', 'niet te lezen'],
  ['versleuteld', 'unreadable', 'versleuteld'],
  ['versleuteld-als-bestand', 'unreadable', 'Deze mail is versleuteld'],
  ['binnen-handtekening', 'unreadable', 'open hem in de mailbox'],
  ['winmail-dat', 'attachment_not_read', 'opnieuw te sturen als gewone tekst'],
  ['alleen-winmail-dat', 'unreadable', 'opnieuw te sturen als gewone tekst'],
  ['verkeerde-tekenset', 'field_doubtful', 'naam'],
]

describe('a referral is accepted', () => {
  it.each(referrals)('%s', async (name, form) => {
    expect(await formOf(name)).toMatchObject(form)
  })

  it('with the contract, the sender and the identifier of the mail', async () => {
    expect(await read('compleet')).toMatchObject({
      messageId: expect.stringMatching(/^<mail-\d+@gemeente-voorbeeld\.example>$/),
      from: 'p.jansen@gemeente-voorbeeld.example',
      contractId: 'voorbeeld',
      sender: { verdict: 'verified' },
      bsnRemoved: 0,
    })
  })
})

describe('a mail waits for a person', () => {
  it.each(waiting)('%s: %s', async (name, why, words) => {
    const { outcome } = await read(name)
    expect(outcome).toMatchObject({ kind: 'waits', why, words: expect.stringContaining(words) })
  })

  it.each(['geen-telefoon', 'telefoon-alleen-in-handtekening'])(
    'without a phone number of somebody else: %s',
    async (name) => {
      const { proposals } = await read(name)
      expect(proposals).toMatchObject([fatima])
      expect(proposals[0]).not.toHaveProperty('phone')
    },
  )

  it.each([
    ['kolommen-naast-elkaar', ['+31612345678', '+31612345679']],
    ['twee-deelnemers', [undefined, undefined]],
  ])('%s: with a proposal for each participant', async (name, phones) => {
    const { proposals } = await read(name)
    const jan = { name: { full: 'Jan de Vries' }, clientNumber: '2026-4712' }
    expect(proposals).toMatchObject([fatima, jan])
    expect(proposals.map(({ phone }) => phone)).toEqual(phones)
  })

  it('with words that repeat nothing of what the mail says about the participant', async () => {
    for (const [name] of waiting) {
      const { outcome, sender } = await read(name)
      const words = `${outcome.kind === 'referral' ? '' : outcome.words} ${sender.words}`
      expect(words).not.toMatch(/Fatima|Amrani|4711|1234567|dochter|@/)
    }
  })
})

describe('a citizen service number', () => {
  it.each([
    ['bsn-met-label', 1, /123456782/],
    ['bsn-in-onderwerp', 1, /1234\.?56\.?782/],
    ['bsn-als-klantnummer', 0, /123456782/],
    ['bsn-onzichtbaar-onderbroken', 1, /123\D{0,2}456\D{0,2}782/],
    ['bsn-in-html', 2, /123456782|111222333/],
  ])('is taken out of %s and counted', async (name, count, number) => {
    const reading = await read(name)
    expect(reading.bsnRemoved).toBe(count)
    expect(JSON.stringify(reading)).not.toMatch(number)
  })
})

it('every mail of the folder is in one of the tables', () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.eml$/, ''))
  expect([...referrals, ...waiting].map(([name]) => name).toSorted()).toEqual(files.toSorted())
})

it('a mail whose text and HTML name different numbers waits', async () => {
  const raw = bytesOf('alternatief-tekst-en-html').toString().replace('06&#8209;12345678', '06&#8209;12345679')
  expect((await readMail(Buffer.from(raw), facts, arrived)).outcome).toMatchObject({
    kind: 'waits',
    why: 'field_doubtful',
    words: expect.stringContaining('twee versies'),
  })
})

it('a mail that announces a message at a service is a pointer, also when it names somebody', async () => {
  const raw = bytesOf('compleet').toString().split('\n\n')[0] ?? ''
  const text = 'Naam: Kim Bos\n\nLees het beveiligde bericht: https://app.zivver.com/r/abc\n'
  expect((await readMail(Buffer.from(`${raw}\n\n${text}`), facts, arrived)).kind).toBe('pointer')
  const complete = bytesOf('compleet').toString()
  const read = await readMail(Buffer.from(`${complete}\nVerzonden via https://app.zivver.com/x\n`), facts, arrived)
  expect(read.outcome.kind).toBe('referral')
})

it.each([
  ['a small picture that somebody put beside the form', 'attachment; filename="briefje.png"', 20_000, true],
  ['a small one in the text, as a logo is', 'inline; filename="image001.png"', 20_000, undefined],
  ['a large one in the text', 'inline; filename="image001.png"', 60_000, true],
])('%s says more than the form: %s', async (_, disposition, bytes, saysMore) => {
  const [head = '', ...body] = bytesOf('compleet').toString().split('\n\n')
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(bytes, 7)]).toString('base64')
  const type = /^content-type:.*(?:\n[ \t].*)*/im.exec(head)?.[0] ?? 'Content-Type: text/plain; charset=utf-8'
  const encoding = /^content-transfer-encoding:.*/im.exec(head)?.[0] ?? 'Content-Transfer-Encoding: 8bit'
  const raw = [
    `${head.replace(type, 'Content-Type: multipart/mixed; boundary=deel').replace(encoding, 'X-Was: deel')}`,
    `--deel\n${type}\n${encoding}\n\n${body.join('\n\n')}`,
    `--deel\nContent-Type: image/png\nContent-Disposition: ${disposition}\nContent-Transfer-Encoding: base64\n\n${png}`,
    '--deel--',
  ].join('\n\n')
  const { outcome } = await readMail(Buffer.from(raw), facts, arrived)
  expect(outcome.kind === 'referral' && outcome.saysMore).toBe(saysMore)
})
