import { describe, expect, it } from 'vitest'
import { createTemplates } from '#src/conversation/template.ts'
import { facts } from './sample.ts'

function templates(files: Record<string, string>) {
  return createTemplates(new Map(Object.entries(files)))
}

function withWords(words: Partial<ReturnType<typeof facts>['words']>) {
  const known = facts()
  return { ...known, words: { ...known.words, ...words } }
}

const machine = '{% comment %} vertaling: machine {% endcomment %}\n'

describe('a text', () => {
  it('is filled with what is known, the numbered options below it', () => {
    const options = [
      { value: 'confirm', label: 'Ja' },
      { value: 'absence', label: 'Nee' },
    ]
    expect(templates({ 'nl/hi': 'Dag {{ first_name }}.\n' }).render('nl', 'hi', facts(), options)).toBe(
      'Dag Muhammad-Yusuf.\n1 Ja\n2 Nee',
    )
  })

  it('falls back to Dutch when it is not translated', () => {
    expect(templates({ 'nl/hi': 'Dag' }).render('en', 'hi', facts(), [])).toBe('Dag')
  })

  it('is taken in the asked language when it is', () => {
    expect(templates({ 'nl/hi': 'Dag', 'en/hi': `${machine}Hello` }).render('en', 'hi', facts(), [])).toBe('Hello')
  })

  it('is not made up when it does not exist', () => {
    expect(() => templates({}).render('nl', 'hi', facts(), [])).toThrow("geen tekst 'hi'")
  })

  it.each(['', '  ', '\n'])('is not filled with %j: the error names the word, never a value', (first_name) => {
    const hi = templates({ 'nl/hi': 'Dag {{ first_name }} van {{ provider }}' })
    const render = () => hi.render('nl', 'hi', withWords({ first_name }), [])
    expect(render).toThrow("De tekst 'hi' kan niet worden ingevuld: first_name ontbreekt of is leeg.")
    expect(render).not.toThrow('Werkkracht')
  })

  it('is not filled without an appointment when it speaks of one', () => {
    const hi = templates({ 'nl/hi': 'Op {{ day }}' })
    expect(() => hi.render('nl', 'hi', facts({ appointment: 'none' }), [])).toThrow('day')
  })

  it('keeps a name on one line, and does not run it', () => {
    const hi = templates({ 'nl/hi': 'Dag {{ first_name }}' })
    expect(hi.render('nl', 'hi', withWords({ first_name: ' Jan\n 1  Ja {{ provider }} ' }), [])).toBe(
      'Dag Jan 1 Ja {{ provider }}',
    )
  })

  it('keeps an option on one line', () => {
    const options = [{ value: 'slot:1', label: 'dinsdag\n 2 Nee' }]
    expect(templates({ 'nl/hi': 'Dag' }).render('nl', 'hi', facts(), options)).toBe('Dag\n1 dinsdag 2 Nee')
  })
})

describe('making the texts', () => {
  it('refuses a word that is not on the list, with the list', () => {
    expect(() => templates({ 'nl/hi': 'Dag {{ bsn }}' })).toThrow(
      /templates\/nl\/hi\.liquid: onbekend woord bsn\. .*first_name/,
    )
  })

  it('refuses a filter that reads the clock, one that does not exist, and a text that is not Liquid', () => {
    const wrong = { 'nl/a': "{{ 'now' | date: '%s' }}", 'nl/b': '{{ day | upcaes }}', 'nl/c': '{{ day', 'nl/d': 'goed' }
    expect(() => templates(wrong)).toThrow(/nl\/a\.liquid.*\n.*nl\/b\.liquid.*\n.*nl\/c\.liquid/)
    expect(() => templates(wrong)).not.toThrow(/nl\/d/)
  })

  it('leaves mail to others', () => {
    expect(templates({ 'mail/notice': '{{ anything }}' }).has('nl', 'notice')).toBe(false)
  })
})
