import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { consulentMail } from '#src/app/virtual/later-mails.ts'
import { virtualAuthserv } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { destroyOldRaw } from '#src/store/mail-retention.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'
import { arrive } from './waiting-mails.ts'

let universe: Universe
let client: ConsoleClient
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
})
afterAll(() => universe.close())

const valueOf = (page: string, field: string): string | undefined =>
  tagsOf(page, 'input').find(({ attributes }) => attributes['name'] === field)?.attributes['value']

/** The fields of a form as a browser would post them back. */
function filled(page: string): Record<string, string> {
  const inputs = tagsOf(page, 'input').map(
    ({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''] as const,
  )
  const contract = /<option value="([a-z]+)" selected/.exec(page)?.[1] ?? ''
  return {
    ...Object.fromEntries(inputs.filter(([name]) => name !== 'tolk' && name !== 'nogeen')),
    contract,
    taal: 'nl',
    risico: '',
    opmerkingen: '',
  }
}

const waitingMail = (form: Record<string, string>): Promise<Id<'mail'>> => refer(universe, form, { signed: false })

describe('a mail that waits', () => {
  it('is shown with the reason, its text and a form that is filled with what stands in it', async () => {
    const id = await waitingMail({
      'Naam deelnemer': 'Nadia Bakker',
      Klantnummer: 'K-100',
      Opmerkingen: 'bsn 111222333',
    })
    const { text } = await client.get(`/aanmeldingen/${id}`)
    expect(wordsOf(text)).toContain('Waarom wacht deze mail? De handtekening')
    expect(wordsOf(text)).toContain('Klantnummer: K-100')
    expect(valueOf(text, 'naam')).toBe('Nadia Bakker')
    expect(text).not.toContain('111222333')
  })

  it('becomes a journey when a person accepts it', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Omar Said', Klantnummer: 'K-101', Mobiel: '06 1234 5601' })
    const { text } = await client.get(`/aanmeldingen/${id}`)
    const page = await client.submit(`/aanmeldingen/${id}/aannemen`, filled(text))
    expect(wordsOf(page.text)).toContain('De aanmelding is aangenomen.')
    expect(wordsOf(page.text)).toContain('Omar Said')
    expect(universe.carrier.received.map(({ to }) => to)).toContain('+31612345601')
  })

  it('goes back with a sentence per field that is not good, and with what was typed', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Ilse Maas', Klantnummer: 'K-102' })
    const fields = {
      ...filled((await client.get(`/aanmeldingen/${id}`)).text),
      telefoon: '12345',
      naam: 'Ilse "M" Maas',
    }
    const answer = await client.post(`/aanmeldingen/${id}/aannemen`, fields)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Dit nummer bestaat niet.')
    expect(valueOf(answer.text, 'telefoon')).toBe('12345')
    expect(valueOf(answer.text, 'naam')).toBe('Ilse "M" Maas')
    const field = tagsOf(answer.text, 'input').find(({ attributes }) => attributes['name'] === 'telefoon')
    expect(field?.attributes).toMatchObject({
      'aria-invalid': 'true',
      'aria-describedby': expect.stringContaining('telefoon-fout'),
    })
    expect((await universe.rows.mails.waiting(id)).length).toBe(1)
  })

  it('that is not good begins with all that is wrong, each with the way to its field', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Fout Voor', Klantnummer: 'K-116' })
    const fields = {
      ...filled((await client.get(`/aanmeldingen/${id}`)).text),
      naam: 'x'.repeat(500),
      geboortedatum: '31-12-1850',
    }
    const { text } = await client.post(`/aanmeldingen/${id}/aannemen`, fields)
    expect(text).toMatch(/<title>Fout: Mail [^<]* - Opkomst<\/title>/)
    const summary = tagsOf(text, 'div').find(({ attributes }) => attributes['role'] === 'alert')
    expect(summary?.attributes).toMatchObject({ tabindex: '-1', 'aria-labelledby': 'fouten' })
    expect(Object.keys(summary?.attributes ?? {})).toContain('autofocus')
    expect(text.indexOf('id="fouten"')).toBeLessThan(text.indexOf('<form method="post" action="/aanmeldingen'))
    const ids = tagsOf(text).map(({ attributes }) => attributes['id'])
    const links = tagsOf(text, 'a').flatMap(
      ({ attributes }) => /^#(?!inhoud|zin-)(.*)/.exec(attributes['href'] ?? '')?.[1] ?? [],
    )
    expect(links).toEqual(['naam', 'geboortedatum'])
    expect(links.every((link) => ids.includes(link))).toBe(true)
    expect(wordsOf(text)).toContain('Naam: Dit is te lang: hooguit 100 tekens.')
    expect(wordsOf(text)).toContain('Fout: Dit is te lang: hooguit 100 tekens.')
    expect(valueOf(text, 'naam')).toBe('x'.repeat(500))
    const born = tagsOf(text, 'input').find(({ attributes }) => attributes['name'] === 'geboortedatum')
    expect(born?.attributes).toMatchObject({
      value: '31-12-1850',
      type: 'text',
      'aria-describedby': 'geboortedatum-fout',
    })
  })

  it('is accepted once: the second time somebody hears that it does not wait any more', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Twee Keer', Klantnummer: 'K-103' })
    const fields = filled((await client.get(`/aanmeldingen/${id}`)).text)
    await client.submit(`/aanmeldingen/${id}/aannemen`, fields)
    const again = await client.submit(`/aanmeldingen/${id}/aannemen`, fields)
    expect(wordsOf(again.text)).toContain('Dit is al door iemand anders afgehandeld')
  })

  it('of somebody with an open journey leads to that journey, and changes nothing', async () => {
    await refer(universe, { 'Naam deelnemer': 'Al Bekend', Klantnummer: 'K-104' })
    const id = await waitingMail({ 'Naam deelnemer': 'Al Bekend', Klantnummer: 'K-104', Product: 'Jobcoach' })
    const before = (await universe.journeys()).length
    const page = await client.submit(
      `/aanmeldingen/${id}/aannemen`,
      filled((await client.get(`/aanmeldingen/${id}`)).text),
    )
    expect(wordsOf(page.text)).toContain('heeft onder dit contract al een lopend traject')
    expect((await universe.journeys()).length).toBe(before)
  })

  it('is sent away with a reason from a list, and stays in the count', async () => {
    const id = await waitingMail({ Klantnummer: 'K-105' })
    const before = await universe.rows.mails.counts()
    const page = await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'dubbel' })
    expect(wordsOf(page.text)).toContain('De mail is afgehandeld zonder traject.')
    const after = await universe.rows.mails.counts()
    expect(after).toEqual({ ...before, handled: before.handled + 1, waiting: before.waiting - 1 })
  })

  it('that was sent away shows why, by whom and when, and what it said', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Weg Gestuurd', Klantnummer: 'K-110' })
    await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'geen-aanmelding' })
    expect((await client.get('/aanmeldingen')).text).toContain(`/aanmeldingen/${id}`)
    const { status, text } = await client.get(`/aanmeldingen/${id}`)
    expect(status).toBe(200)
    const words = wordsOf(text)
    expect(words).toContain('afgehandeld zonder traject')
    expect(words).toContain('vandaag 09:15, medewerker Afgehandeld zonder traject. Reden: Dit is geen aanmelding.')
    expect(words).toContain('Waarom hij op een mens wachtte: De handtekening')
    expect(words).toContain('Naam deelnemer: Weg Gestuurd')
  })

  it('that was sent away and kept long enough says that it was destroyed, and is taken up again with what was read', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Lang Geleden', Klantnummer: 'K-115', Mobiel: '06 1234 5615' })
    await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'geen-aanmelding' })
    const now = universe.clock.now()
    await destroyOldRaw(universe.database, { now, handledBefore: now.add({ seconds: 1 }) })
    const words = wordsOf((await client.get(`/aanmeldingen/${id}`)).text)
    expect(words).toContain('De mail zelf is vernietigd (vandaag 09:15): hij was lang genoeg bewaard.')
    expect(words).not.toContain('Naam deelnemer: Lang Geleden')
    const review = await client.submit(`/aanmeldingen/${id}/terughalen`, {})
    expect(valueOf(review.text, 'naam')).toBe('Lang Geleden')
  })

  it('that was sent away by mistake is taken up again, and accepted after all', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Toch Wel', Klantnummer: 'K-111', Mobiel: '06 1234 5611' })
    const before = await universe.rows.mails.counts()
    await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'niet-voor-ons' })
    const review = await client.submit(`/aanmeldingen/${id}/terughalen`, {})
    expect(wordsOf(review.text)).toContain('De mail wacht op u.')
    expect(wordsOf(review.text)).toContain('Waarom wacht deze mail? De handtekening')
    expect(wordsOf(review.text)).toContain('Reden: Dit is niet voor ons bestemd.')
    expect(valueOf(review.text, 'naam')).toBe('Toch Wel')
    expect(await universe.rows.mails.counts()).toEqual(before)
    const page = await client.submit(`/aanmeldingen/${id}/aannemen`, filled(review.text))
    expect(wordsOf(page.text)).toContain('De aanmelding is aangenomen.')
    expect(universe.carrier.received.map(({ to }) => to)).toContain('+31612345611')
    const steps = wordsOf((await client.get(`/aanmeldingen/${id}`)).text)
    const order = ['Afgehandeld zonder traject.', 'Teruggehaald', 'Aangenomen'].map((word) => steps.indexOf(word))
    expect(order.every((at) => at > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('is taken up again once, and only when it was sent away', async () => {
    const id = await waitingMail({ Klantnummer: 'K-112' })
    await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'dubbel' })
    await client.submit(`/aanmeldingen/${id}/terughalen`, {})
    const again = await client.submit(`/aanmeldingen/${id}/terughalen`, {})
    expect(wordsOf(again.text)).toContain('Dat stond al zo.')
    expect(wordsOf(again.text).split('Teruggehaald:')).toHaveLength(2)
    const journey = await refer(universe, { 'Naam deelnemer': 'Loopt Al', Klantnummer: 'K-113' })
    await client.submit(`/aanmeldingen/${journey}/terughalen`, {})
    expect(await universe.rows.mails.waiting(journey)).toEqual([])
  })

  it('stands in the list with its first term, and a correction without one', async () => {
    const cardOf = async (id: Id<'mail'>) =>
      wordsOf(
        (await client.get('/aanmeldingen')).text.split('<li class="card task">').find((one) => one.includes(id)) ?? '',
      )
    const referral = await waitingMail({ 'Naam deelnemer': 'Ter Mijn', Klantnummer: 'K-116' })
    const correction = await arrive(universe, { subject: 'Intrekken: Aanmelding', text: 'Het traject vervalt helaas.' })
    expect(await cardOf(referral)).toContain(': uiterlijk ')
    const card = await cardOf(correction)
    expect(card).toContain('wijziging of intrekking')
    expect(card).not.toContain('uiterlijk')
  })

  it('that a colleague handled meanwhile tells who did what and when, and changes nothing', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Twee Collegas', Klantnummer: 'K-114' })
    const fields = filled((await client.get(`/aanmeldingen/${id}`)).text)
    await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'dubbel' })
    const late = await client.post(`/aanmeldingen/${id}/aannemen`, fields)
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('Dit is al door iemand anders afgehandeld.')
    expect(wordsOf(late.text)).toContain('vandaag 09:15, medewerker Afgehandeld zonder traject.')
    const taken = await waitingMail({ 'Naam deelnemer': 'Al Genomen', Klantnummer: 'K-115' })
    await client.submit(`/aanmeldingen/${taken}/aannemen`, filled((await client.get(`/aanmeldingen/${taken}`)).text))
    const refused = await client.post(`/aanmeldingen/${taken}/afwijzen`, { reden: 'dubbel' })
    expect(refused.status).toBe(409)
    expect(refused.text).toMatch(/href="\/trajecten\/[0-9a-f-]+">Naar het traject/)
  })

  it('that does not exist is a page that does not exist', async () => {
    for (const id of ['abc', '01a19b53-73a0-7902-a7eb-c90d8191cf84']) {
      const { status, text } = await client.get(`/aanmeldingen/${id}`)
      expect(status).toBe(404)
      expect(text).toContain('Deze pagina bestaat niet')
    }
  })

  it('takes no reason in free text, because it is kept in the open', async () => {
    const id = await waitingMail({ Klantnummer: 'K-106' })
    const page = await client.submit(`/aanmeldingen/${id}/afwijzen`, { reden: 'Fatima belde zelf al' })
    expect(wordsOf(page.text)).toContain('Het formulier was niet compleet.')
    expect((await universe.rows.mails.waiting(id)).length).toBe(1)
  })

  it('that cannot be read is shown all the same', async () => {
    const id = await universe.arrive(Buffer.from([0xff, 0xfe, 0, 1, 2]))
    await universe.settle()
    const deaf = consoleOn(universe, { readMail: () => Promise.reject(new Error('geen mail')) })
    const { status, text } = await deaf.get(`/aanmeldingen/${id}`)
    expect(status).toBe(200)
    expect(wordsOf(text)).toContain('Deze mail is hier niet te lezen.')
  })
})

describe('the ledger', () => {
  it('adds up on the page', async () => {
    const { received, handled, waiting } = await universe.rows.mails.counts()
    const words = wordsOf((await client.get('/aanmeldingen')).text)
    expect(words).toContain(
      `ontvangen ${String(received)} = behandeld ${String(handled)} + wacht op een mens ${String(waiting)}`,
    )
  })

  it('that does not add up says so', async () => {
    const overview = await import('#src/store/overview.ts')
    const real = overview.createOverview(universe.database, universe.keyring)
    const wrong = consoleOn(universe, {
      overview: { ...real, ledger: () => Promise.resolve({ received: 3, handled: 1, waiting: 1, unread: 0 }) },
    })
    expect(wordsOf((await wrong.get('/aanmeldingen')).text)).toContain('De telling klopt niet.')
  })
})

describe('a mail about a journey that runs', () => {
  const letter = (messageId: string, subject: string, text: string, answers: string) =>
    universe.arrive(
      consulentMail(
        {
          from: 'consulent@gemeente-voorbeeld.example',
          to: 'rip@werkwijzer.example',
          subject,
          text,
          messageId,
          answers,
          signed: true,
        },
        virtualAuthserv,
      ),
    )

  it('is a task whose card leads to the mail, and the mail to the journey', async () => {
    await refer(universe, { 'Naam deelnemer': 'Per Mail', Klantnummer: 'K-301' })
    const journeyId = (await universe.journeys()).at(-1) ?? ''
    const id = await letter(
      'brief-1@x.example',
      'RE: bericht',
      'Ik bel haar zelf even.',
      `${journeyId}@werkwijzer.example`,
    )
    await universe.settle()
    const today = await client.get('/')
    expect(wordsOf(today.text)).toContain('De consulent schreef terug: lees de mail')
    expect(tagsOf(today.text, 'a').map(({ attributes }) => attributes['href'])).toContain(`/aanmeldingen/${id}`)
    const page = await client.get(`/aanmeldingen/${id}`)
    expect(wordsOf(page.text)).toContain('hoort bij een traject')
    expect(wordsOf(page.text)).toContain('Ik bel haar zelf even.')
    expect(tagsOf(page.text, 'a').map(({ attributes }) => attributes['href'])).toContain(`/trajecten/${journeyId}`)
  })

  it('that calls back one that waits is shown with it, and stops who had not seen it', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Toch Niet', Klantnummer: 'K-302', Mobiel: '06 1234 5602' })
    const before = filled((await client.get(`/aanmeldingen/${id}`)).text)
    const stem = await universe.database.selectFrom('mails').select('id').where('id', '=', id).executeTakeFirstOrThrow()
    await letter('brief-2@x.example', 'RE: Aanmelding', 'Ik trek deze aanmelding in.', `${stem.id}@werkwijzer.example`)
    await universe.settle()
    const stopped = await client.submit(`/aanmeldingen/${id}/aannemen`, before)
    expect(wordsOf(stopped.text)).toContain('Niet aangenomen: er kwam een mail die deze aanmelding lijkt in te trekken')
    expect(wordsOf(stopped.text)).toContain('Waarom wacht deze mail? Let op: de gemeente stuurde hierna een mail')
    const page = await client.submit(`/aanmeldingen/${id}/aannemen`, filled(stopped.text))
    expect(wordsOf(page.text)).toContain('De aanmelding is aangenomen.')
  })
})
