import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MailReading, WaitReason } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { facts } from './mail-facts.ts'

const folder = new URL('./mails/', import.meta.url)
const bytesOf = (name: string): Buffer => readFileSync(new URL(`${name}.eml`, folder))
const read = (name: string): Promise<MailReading> => readMail(bytesOf(name), facts)

const formOf = async (name: string) => {
  const { outcome } = await read(name)
  if (outcome.kind === 'waits') throw new Error(`${name} waits: ${outcome.why}, ${outcome.words}`)
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
  ['alleen-html-tabel', { participant: { ...fatima, phone: mobile, language: 'en' } }],
  ['html-tabel-uit-word', { participant: { ...fatima, phone: mobile } }],
  ['latin1-quoted-printable', { participant: { name: { full: 'Zoë Müller-Çelik' }, clientNumber: '2026-4712' } }],
  ['base64', { participant: { ...fatima, phone: mobile } }],
  ['alternatief-tekst-en-html', { participant: { ...fatima, phone: mobile, language: 'nl' } }],
  ['alternatief-lege-tekst', { participant: { ...fatima, phone: mobile, language: 'en' } }],
  ['met-bijlage', { participant: fatima }],
  ['tekst-zonder-nummer-html-met-nummer', { participant: { ...fatima, phone: mobile, language: 'en' } }],
  ['alleen-ondertekend', { participant: { ...fatima, phone: mobile } }],
  ['geciteerd', { participant: { ...fatima, phone: mobile }, remarks: 'Werkt graag in de ochtend.' }],
  ['vast-en-mobiel', { participant: { ...fatima, phone: mobile } }],
  [
    'andere-taal',
    { participant: { name: { full: 'Selam Tesfay' }, language: 'nl', interpreter: true }, otherLanguage: 'Tigrinya' },
  ],
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
  ['bsn-onzichtbaar-onderbroken', { participant: fatima }],
  ['bsn-in-html', { participant: fatima }],
  ['nul-bytes', { participant: fatima }],
  ['onbekende-tekenset', { participant: fatima }],
  ['afgebroken', { participant: fatima }],
  ['zachte-regels', { participant: fatima, remarks: 'Een lange opmerking die over twee regels loopt.' }],
  ['geen-telefoon', { participant: fatima }],
  ['telefoon-alleen-in-handtekening', { participant: fatima }],
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
  ['vrije-tekst', 'not_a_referral', 'geen regels met een naam'],
  ['formulier-in-bijlage', 'not_a_referral', 'bijlage'],
  ['doorgestuurd-als-bijlage', 'not_a_referral', 'bijlage'],
  ['formulier-onder-de-groet', 'not_a_referral', 'onder de groet'],
  ['kolommen-naast-elkaar', 'field_doubtful', 'tabel met kolommen'],
  ['twee-deelnemers', 'field_doubtful', 'meer dan één deelnemer'],
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
  ['twee-adressen-in-afzender', 'sender_not_verified', 'geen afzender die we kunnen lezen'],
  ['adres-alleen-in-naam', 'sender_not_verified', 'geen enkel contract'],
  ['afzender-in-codewoord', 'sender_not_verified', ''],
  ['twee-contracten-op-afzender', 'two_contracts', 'meer dan één contract'],
  ['twee-contracten-op-adres', 'two_contracts', 'meer dan één contract'],
  ['adres-en-afzender-spreken-elkaar-tegen', 'two_contracts', 'een ander contract'],
  ['geen-mail', 'unreadable', 'niet te lezen'],
  ['versleuteld', 'unreadable', 'versleuteld'],
  ['verkeerde-tekenset', 'field_doubtful', 'naam'],
]

describe('a referral is accepted', () => {
  it.each(referrals)('%s', async (name, form) => {
    expect(await formOf(name)).toMatchObject(form)
  })

  it.each(['geen-telefoon', 'telefoon-alleen-in-handtekening'])('without a phone number: %s', async (name) => {
    expect((await formOf(name)).participant).not.toHaveProperty('phone')
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

  it('with words that repeat nothing of what the mail says about the participant', async () => {
    for (const [name] of waiting) {
      const { outcome, sender } = await read(name)
      const words = `${outcome.kind === 'waits' ? outcome.words : ''} ${sender.words}`
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
