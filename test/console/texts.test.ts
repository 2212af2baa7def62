import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { ourLanguages, languageInDutch } from '#src/domain/values/language.ts'
import { createTestUniverse, projectTexts } from '#test/support/universe.ts'
import { consoleOn, refer, type ConsoleClient } from './console-client.ts'
import { tagsOf, wordsOf } from './tags.ts'

let universe: Universe
let client: ConsoleClient
beforeAll(async () => {
  universe = await createTestUniverse('2026-11-02T09:15', projectTexts, 'on', 'withheld')
  client = consoleOn(universe)
  await refer(universe, { Taal: 'Turks' })
})
afterAll(() => universe.close())

describe('the page of languages', () => {
  it('says of each language how many texts it has, how many a person approved, and what goes out', async () => {
    const words = wordsOf((await client.get('/teksten')).text).replaceAll(/\s+/g, ' ')
    for (const language of ourLanguages) expect(words).toContain(languageInDutch[language])
    expect(words).toMatch(/Nederlands \d+ teksten gaat uit/)
    expect(words).toMatch(/Turks \d+ teksten, 0 goedgekeurd Nederlands gaat uit/)
  })

  it('is found from every page, and from the task that says that Dutch was sent', async () => {
    const { text } = await client.get('/')
    expect(wordsOf(text)).toContain('De deelnemer spreekt Turks.')
    const links = tagsOf(text, 'a').filter(({ attributes }) => attributes['href'] === '/teksten')
    expect(links).toHaveLength(2)
    const other = tagsOf((await client.get('/deelnemers')).text, 'a')
    expect(other.some(({ attributes }) => attributes['href'] === '/teksten')).toBe(true)
  })
})

describe('the page of one language', () => {
  it('shows every text under the Dutch one, who approved it, and the choices', async () => {
    const words = wordsOf((await client.get('/teksten/tr')).text)
    expect(words).toContain('Machinevertaling: nog door niemand goedgekeurd.')
    expect(words).toContain('Hoi {{ first_name }}')
    expect(words).toContain('Merhaba {{ first_name }}')
    expect(words).toContain('Evet, geliyorum')
  })

  it('says in which language and direction a text is, for who has it read aloud', async () => {
    const quotes = tagsOf((await client.get('/teksten/ar')).text, 'blockquote')
    expect(quotes.filter(({ attributes }) => attributes['lang'] === 'ar')).not.toEqual([])
    for (const { attributes } of quotes) expect(attributes['dir']).toBe(attributes['lang'] === 'ar' ? 'rtl' : 'ltr')
  })

  it('does not exist for a language that we have not', async () => {
    expect((await client.get('/teksten/de')).status).toBe(404)
  })
})
