import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, ownHost, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
})
afterAll(() => universe.close())

const isStopped = async (): Promise<boolean> =>
  (await universe.database.selectFrom('sending_switch').select('stopped').executeTakeFirst())?.stopped ?? false

describe('who may ask', () => {
  it.each(['127.0.0.1:4199', 'localhost:4199', '[::1]:4199', 'LOCALHOST:4199'])('answers to %s', async (host) => {
    expect((await client.get('/', { host })).status).toBe(200)
  })

  it.each([
    'console.evil.example',
    'console.evil.example:4199',
    '127.0.0.1:4200',
    '127.0.0.1',
    '',
    '127.0.0.1.evil.example:4199',
  ])('refuses a page of another name that points here: %s', async (host) => {
    const { status, text } = await client.get('/', { host })
    expect(status).toBe(421)
    expect(text).not.toContain('Vandaag')
  })
})

describe('on a trusted network', () => {
  it('answers to the name of a proxy, and says on the page that whoever gets here may do everything', async () => {
    const open = consoleOn(universe, { network: 'trusted' })
    const { status, text } = await open.get('/', { host: 'opkomst.werkwijzer.example' })
    expect(status).toBe(200)
    expect(text).toContain('CONSOLE_NETWORK=trusted')
    expect(text).not.toContain('Alleen te openen op deze computer')
  })

  it('still takes forms of its own only', async () => {
    const open = consoleOn(universe, { network: 'trusted' })
    expect((await open.post('/verzenden', { stand: 'uit' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})

describe('forms of other sites', () => {
  it.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['typed in or from a file', { 'sec-fetch-site': 'none' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['no origin to name', { origin: 'null' }],
    ['our name over https', { origin: `https://${ownHost}` }],
    ['nothing said at all', {}],
    ['same origin said, but for another site', { 'sec-fetch-site': 'cross-site', origin: `http://${ownHost}` }],
  ])('are refused: %s', async (_, headers) => {
    const { status } = await client.post('/verzenden', { stand: 'uit' }, headers as Record<string, string>)
    expect(status).toBe(403)
    expect(await isStopped()).toBe(false)
  })

  it('are told from our own, also in a browser that says only the origin', async () => {
    expect((await client.post('/verzenden', { stand: 'uit' }, { origin: `http://${ownHost}` })).status).toBe(303)
    expect(await isStopped()).toBe(true)
    await client.post('/verzenden', { stand: 'aan' })
    expect(await isStopped()).toBe(false)
  })

  it('are refused in every shape that a page can send without asking first', async () => {
    const app = client
    const answer = await app.post('/verzenden', {}, { 'content-type': 'text/plain', origin: 'http://evil.example' })
    expect(answer.status).toBe(403)
  })
})

describe('what is no form', () => {
  it.each([
    ['a broken upload', 'multipart/form-data; boundary=x'],
    ['JSON', 'application/json'],
    ['text', 'text/plain'],
  ])('is not done, and said to be incomplete: %s', async (_, type) => {
    const answer = await client.post(
      '/verzenden',
      { stand: 'uit' },
      { 'sec-fetch-site': 'same-origin', 'content-type': type },
    )
    expect(answer).toMatchObject({ status: 303, location: '/?melding=onvolledig-formulier' })
    expect(client.errors).toEqual([])
  })
})

describe('what a page allows', () => {
  it('is no inline script or style, no other site, no frame, and no copy left behind', async () => {
    const { headers } = await client.get('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('holds for refusals and missing pages too', async () => {
    const missing = await client.get('/bestaat-niet')
    expect(missing.status).toBe(404)
    expect(missing.text).toContain('Deze pagina bestaat niet')
    expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'")
    const refused = await client.get('/', { host: 'evil.example' })
    expect(refused.headers.get('cache-control')).toBe('no-store')
  })

  it('refuses a form that is larger than any of ours', async () => {
    const { status } = await client.post('/deelnemers', { zoek: 'x'.repeat(70_000) })
    expect(status).toBe(413)
  })
})

describe('a request that is refused', () => {
  it.each([
    ['too large', 413, 'Maak de tekst korter', () => client.post('/deelnemers', { zoek: 'x'.repeat(70_000) })],
    ['of another site', 403, 'Open de console opnieuw', () => client.post('/verzenden', { stand: 'uit' }, {})],
    ['by another name', 421, 'het adres dat de terminal laat zien', () => client.get('/', { host: 'evil.example' })],
  ])('gets a page in Dutch that says what to do: %s', async (_, status, words, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(tagsOf(answer.text, 'html')[0]?.attributes['lang']).toBe('nl')
    expect(tagsOf(answer.text, 'h1')).toHaveLength(1)
    expect(wordsOf(answer.text)).toContain(words)
    expect(answer.text).not.toContain('Werkwijzer')
  })
})

describe('when something breaks', () => {
  it('says so without a detail, and tells the log', async () => {
    const broken = consoleOn(universe, { health: () => Promise.reject(new Error('geheim van Fatima')) })
    const { status, text } = await broken.get('/')
    expect(status).toBe(500)
    expect(text).toContain('Er ging iets mis')
    expect(text).not.toContain('geheim')
    expect(broken.errors).toHaveLength(1)
  })

  it('says which part does not work, when one does not', async () => {
    const words = 'De database antwoordt niet.'
    let asked = 0
    const broken = consoleOn(universe, {
      // The page itself asks first, and breaks.
      health: () =>
        asked++ === 0 ? Promise.reject(new Error('weg')) : Promise.resolve([{ name: 'database', ok: false, words }]),
    })
    const { status, text } = await broken.get('/')
    expect(status).toBe(500)
    expect(wordsOf(text)).toContain(words)
  })
})
