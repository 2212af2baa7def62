import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
const paths: Record<string, string> = {}

/** Everything about a person that may not stand in an address or in the name of a tab. */
const personal = ['Fatima', 'Yilmaz', 'K-20411', '612345671', '12345671', 'consulent@', 'Karin']

beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe, { sending: 'approve' })
  await refer(universe)
  await universe.write('+31612345671', '2')
  await universe.settle()
  const waiting = await refer(universe, { 'Naam deelnemer': 'Nadia Bakker', Klantnummer: 'K-2' }, { signed: false })
  await universe.write('+31687654321', 'wie is dit?')
  const journey = await onlyJourney(universe)
  await universe.advanceTo(amsterdam('2026-11-12T14:20'))
  Object.assign(paths, {
    today: '/',
    referrals: '/aanmeldingen',
    review: `/aanmeldingen/${waiting}`,
    participants: '/deelnemers',
    journey: `/trajecten/${journey}`,
    mails: '/mails',
    ownMails: '/mails/intern',
    approve: '/berichten',
    phones: '/telefoon',
    phone: `/telefoon/${journey}`,
    missing: '/bestaat-niet',
  })
})
afterAll(() => universe.close())

const names = [
  'today',
  'referrals',
  'review',
  'participants',
  'journey',
  'mails',
  'ownMails',
  'approve',
  'phones',
  'phone',
  'missing',
]

describe.each(names)('the page %s', (name) => {
  const page = async (): Promise<string> => (await client.get(paths[name] ?? '')).text

  it('is Dutch, has one heading, one main part and a way past the menu', async () => {
    const text = await page()
    expect(tagsOf(text, 'html')[0]?.attributes['lang']).toBe('nl')
    expect(tagsOf(text, 'h1')).toHaveLength(1)
    expect(tagsOf(text, 'main').map(({ attributes }) => attributes['id'])).toEqual(['inhoud'])
    expect(tagsOf(text, 'a')[0]?.attributes).toMatchObject({ class: 'skip', href: '#inhoud' })
    expect(tagsOf(text, 'nav').every(({ attributes }) => attributes['aria-label'])).toBe(true)
  })

  it('has a label for every field and words on every button', async () => {
    const text = await page()
    const labelled = new Set(tagsOf(text, 'label').map(({ attributes }) => attributes['for']))
    const fields = tagsOf(text, 'input', 'select', 'textarea').filter(
      ({ attributes }) => attributes['type'] !== 'hidden' && attributes['type'] !== 'radio',
    )
    expect(fields.filter(({ attributes }) => !labelled.has(attributes['id'] ?? ''))).toEqual([])
    const buttons = [...text.matchAll(/<button[^>]*>([\s\S]*?)<\/button>/g)].map(([, inside = '']) =>
      wordsOf(inside).trim(),
    )
    expect(buttons.filter((words) => words === '')).toEqual([])
  })

  it('has no identifier twice and points at none that is not there', async () => {
    const tags = tagsOf(await page())
    const ids = tags.flatMap(({ attributes }) => attributes['id'] ?? [])
    expect(ids).toEqual([...new Set(ids)])
    const pointed = tags.flatMap(({ attributes }) =>
      [attributes['aria-labelledby'], attributes['aria-describedby']].flatMap((value) => value?.split(' ') ?? []),
    )
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('has no script or style of its own, and loads nothing from elsewhere', async () => {
    const tags = tagsOf(await page())
    expect(tags.filter(({ name: tag }) => tag === 'style')).toEqual([])
    expect(
      tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => /^(?:style|on)/.test(key)),
    ).toEqual([])
    const loaded = tags.flatMap(({ name: tag, attributes }) =>
      tag === 'script' || tag === 'img' ? [attributes['src'] ?? ''] : tag === 'link' ? [attributes['href'] ?? ''] : [],
    )
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.filter((address) => !address.startsWith('/bestanden/'))).toEqual([])
  })

  it('puts nothing personal in an address or in the name of the tab', async () => {
    const text = await page()
    const addresses = tagsOf(text)
      .flatMap(({ attributes }) => ['href', 'action', 'hx-get', 'hx-post', 'src'].map((key) => attributes[key] ?? ''))
      .filter((address) => !address.startsWith('tel:'))
    const title = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? ''
    for (const word of personal) expect([title, ...addresses].join(' ')).not.toContain(word)
    expect(addresses.filter((address) => /^[a-z]+:|^\/\//.test(address))).toEqual([])
  })

  it('posts its forms to addresses that exist', async () => {
    const forms = tagsOf(await page(), 'form')
    expect(forms.every(({ attributes }) => attributes['method'] === 'post')).toBe(true)
    for (const { attributes } of forms) {
      const { status } = await client.post(attributes['action'] ?? '', {}, { 'sec-fetch-site': 'same-origin' })
      expect([200, 303, 422]).toContain(status)
    }
  })
})

it('says on every page why it is open to this machine only', async () => {
  expect(wordsOf((await client.get('/')).text)).toContain('Alleen te openen op deze computer zelf (127.0.0.1)')
})

it('serves the files that pages name, to be kept, and no others', async () => {
  const { text } = await client.get('/')
  const files = [...tagsOf(text, 'script', 'img'), ...tagsOf(text, 'link')].map(
    ({ attributes }) => attributes['src'] ?? attributes['href'] ?? '',
  )
  for (const file of files) {
    const answer = await client.get(file)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('immutable')
  }
  expect((await client.get('/bestanden/../console.ts')).status).toBe(404)
})

it('leaves out the phones where a real channel is used', async () => {
  const real = consoleOn(universe, { simulator: false })
  expect(wordsOf((await real.get('/')).text)).not.toContain('Telefoon')
  expect((await real.get('/telefoon')).status).toBe(404)
  expect((await real.post(paths['phone'] ?? '', { tekst: '1' })).status).toBe(404)
})

it('asks for no page that does not exist, by an id that is none or of somebody unknown', async () => {
  for (const path of ['/trajecten/x', '/trajecten/01a19b53-73a0-7902-a7eb-c90d8191cf84', '/telefoon/1 or 1=1'])
    expect((await client.get(path)).status).toBe(404)
})
