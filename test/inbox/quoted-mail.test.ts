import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MailReading } from '#src/inbox/mail-reading.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts } from './mail-facts.ts'

const complete = readFileSync(new URL('./mails/compleet.eml', import.meta.url), 'utf8')
const head = complete.slice(0, complete.indexOf('\n\n') + 2)

const readWhole = (body: string): Promise<MailReading> =>
  readMail(Buffer.from(head.replace(/^Subject: .*$/m, 'Subject: Fw: aanmelding') + body), facts, arrived)
const read = async (body: string): Promise<MailReading['outcome']> => (await readWhole(body)).outcome

const form = 'Naam: Fatima el Amrani\nKlantnummer: 2026-4711\n'
const phone = 'Telefoon: 06-12345678\n'
const blocks: [string, string][] = [
  [
    'of Outlook',
    'Van: K. Bakker <k.bakker@gemeente-voorbeeld.example>\nVerzonden: maandag 14 september 2026 09:12\nAan: P. Jansen\nOnderwerp: Kandidaat\n\n',
  ],
  ['of Outlook in English', 'From: K. Bakker\nSent: Monday\nTo: P. Jansen\nSubject: Candidate\n\n'],
  ['in bold', '*Van:* K. Bakker\n*Verzonden:* maandag\n*Aan:* P. Jansen\n\n'],
  ['of a phone', 'Op 14 sep. 2026 om 09:12 schreef K. Bakker <k.bakker@gemeente-voorbeeld.example>:\n\n'],
  ['with a line above it', '-----Oorspronkelijk bericht-----\n'],
  ['of a mail that is passed on', 'Begin doorgestuurd bericht:\n\n'],
]

describe('a phone number in a quoted mail is not the participant’s', () => {
  it.each(blocks)('below a head %s', async (_, block) => {
    const below = `\n${block}Zie boven.\nTelefoon: 06-87654321\nE-mail: k@elders.example\n`
    const { outcome, proposals } = await readWhole(`${form}${below}`)
    expect(outcome).toMatchObject({
      kind: 'waits',
      why: 'field_missing',
      words: expect.stringContaining('telefoonnummer'),
    })
    expect(proposals).toMatchObject([{ name: { full: 'Fatima el Amrani' } }])
    expect(proposals[0]).not.toHaveProperty('phone')
    expect(proposals[0]).not.toHaveProperty('email')
    const complete = await read(`${form}${phone}${below}`)
    expect(complete).toMatchObject({ kind: 'referral', form: { participant: { phone: '+31612345678' } } })
  })

  it('nor does another form there count beside the one that was typed', async () => {
    const outcome = await read(`${form}${phone}\n${blocks[0]?.[1]}Naam: Piet Smit\nKlantnummer: 2026-1\n`)
    expect(outcome).toMatchObject({ form: { participant: { clientNumber: '2026-4711', phone: '+31612345678' } } })
  })
})

describe('a form that was passed on', () => {
  it.each(blocks)('is read below a head %s', async (_, block) => {
    const outcome = await read(`Beste collega,\n\nHierbij een aanmelding.\n\n${block}${form}${phone}`)
    expect(outcome).toMatchObject({ form: { participant: { clientNumber: '2026-4711', phone: '+31612345678' } } })
  })

  it.each([
    ['another number', 'Telefoon: 06-87654321'],
    ['a number in words', 'Het nummer is nu 06-87654321'],
    ['a question', 'Is deze aanmelding aangekomen?'],
    ['something else', 'Mevrouw woont tegenwoordig bij haar zus.'],
  ])('waits when above it stands %s', async (_, line) => {
    expect(await read(`${line}\n\n${blocks[0]?.[1]}${form}${phone}`)).toMatchObject({
      kind: 'waits',
      why: 'field_doubtful',
      words: expect.stringContaining('eerdere of doorgestuurde mail'),
    })
  })

  const signature = 'Met vriendelijke groet,\n\nP. Jansen\nGemeente Voorbeeld\n0318-123456\nAanwezig op maandag.\n\n'

  it.each(blocks)('is read below a greeting and a signature above a head %s', async (_, block) => {
    for (const typed of ['', 'Zie hieronder.\n\n', 'Zie hieronder, groet Piet\n\nconsulent\nT 0318-123456\n\n']) {
      const sent = `${typed}${typed.includes('groet') ? '' : signature}${block}${form}${phone}\nGroet,\nK. Bakker\n06-87654321\n`
      expect(await read(sent)).toMatchObject({
        form: { participant: { clientNumber: '2026-4711', phone: '+31612345678' } },
      })
    }
  })

  it.each(['PS: het nummer is nu 06-87654321', 'Telefoon van mevrouw klopt niet', 'Mevrouw woont nu bij haar zus.'])(
    'waits when the signature says more: %s',
    async (line) => {
      expect(await read(`${signature}${line}\n\n${blocks[0]?.[1]}${form}${phone}`)).toMatchObject({ kind: 'waits' })
    },
  )

  it('waits when there are two', async () => {
    const two = `${blocks[0]?.[1]}${form}\n${blocks[0]?.[1]}Naam: Piet Smit\nKlantnummer: 2026-1\n`
    expect(await read(two)).toMatchObject({ kind: 'waits', why: 'field_doubtful' })
  })
})

it('a line "Van" in a form is no head of a mail', async () => {
  const outcome = await read(`Van: Gemeente Voorbeeld\n${form}Datum: 14-09-2026\n${phone}`)
  expect(outcome).toMatchObject({ form: { participant: { phone: '+31612345678' } } })
})

it('a phone number in a hidden part of the HTML is not the participant’s', async () => {
  const html = `<p>Naam: Fatima el Amrani</p><p>Klantnummer: 2026-4711</p><p style="display:none">Telefoon: 06-12345678</p>`
  const raw = head.replace('text/plain', 'text/html') + html
  const { outcome, proposals } = await readMail(Buffer.from(raw), facts, arrived)
  expect(outcome).toMatchObject({ kind: 'waits', why: 'field_missing' })
  expect(proposals).toMatchObject([{ name: { full: 'Fatima el Amrani' } }])
  expect(proposals[0]).not.toHaveProperty('phone')
})

it.each([
  ['a participant per column', 'Naam\tJan de Vries\tPiet Smit\nKlantnummer\t2026-1\t2026-2\n'],
  ['a name in parts', 'Naam\tJan\tde Vries\nKlantnummer\t2026-1\n'],
])('a table with %s waits for a person', async (_, table) => {
  expect(await read(table)).toMatchObject({ kind: 'waits', why: 'several_participants' })
})

it('a table with two pairs in a row is read', async () => {
  expect(await read(`Naam\tJan de Vries\tKlantnummer\t2026-1\n${phone}`)).toMatchObject({
    form: { participant: { clientNumber: '2026-1' } },
  })
})
