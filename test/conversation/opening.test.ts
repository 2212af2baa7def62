import { describe, expect, it } from 'vitest'
import { createTemplates } from '#src/conversation/template.ts'
import type { Opening } from '#src/conversation/opening.ts'
import { ourLanguages, type Language } from '#src/domain/values/language.ts'
import { facts, texts } from './sample.ts'

const { templates } = texts
const handedOver = templates.texts.flatMap(({ language, name, words }) =>
  language === 'nl' && words.includes('opening') ? [name] : [],
)

const shown = (language: Language, name: string, opening: Opening): string => {
  const known = facts({ language })
  return templates.render(language, name, { ...known, words: { ...known.words, opening: () => opening } }, [])
}

const monday = { text: 'open_later', day: 'maandag 9 november', time: '09:00' } as const

describe('when somebody is there, in what is said', () => {
  it('is said wherever a colleague takes over', () => {
    expect(handedOver.toSorted()).toEqual([
      'after_end',
      'calm',
      'complaint',
      'held',
      'no_slots',
      'not_understood_twice',
      'other_language',
      'person',
      'question',
      'unreadable_twice',
    ])
  })

  it.each<[Opening, string]>([
    [{ ...monday, text: 'open_now', time: '17:00' }, 'Wij zijn er vandaag tot 17:00.'],
    [{ ...monday, text: 'open_today' }, 'Wij zijn er vandaag vanaf 09:00.'],
    [monday, 'Wij zijn er op maandag 9 november vanaf 09:00.'],
  ])('is one sentence among the others: %j', (opening, sentence) => {
    expect(shown('nl', 'person', opening)).toBe(
      `Natuurlijk. Een collega neemt contact met u op. ${sentence} U kunt ook bellen: 010 123 45 67. Niemand aan de lijn? Spreek een bericht in.`,
    )
  })

  it.each(ourLanguages)('names in %s the moment that it is about, whole and once', (language) => {
    for (const name of handedOver)
      for (const text of ['open_now', 'open_today', 'open_later'] as const) {
        const said = shown(language, name, { text, day: '9 #', time: '08:15' })
        expect(said.match(/08:15/g)).toHaveLength(1)
        expect(said.includes('9 #')).toBe(text === 'open_later')
      }
  })
})

describe('a text that says when somebody is there', () => {
  it('cannot be read where one of the sentences is missing', () => {
    expect(() => createTemplates(new Map([['nl/person', 'Ja. {{ opening }}']]))).toThrow(
      /open_later\.liquid: deze tekst/,
    )
  })

  it('has the moment in its sentence alone, and no sentence holds itself', () => {
    const sentences = ['open_now', 'open_today', 'open_later'].map((name) => [`nl/${name}`, 'Er is iemand.'] as const)
    const read = (name: string, text: string) => () => createTemplates(new Map([...sentences, [name, text]]))
    expect(read('nl/person', 'Vanaf {{ open_time }}.')).toThrow('onbekend woord open_time')
    expect(read('nl/open_now', '{{ opening }}')).toThrow('onbekend woord opening')
  })
})
