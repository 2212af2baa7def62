import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Temporal } from 'temporal-polyfill'
import type { Universe } from '#src/app/virtual/universe.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
const wound: Temporal.Instant[] = []
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-07T12:00') // a Saturday
  client = consoleOn(universe, {
    demo: {
      next: () => universe.rows.timers.next(universe.clock.now()),
      windTo: async (moment) => {
        wound.push(moment)
        await universe.advanceTo(moment)
      },
    },
  })
  await refer(universe)
})
afterAll(() => universe.close())

const form = async (path: string): Promise<Record<string, string>> => {
  const hidden = tagsOf((await client.get(path)).text, 'input').filter(
    ({ attributes }) => attributes['type'] === 'hidden',
  )
  return Object.fromEntries(hidden.map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']))
}

describe('the clock of the demo', () => {
  it('says what it shows, and when a message will come that does not come in a weekend', async () => {
    const [id] = await universe.journeys()
    const words = wordsOf((await client.get(`/telefoon/${id ?? ''}`)).text)
    expect(words).toContain('Het is hier zaterdag 7 november, 12:00.')
    expect(words).toContain('De uitnodiging komt ma 9 november, 08:00.')
  })

  it('is wound on to the next moment, and shows the page that it was wound on from', async () => {
    const { naar = '', terug = '' } = await form('/deelnemers')
    const answer = await client.post('/demo-klok', { naar, terug })
    expect(answer).toMatchObject({ status: 303, location: '/deelnemers' })
    expect(wound.map(String)).toEqual([naar])
    expect(universe.carrier.received).toHaveLength(1)
  })

  it('is not wound on by a second press of the same button', async () => {
    const [first] = wound
    await client.post('/demo-klok', { naar: first?.toString() ?? '', terug: '/' })
    expect(wound).toHaveLength(1)
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/?x=//evil.example', 'javascript:alert(1)'])(
    'never leads away: %s',
    async (terug) => {
      const { naar = '' } = await form('/')
      expect((await client.post('/demo-klok', { naar, terug })).location).toBe('/?melding=onvolledig-formulier')
    },
  )

  it('is there in the demo only', async () => {
    const real = consoleOn(universe)
    expect(wordsOf((await real.get('/')).text)).not.toContain('Spoel vooruit')
    expect((await real.post('/demo-klok', { naar: '2027-01-01T00:00:00Z', terug: '/' })).status).toBe(404)
  })
})
