import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMail } from '#src/inbox/read-mail.ts'
import { arrived, facts } from '../mail-facts.ts'

const complete = readFileSync(new URL('../mails/compleet.eml', import.meta.url), 'utf8')
const [head = ''] = complete.split(/\n\n(.*)/s)
const withSubject = (subject: string): string => head.replace(/^Subject: .*$/m, `Subject: ${subject}`)
const read = (raw: string) => readMail(Buffer.from(raw), facts, arrived)
const note = (text: string) => read(`${withSubject('Bericht')}\n\nBeste,\n\n${text}\n\nGroet,\nPetra Jansen\n`)

describe('a mail that takes somebody back', () => {
  it.each([
    'Please cancel the referral of Ms Negen.',
    'Kindly withdraw the referral of Mr Said.',
    'We would like to withdraw the referral for Eva Tien.',
    'The referral of Dea Negen is cancelled.',
    'Please disregard the referral I sent yesterday.',
    'Please stop the programme for Dea Negen.',
    'Ms Negen has moved to another city.',
    'Mr Said has found a job.',
    'Bij nader inzien toch geen traject voor Dea Negen.',
    'Toch geen traject voor mevrouw Negen.',
    'Bij nader inzien willen we Dea Negen niet aanmelden.',
    'Toch geen aanmelding voor Dea Negen.',
    'Geen traject meer nodig voor Dea Negen.',
    'Dea Negen hoeft toch niet op intake te komen.',
    'Mevrouw Negen start toch niet.',
    'Jullie kunnen de aanmelding van Dea Negen verwijderen.',
    'Gelieve de aanmelding te negeren.',
    'Wil je de intake voor Dea cancelen?',
    'Het traject van mevrouw Negen kan stoppen.',
    'Stop het traject van Dea Negen.',
    'We stoppen met het traject van Dea Negen.',
    'Deze aanmelding had niet verstuurd mogen worden.',
    'Wij kiezen toch voor een andere aanbieder voor Dea Negen.',
  ])('is a correction: %s', async (text) => {
    expect(await note(text)).toMatchObject({ kind: 'correction', outcome: { why: 'perhaps_no_referral' } })
  })

  it.each(['Withdrawal of referral', 'Toch geen traject voor Dea Negen', 'Bij nader inzien toch geen traject'])(
    'is a correction by its subject alone: %s',
    async (subject) => {
      expect((await read(`${withSubject(subject)}\n\nZie onderwerp.\n`)).kind).toBe('correction')
    },
  )

  it('is a correction when nothing stands below the subject', async () => {
    expect((await read(`${withSubject('Intrekken: Aanmelding Eva Tien')}\n\n`)).kind).toBe('correction')
    expect((await read(`${withSubject('Aanmelding Eva Tien')}\n\n`)).kind).toBe('unreadable')
  })
})

describe('a complete referral is none', () => {
  it.each([
    'Zij stopte in 2019 met een eerder traject.',
    'Zij is in 2019 gestopt met haar opleiding.',
    'Hij heeft nog geen traject gehad.',
    'Er is geen begeleiding nodig bij het lezen.',
    'She has not found a job yet and moved to the Netherlands in 2019.',
    'He cancelled his subscription.',
    'Please plan the intake in the afternoon.',
    'Graag de intake voor 15 oktober plannen.',
  ])('for what it tells of somebody: %s', async (remark) => {
    const mail = await read(complete.replace(/^Opmerkingen: .*$/m, `Opmerkingen: ${remark}`))
    expect(mail.kind).toBe('referral')
  })

  it('for the number that was taken out of its subject', async () => {
    expect((await read(complete.replace(/^Subject: .*$/m, 'Subject: Aanmelding, BSN 123456782'))).kind).toBe('referral')
  })
})
