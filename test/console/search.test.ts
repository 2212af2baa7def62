import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, refer, type ConsoleClient } from './console-client.ts'
import { wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
let reference = ''
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
  await refer(universe, { 'Naam deelnemer': 'Zoë Çelik-van den Berg', Klantnummer: 'K-1', Mobiel: '06 1234 5601' })
  const [id] = await universe.journeys()
  reference = (id && (await universe.journey(id))?.reference) ?? ''
  for (let n = 2; n <= 30; n++)
    await refer(universe, {
      'Naam deelnemer': 'Pieter Jansen',
      Klantnummer: `P-${String(n)}`,
      Mobiel: `06 1234 56${String(n + 10)}`,
    })
}, 120_000)
afterAll(() => universe.close())

const found = async (zoek: string): Promise<string> => wordsOf((await client.post('/deelnemers', { zoek })).text)

describe('searching', () => {
  it.each([
    ['half a first name', 'zoe'],
    ['the start of a family name without its accent', 'celi'],
    ['a later part of the name', 'berg'],
    ['two parts in the wrong order', 'berg zoë'],
    ['a client number in small letters', 'k-1'],
    ['a phone number as people write it', '06-12345601'],
    ['a phone number with its country', '+31 6 12345601'],
  ])('finds somebody by %s', async (_, zoek) => {
    const words = await found(zoek)
    expect(words).toContain('1 gevonden.')
    expect(words).toContain('Zoë Çelik-van den Berg')
  })

  it('finds somebody by the reference, also in small letters without its dash', async () => {
    expect(await found(reference)).toContain('Zoë Çelik')
    expect(await found(reference.toLowerCase().replace('-', ''))).toContain('Zoë Çelik')
  })

  it('says how many there are, and how to see everybody when there is nobody', async () => {
    expect(await found('jansen')).toContain('29 gevonden.')
    expect(await found('onbekende')).toContain('0 gevonden.')
    expect(await found('onbekende')).toContain('Niemand gevonden.')
  })

  it('does not find somebody by the middle of a name, nor by markup', async () => {
    expect(await found('elik')).toContain('0 gevonden.')
    const { text } = await client.post('/deelnemers', { zoek: '"><script>alert(1)</script>' })
    expect(text).not.toContain('<script>alert')
  })

  it('leaves no trace of what was typed in an address', async () => {
    const answer = await client.post('/deelnemers', { zoek: 'zoe' })
    expect(answer.status).toBe(200)
    expect(answer.location).toBeNull()
    expect((await client.get('/deelnemers?zoek=zoe')).text).not.toContain('value="zoe"')
  })
})

describe('the list', () => {
  it('comes in pages, newest first', async () => {
    const first = wordsOf((await client.get('/deelnemers')).text)
    expect(first).toContain('Pagina 1 van 2')
    expect(first).not.toContain('Zoë Çelik')
    expect(wordsOf((await client.get('/deelnemers?pagina=2')).text)).toContain('Zoë Çelik')
  })

  it('shows its first page for a page that is none', async () => {
    for (const pagina of ['0', '-1', 'x', '1e9', '1.5'])
      expect(wordsOf((await client.get(`/deelnemers?pagina=${pagina}`)).text)).toContain('Pagina 1 van 2')
  })
})
