import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, type ConsoleClient } from './console-client.ts'
import { formOnPage } from './form-on-page.ts'
import { wordsOf } from './tags.ts'
import { arrive, formLines, pointerMail, writtenMail } from './waiting-mails.ts'

let universe: Universe
let client: ConsoleClient
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
})
afterAll(() => universe.close())

const referral = (name: string, number: string, mobile: string): string =>
  formLines({ 'Naam deelnemer': name, Klantnummer: number, Mobiel: mobile })

const upload = '/aanmeldingen/toevoegen'
const mailOn = (page: string): Id<'mail'> =>
  (/action="\/aanmeldingen\/([0-9a-f-]{36})\/aannemen"/.exec(page)?.[1] ?? '') as Id<'mail'> // as our own page has it

describe('a mail that a person puts in', () => {
  it('is read like any other, and waits for a person although it carries the word of our own server', async () => {
    const before = (await universe.journeys()).length
    const file = writtenMail({ text: referral('Bestand Lezer', 'K-501', '06 1234 5671') })
    const { text } = await client.upload(upload, { file })
    expect(wordsOf(text)).toContain('Een medewerker heeft deze mail toegevoegd.')
    expect(wordsOf(text)).toContain('Veiligheid afzender niet zeker')
    expect(formOnPage(text)['naam']).toBe('Bestand Lezer')
    expect((await universe.journeys()).length).toBe(before)
    const page = await client.submit(`/aanmeldingen/${mailOn(text)}/aannemen`, formOnPage(text))
    expect(wordsOf(page.text)).toContain('De aanmelding is aangenomen.')
  })

  it('may be a text, from whoever wrote it', async () => {
    const text = referral('Tekst Lezer', 'K-502', '06 1234 5672')
    const page = await client.upload(upload, { text, from: 'consulent@gemeente-voorbeeld.example' })
    const fields = formOnPage(page.text)
    expect(fields['naam']).toBe('Tekst Lezer')
    expect(fields['consulentmail']).toBe('consulent@gemeente-voorbeeld.example')
    expect(fields['contract']).not.toBe('')
  })

  it('may be a text of which nobody knows the sender', async () => {
    const page = await client.upload(upload, { text: referral('Zonder Afzender', 'K-503', '06 1234 5673') })
    expect(formOnPage(page.text)['naam']).toBe('Zonder Afzender')
    expect(wordsOf(page.text)).toContain('Het contract is nog niet bekend.')
  })

  it('keeps no BSN on any page', async () => {
    const page = await client.upload(upload, {
      text: `${referral('Met Nummer', 'K-504', '06 1234 5674')}\nBSN: 111222333`,
    })
    expect(page.text).not.toContain('111222333')
    expect(wordsOf(page.text)).toContain('[BSN verwijderd]')
  })

  it('twice the same leads to the first', async () => {
    const before = await universe.rows.mails.counts()
    const text = referral('Nog Eens', 'K-505', '06 1234 5675')
    await client.upload(upload, { text })
    const again = await client.upload(upload, { text })
    expect(wordsOf(again.text)).toContain('Deze mail hadden wij al.')
    expect((await universe.rows.mails.counts()).received).toBe(before.received + 1)
  })

  it.each([
    ['nothing', {}, 'Er staat niets in.'],
    ['a file and a text', { file: writtenMail({ text: 'x' }), text: 'y' }, 'Kies één van de twee'],
    ['a file that is no mail', { file: Buffer.from('%PDF-1.7\n\nniets') }, 'Dit bestand is geen mail.'],
    ["Outlook's own file", { file: Buffer.from('d0cf11e0a1b11ae1', 'hex') }, 'bestand van Outlook (.msg)'],
    ['too much', { file: Buffer.concat([writtenMail({ text: 'x' }), Buffer.alloc(200_001, 'x')]) }, 'te groot'],
    ['an address that is none', { text: 'Naam: A', from: 'geen adres' }, 'Dit is geen mailadres.'],
  ])('that is %s is refused with what to do, and nothing is stored', async (_, form, words) => {
    const before = await universe.rows.mails.counts()
    const page = await client.upload(upload, form)
    expect([413, 422]).toContain(page.status)
    expect(wordsOf(page.text)).toContain(words)
    expect(await universe.rows.mails.counts()).toEqual(before)
  })

  it('of more bytes than are taken is refused before it is read', async () => {
    const page = await client.upload(upload, { file: Buffer.alloc(400_000, 'x') })
    expect(page.status).toBe(413)
  })

  it('comes from our own form only', async () => {
    const answer = await client.post(upload, { tekst: 'Naam: A' }, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
  })

  it('with a code shows nothing of it', async () => {
    const page = await client.upload(upload, { text: 'Uw toegangscode is 482913' })
    expect(page.text).not.toContain('482913')
  })
})

describe('the content of a message that was announced', () => {
  it('counts from the arrival of the announcement, which is handled with it', async () => {
    const pointer = await arrive(universe, pointerMail('Beveiligd bericht van maandag'))
    universe.clock.moveTo(amsterdam('2026-11-04T10:00'))
    await universe.settle()
    const path = `/aanmeldingen/${pointer}/toevoegen`
    const form = await client.get(path)
    expect(wordsOf(form.text)).toContain('ontvangen ma 2 november, 09:15')
    expect(form.text).toContain('value="consulent@gemeente-voorbeeld.example"')
    const review = await client.upload(path, {
      text: referral('Op Tijd', 'K-601', '06 1234 5681'),
      from: 'consulent@gemeente-voorbeeld.example',
    })
    expect(wordsOf(review.text)).toContain('ontvangen ma 2 november, 09:15')
    expect(review.text).toContain(`href="/aanmeldingen/${pointer}"`)
    const handled = await client.get(`/aanmeldingen/${pointer}`)
    expect(wordsOf(handled.text)).toContain('de inhoud is toegevoegd als een andere mail')
    expect(handled.text).toContain(`href="/aanmeldingen/${mailOn(review.text)}"`)
    await client.submit(`/aanmeldingen/${mailOn(review.text)}/aannemen`, formOnPage(review.text))
    const [journey] = (await universe.journeys()).slice(-1)
    const stored = journey && (await universe.journey(journey))
    expect(stored?.journey.receivedAt.equals(amsterdam('2026-11-02T09:15'))).toBe(true)
  })

  it('belongs to the contract of the announcement, whoever wrote it', async () => {
    const pointer = await arrive(universe, pointerMail('Beveiligd bericht voor een contract'))
    const [before] = await universe.rows.mails.waiting(pointer)
    const page = await client.upload(`/aanmeldingen/${pointer}/toevoegen`, {
      text: referral('Zelfde Contract', 'K-602', '06 1234 5682'),
    })
    expect(before?.contractId).toBeDefined()
    expect(formOnPage(page.text)['contract']).toBe(before?.contractId)
  })

  it('is not said to come from the service that keeps it', async () => {
    const fromService = { ...pointerMail('Beveiligd bericht van de dienst'), from: 'noreply@zivver.com' }
    const pointer = await arrive(universe, { ...fromService, signed: false })
    const page = await client.get(`/aanmeldingen/${pointer}/toevoegen`)
    expect(wordsOf(page.text)).toContain('Dit hoort bij de aankondiging')
    expect(page.text).not.toContain('value="noreply@zivver.com"')
  })

  it('is put in once: a second press leads to what became of it', async () => {
    const pointer = await arrive(universe, pointerMail('Beveiligd bericht twee keer gedrukt'))
    const path = `/aanmeldingen/${pointer}/toevoegen`
    await client.upload(path, { text: referral('Een Keer', 'K-603', '06 1234 5683') })
    const before = await universe.rows.mails.counts()
    const again = await client.upload(path, { text: referral('Een Keer', 'K-603', '06 1234 5683') })
    expect(wordsOf(again.text)).toContain('Deze mail hadden wij al.')
    expect(formOnPage(again.text)['naam']).toBe('Een Keer')
    expect(await universe.rows.mails.counts()).toEqual(before)
  })

  it('may come in parts, or again when it was the wrong file: each counts from the announcement', async () => {
    const pointer = await arrive(universe, pointerMail('Beveiligd bericht in twee delen'))
    const [{ receivedAt } = { receivedAt: undefined }] = await universe.rows.mails.waiting(pointer)
    universe.clock.moveTo(universe.clock.now().add({ hours: 2 }))
    const path = `/aanmeldingen/${pointer}/toevoegen`
    await client.upload(path, { text: referral('Deel Een', 'K-604', '06 1234 5684') })
    const handled = await client.get(`/aanmeldingen/${pointer}`)
    expect(handled.text).toContain(`href="${path}"`)
    const second = await client.upload(path, { text: referral('Deel Twee', 'K-605', '06 1234 5685') })
    const [mail] = await universe.rows.mails.waiting(mailOn(second.text))
    expect(mail?.receivedAt.equals(receivedAt ?? '1970-01-01T00:00Z')).toBe(true)
  })

  it('cannot be laid with a mail that announces nothing', async () => {
    const other = await arrive(universe, { text: referral('Geen Pointer', 'K-606', '06 1234 5686'), signed: false })
    const before = await universe.rows.mails.counts()
    const page = await client.upload(`/aanmeldingen/${other}/toevoegen`, { text: 'Naam deelnemer: Wie Dan Ook' })
    expect(wordsOf(page.text)).toContain('of het is niet meer nodig')
    expect(await universe.rows.mails.counts()).toEqual(before)
  })

  it('is asked for from the announcement when somebody begins elsewhere', async () => {
    const pointer = await arrive(universe, pointerMail('Beveiligd bericht dat nog wacht'))
    const page = await client.get(upload)
    expect(wordsOf(page.text)).toContain('Hoort het bij een van deze aankondigingen?')
    expect(page.text).toContain(`href="/aanmeldingen/${pointer}/toevoegen"`)
  })
})

it('no page failed', () => {
  expect(client.errors).toEqual([])
})
