import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createUniverse, type Universe } from '#src/app/virtual/universe.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { amsterdam, projectFiles } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

let database: TestDatabase
let universe: Universe
let client: ConsoleClient
beforeEach(async () => {
  database = await createTestDatabase()
  universe = await createUniverse({
    databaseUrl: database.url,
    start: amsterdam('2026-11-02T09:15'),
    texts: await projectFiles(),
    sending: 'approve',
  })
  client = consoleOn(universe, { sending: 'approve' })
})
afterEach(async () => {
  await universe.close()
  await database.drop()
})

const itemAddress = async (): Promise<string> => {
  const forms = tagsOf((await client.get('/berichten')).text, 'form')
  return forms.find(({ attributes }) => attributes['action']?.startsWith('/berichten/'))?.attributes['action'] ?? ''
}

describe('with SENDING=approve', () => {
  it('shows what waits, and sends it when a person says so', async () => {
    await refer(universe)
    expect(universe.carrier.received).toEqual([])
    expect(wordsOf((await client.get('/')).text)).toContain('2 berichten wachten op uw goedkeuring')
    expect(wordsOf((await client.get('/berichten')).text)).toContain('Hoi Fatima')
    const page = await client.submit(await itemAddress(), { besluit: 'goedkeuren' })
    expect(wordsOf(page.text)).toContain('Goedgekeurd.')
    expect(universe.carrier.received).toHaveLength(1)
    expect(universe.post.sent).toEqual([])
    const receipt = await client.submit(await itemAddress(), { besluit: 'goedkeuren' })
    expect(universe.post.sent.map(({ facts }) => facts.purpose)).toEqual(['receipt'])
    expect(wordsOf(receipt.text)).toContain('Er wacht niets op uw goedkeuring.')
  })

  it('holds back what a person does not want to go, and makes a task of it', async () => {
    await refer(universe)
    const address = await itemAddress()
    await client.submit(address, { besluit: 'tegenhouden' })
    expect(universe.carrier.received).toEqual([])
    const stored = await universe.journey(await onlyJourney(universe))
    expect(stored?.journey.tasks.map(({ kind }) => kind)).toContain('call_participant')
    const again = await client.submit(address, { besluit: 'goedkeuren' })
    expect(wordsOf(again.text)).toContain('Dit is al door iemand anders afgehandeld')
  })
})

describe('the stop button', () => {
  it('stops everything, says so on every page, and starts again', async () => {
    const stopped = await client.submit('/verzenden', { stand: 'uit' })
    expect(wordsOf(stopped.text)).toContain('Verzenden is gestopt.')
    expect(wordsOf((await client.get('/deelnemers')).text)).toContain('Verzenden is gestopt.')
    await refer(universe)
    await client.submit(await itemAddress(), { besluit: 'goedkeuren' })
    expect(universe.carrier.received).toEqual([])
    await client.submit('/verzenden', { stand: 'aan' })
    expect(universe.carrier.received).toHaveLength(1)
  })
})
