import { describe, expect, it } from 'vitest'
import { isAutoReply } from '#src/inbox/kinds/auto-reply.ts'
import { mailOf } from './plain-mail.ts'

describe('a machine answered for somebody', () => {
  it.each([
    'Auto-Submitted: auto-replied (vacation)',
    'Auto-Submitted: auto-replied',
    'X-Autoreply: yes',
    'X-Autorespond: vacation',
    'Precedence: auto_reply',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
  ])('by a header: %s', async (line) => {
    expect(isAutoReply(await mailOf('Tekst', { headers: [line] }))).toBe(true)
  })

  it.each([
    'Auto-Submitted: auto-generated',
    'Auto-Submitted: no',
    'Precedence: bulk',
    'X-Auto-Response-Suppress: All',
    'X-Autoreply: ',
  ])('not by: %s', async (line) => {
    expect(isAutoReply(await mailOf('Tekst', { headers: [line] }))).toBe(false)
  })

  it.each([
    'Automatisch antwoord: Aanmelding',
    'Automatic reply: Referral',
    'Out of office',
    'Afwezig: vakantie',
    'Afwezigheidsbericht',
    'Gelezen: Bericht over een deelnemer',
    'Niet gelezen: Bericht',
    'Ontvangstbevestiging',
  ])('by its subject: %s', async (subject) => {
    expect(isAutoReply(await mailOf('Tekst', { subject }))).toBe(true)
  })

  it.each<[string, string]>([
    ['Re: Bericht', 'Van 1 tot en met 12 oktober ben ik afwezig.'],
    ['RE: Bericht', 'Ik ben tot maandag niet op kantoor.'],
    ['Antw: Bericht', 'Vandaag ben ik met verlof.'],
    ['Re: Bericht', 'Uw e-mail wordt niet gelezen.'],
    ['Re: Message', 'I am currently out of the office.'],
  ])('by an answer that says so: %s, %s', async (subject, text) => {
    expect(isAutoReply(await mailOf(text, { subject }))).toBe(true)
  })

  it.each<[string, string, string]>([
    ['Bedankt voor uw bericht', 'Dit is een automatisch bericht. Wij hebben uw bericht ontvangen.', 'X-Mailer: x'],
    ['Ontvangen', 'Uw e-mail is goed ontvangen. Op dit bericht kunt u niet reageren.', 'X-Mailer: x'],
    ['Uw bericht', 'Uw bericht is ontvangen.', 'Auto-Submitted: auto-generated'],
    ['Zwangerschapsverlof', 'Ik ben tot april met zwangerschapsverlof.', 'X-Mailer: x'],
    ['Tot later', 'Uw mail wordt niet gelezen.', 'Precedence: bulk'],
  ])('by its words and what else shows that nobody wrote it: %s, %s', async (subject, text, header) => {
    expect(isAutoReply(await mailOf(text, { subject, headers: [header] }))).toBe(true)
  })

  it.each<[string, string]>([
    ['Aanmelding', 'Naam: Kim Bos\nKlantnummer: 12\nOpmerkingen: ik ben op woensdag afwezig.'],
    ['Nieuwe aanmelding', 'Dit is een automatisch bericht. Uw bericht is ontvangen.\nKlant: Kim Bos'],
  ])('and not a form that a program of theirs sent: %s', async (subject, text) => {
    expect(isAutoReply(await mailOf(text, { subject, headers: ['Auto-Submitted: auto-generated'] }))).toBe(false)
  })

  it.each<[string, string]>([
    ['Ontvangen', 'Ik heb uw bericht ontvangen en kijk er morgen naar.'],
    ['Vakantie Kim', 'Ik ben volgende week met vakantie.'],
    ['Re: Bericht', 'Mevrouw was vandaag afwezig bij de intake.'],
    ['Re: Bericht', `Ik ben morgen niet op kantoor.${' Wel over de deelnemer.'.repeat(100)}`],
    ['Aanmelding', 'Ik ben morgen afwezig, bel gerust mijn collega.'],
    ['Afwezigen van de groep', 'Wie was er niet?'],
    ['Leesbaarheid', 'Tekst'],
  ])('and not a person: %s, %s', async (subject, text) => {
    expect(isAutoReply(await mailOf(text, { subject }))).toBe(false)
  })
})
