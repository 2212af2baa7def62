import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, refer, type ConsoleClient } from './console-client.ts'
import { wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
  await refer(universe)
  await refer(universe, { 'Naam deelnemer': 'Omar Yilmaz', Klantnummer: 'K-2' })
})
afterAll(() => universe.close())

const today = async (): Promise<string> => (await client.get('/')).text

async function referenceOf(text: string): Promise<{ id: string; reference: string }> {
  const rows = await universe.database.selectFrom('inbound').select(['id', 'reference']).orderBy('sequence').execute()
  const row = rows.at(-1)
  if (!row?.reference) throw new Error(`no message stands there: ${text}`)
  return { id: row.id, reference: row.reference }
}

async function write(from: string, text: string) {
  await universe.write(from, text)
  await universe.settle()
  return referenceOf(text)
}

describe('a message of a number that several people have', () => {
  it('has its reference, links to whose it may be, and a button with which it goes', async () => {
    const { id, reference } = await write('+31612345671', 'wij komen')
    const page = await today()
    for (const words of ['wij komen', reference, 'Fatima Yilmaz', 'Omar Yilmaz', 'Bel +31612345671'])
      expect(wordsOf(page)).toContain(words)
    for (const journey of await universe.journeys()) expect(page).toContain(`/trajecten/${journey}`)
    const done = await client.submit(`/onbekend/${id}`, {})
    expect(wordsOf(done.text)).toContain('Het bericht is afgevinkt.')
    expect(wordsOf(await today())).not.toContain('wij komen')
    expect(wordsOf((await client.submit(`/onbekend/${id}`, {})).text)).toContain('al door iemand anders afgehandeld')
  })
})

describe('a message of a number that nobody has', () => {
  it('is found by the reference that the mail about it names, before and after it was marked handled', async () => {
    const { id, reference } = await write('+31687654321', 'wie is dit?')
    const mail = universe.post.sent.at(-1)
    expect(mail?.text).toContain(`zoek op kenmerk ${reference}`)
    const find = async () => wordsOf((await client.post('/deelnemers', { zoek: reference })).text)
    expect(await find()).toContain('wie is dit?')
    expect(await find()).toContain('1 gevonden.')
    expect(await find()).toContain('Niemand bij ons heeft dit nummer.')
    await client.submit(`/onbekend/${id}`, {})
    expect(await find()).toContain('afgevinkt')
  })

  it('stands above everything else when it points at danger', async () => {
    await write('+31687654321', 'ik wil niet meer leven')
    const words = wordsOf(await today())
    expect(words).toContain('Nu meteen')
    expect(words.indexOf('ik wil niet meer leven')).toBeLessThan(words.indexOf('Taken'))
    expect(words).toContain('Er is contact: afvinken')
  })
})

describe('a mail that waits', () => {
  it('is found by its reference', async () => {
    const id = await refer(universe, { Klantnummer: 'K-3' }, { signed: false })
    const { reference } = (await universe.rows.mails.waiting(id))[0] ?? { reference: '' }
    expect((await client.post('/deelnemers', { zoek: reference })).text).toContain(`/aanmeldingen/${id}`)
  })

  it('warns who accepts it that others have the number', async () => {
    const id = await refer(universe, { Klantnummer: 'K-4' }, { signed: false })
    const page = wordsOf((await client.get(`/aanmeldingen/${id}`)).text)
    expect(page).toContain('Dit telefoonnummer is al in gebruik')
    const own = await refer(universe, { Klantnummer: 'K-5', Mobiel: '06 1234 5699' }, { signed: false })
    expect(wordsOf((await client.get(`/aanmeldingen/${own}`)).text)).not.toContain('al in gebruik')
  })
})
