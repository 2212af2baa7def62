import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

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
    ...Object.fromEntries(inputs.filter(([name]) => name !== 'tolk')),
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

  it('is accepted once: the second time somebody hears that it does not wait any more', async () => {
    const id = await waitingMail({ 'Naam deelnemer': 'Twee Keer', Klantnummer: 'K-103' })
    const fields = filled((await client.get(`/aanmeldingen/${id}`)).text)
    await client.submit(`/aanmeldingen/${id}/aannemen`, fields)
    const again = await client.submit(`/aanmeldingen/${id}/aannemen`, fields)
    expect(wordsOf(again.text)).toContain('Dit is al door iemand anders afgehandeld')
  })

  it('of somebody with an open journey leads to that journey, and changes nothing', async () => {
    await refer(universe, { 'Naam deelnemer': 'Al Bekend', Klantnummer: 'K-104' })
    const id = await waitingMail({ 'Naam deelnemer': 'Al Bekend', Klantnummer: 'K-104' })
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
