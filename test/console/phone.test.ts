import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
let id: Id<'journey'>
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
  await refer(universe)
  id = await onlyJourney(universe)
})
afterAll(() => universe.close())

describe('the phone', () => {
  it('shows what arrived and a button for each numbered choice', async () => {
    const { text } = await client.get(`/telefoon/${id}`)
    expect(wordsOf(text)).toContain('Hoi Fatima')
    const buttons = tagsOf(text, 'button').filter(({ attributes }) => attributes['name'] === 'tekst')
    expect(buttons.map(({ attributes }) => attributes['value'])).toEqual(['1', '2', '3'])
  })

  it('sends what was typed as a message of the participant, and the answer arrives', async () => {
    const page = await client.submit(`/telefoon/${id}`, { tekst: '1' })
    expect(wordsOf(page.text)).toContain('Fijn, tot')
    const stored = await universe.journey(id)
    expect(stored?.journey.attendances[0]?.confirmedAt).toBeDefined()
    expect(wordsOf((await client.get(`/trajecten/${id}`)).text)).toContain('De deelnemer bevestigde de afspraak')
  })

  it('refreshes a part of itself, which is that part alone', async () => {
    const { text } = await client.get(`/telefoon/${id}/scherm`)
    expect(text).not.toContain('<html')
    expect(tagsOf(text, 'div')[0]?.attributes).toMatchObject({ id: 'scherm', 'hx-trigger': 'every 2s' })
  })

  it('says that an empty message is not sent', async () => {
    const before = (await universe.database.selectFrom('inbound').select('id').execute()).length
    const page = await client.submit(`/telefoon/${id}`, { tekst: '   ' })
    expect(wordsOf(page.text)).toContain('Er stond niets in het bericht.')
    expect((await universe.database.selectFrom('inbound').select('id').execute()).length).toBe(before)
  })

  it('says that a message that is too long is not sent, and why', async () => {
    const page = await client.submit(`/telefoon/${id}`, { tekst: 'a'.repeat(1_001) })
    expect(wordsOf(page.text)).toContain('langer dan 1000 tekens')
  })

  it('sends each kind of thing that is no text, as that and no more', async () => {
    const page = await client.get(`/telefoon/${id}`)
    const kinds = tagsOf(page.text, 'button')
      .filter(({ attributes }) => attributes['name'] === 'soort')
      .map(({ attributes }) => attributes['value'] ?? '')
    expect(kinds).toEqual(['voice', 'sticker', 'location', 'photo', 'video', 'document', 'contact', 'other'])
    for (const soort of kinds) await client.submit(`/telefoon/${id}`, { soort, tekst: '' })
    const rows = await universe.database.selectFrom('inbound').select('kind').orderBy('sequence').execute()
    expect(rows.map(({ kind }) => kind).slice(-kinds.length)).toEqual(kinds)
    expect(wordsOf((await client.get(`/trajecten/${id}`)).text)).toContain('Spraakbericht, niet bewaard')
  })

  it('sends a caption along, which is read', async () => {
    const page = await client.submit(`/telefoon/${id}`, { soort: 'photo', tekst: 'ik wil een andere tijd' })
    expect(wordsOf(page.text)).toContain('Foto, niet bewaard ik wil een andere tijd')
  })

  it('shows markup that somebody types as the text that it is', async () => {
    const evil = `<script>alert(1)</script><img src=x onerror="alert('1')">`
    const page = await client.submit(`/telefoon/${id}`, { tekst: evil })
    expect(wordsOf(page.text)).toContain(evil)
    for (const path of [`/telefoon/${id}`, `/telefoon/${id}/scherm`, `/trajecten/${id}`]) {
      const { text } = await client.get(path)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img src=x')
    }
  })

  it('that two people share does not say whose it is', async () => {
    await refer(universe, { 'Naam deelnemer': 'Iemand Anders', Klantnummer: 'K-9' })
    const page = await client.submit(`/telefoon/${id}`, { tekst: 'hallo?' })
    expect(wordsOf(page.text)).toContain('meer mensen hebben dit nummer')
    expect(wordsOf((await client.get('/')).text)).toContain('hallo?')
  })
})
