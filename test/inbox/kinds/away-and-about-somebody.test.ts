import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readMail } from '#src/inbox/read-mail.ts'
import { facts } from '../mail-facts.ts'

const now = Temporal.Instant.from('2026-11-03T09:00:00Z')
const read = (subject: string, text: string, headers = '') =>
  readMail(
    Buffer.from(
      `From: P. Jansen <p.jansen@gemeente-voorbeeld.example>\r\nSubject: ${subject}\r\nMessage-ID: <1@x.example>\r\n${headers}\r\n${text}\r\n`,
    ),
    facts,
    now,
  )

const form = 'Naam: Jan de Vries\r\nKlantnummer: K-20411\r\nTelefoon: 06 12345678\r\n'

describe('a form under words of a mail that did not leave', () => {
  it.each([
    ['Bericht niet verzonden vorige week: alsnog aanmelding', form],
    ['Aanmelding', `${form}\r\n--\r\nVoltooi het verzenden van uw e-mail`],
  ])('is a referral: %s', async (subject, text) => {
    expect((await read(subject, text)).kind).toBe('referral')
  })
})

describe('a mail of somebody who is away, or that names a code, and tells of a participant', () => {
  it.each([
    ['a form above a signature', 'RE: Aanmelding', `${form}\r\nGroet, P. Jansen (op woensdag ben ik afwezig)`],
    [
      'a withdrawal',
      'RE: uw bericht',
      'Mevrouw heeft werk gevonden, de aanmelding kan vervallen. Ik ben tot 1 december met vakantie.',
    ],
    ['a form under a subject of absence', 'Afwezig bij intake: nieuwe aanmelding', form],
    [
      'a referral in sentences with a code of ours',
      'Aanmelding',
      'Graag meld ik meneer Jan de Vries aan (geboren 3 mei 1980), 06 12345678. De code is 500123, gebruik deze code op de factuur.',
    ],
    [
      'a note with a project code',
      'Jan de Vries',
      'Meneer Jan de Vries wil starten, klantnummer K-20411. Gebruik projectcode 440012 op de factuur.',
    ],
    [
      'a question to us',
      'RE: Ontvangen: V4C-TRYDR',
      'Beste, kunnen jullie mij bellen over deze klant? Ik ben tot 3 december afwezig.',
    ],
    [
      'a note on the participant',
      'RE: vraag',
      'Het juiste nummer van de klant is 06-12345678. Ik ben vanaf morgen met vakantie.',
    ],
    ['a scan with it', 'RE: plek vrij?', 'Fijn! Zie bijlage voor de aanmelding. Ik ben vanaf morgen met vakantie.'],
    ['a wish to be called', 'RE: uw bericht', 'Bel mij voor vrijdag, want ik ben vanaf maandag met vakantie.'],
    [
      'an announcement that explains its code',
      'Aanmelding',
      'Er staat via ZIVVER een bericht klaar: https://app.zivver.com/x U hebt een toegangscode nodig. Bel 0135420001 voor deze code. De code is 30 minuten geldig.',
    ],
  ])('is never put aside: %s', async (_, subject, text) => {
    const { outcome } = await read(subject, text)
    expect(outcome.kind).not.toBe('aside')
  })

  it.each([
    ['a machine says so', 'RE: Aanmelding', form, 'Auto-Submitted: auto-replied\r\n'],
    ['a mail program says so', 'Automatisch antwoord: Aanmelding', form, ''],
    ['it says no more than that', 'RE: uw bericht', 'Ik ben tot 1 december met vakantie.', ''],
    [
      'it says whom to call',
      'RE: uw bericht',
      'Ik ben tot 1 december met vakantie. Heeft u haast? Bel mijn collega.',
      '',
    ],
    ['it is a code alone', 'Uw toegangscode', 'Uw toegangscode is 482913. De code is 10 minuten geldig.', ''],
  ])('is put aside when %s', async (_, subject, text, headers) => {
    const { outcome } = await read(subject, text, headers)
    expect(outcome.kind).toBe('aside')
  })
})
