import { describe, expect, it } from 'vitest'
import { languageStates, sentLanguage, type Unapproved } from '#src/conversation/sent-language.ts'
import { createTemplates } from '#src/conversation/template.ts'
import type { Language } from '#src/domain/values/language.ts'
import { texts } from './sample.ts'

const machine = '{% comment %} vertaling: machine {% endcomment %}\n'
const approved = '{% comment %} vertaling: goedgekeurd door Ayşe Demir op 2026-11-27 {% endcomment %}\n'
const dutch = { 'nl/hi': 'Dag', 'nl/bye': 'Tot ziens' }

const sent = (files: Record<string, string>, language: Language, unapproved: Unapproved, flow = texts.flow.flow) =>
  sentLanguage(
    languageStates(createTemplates(new Map(Object.entries({ ...dutch, ...files }))), flow),
    unapproved,
  )(language)

describe('the language in which somebody is written to', () => {
  it('is Dutch for who speaks Dutch', () => {
    expect(sent({}, 'nl', 'withheld')).toBe('nl')
  })

  it('is theirs when a person approved every text in it', () => {
    expect(sent({ 'tr/hi': `${approved}Merhaba`, 'tr/bye': `${approved}Güle güle` }, 'tr', 'withheld')).toBe('tr')
  })

  it('is Dutch as long as one text in it is not approved, so that no conversation changes its language halfway', () => {
    const half = { 'tr/hi': `${approved}Merhaba`, 'tr/bye': `${machine}Güle güle` }
    expect(sent(half, 'tr', 'withheld')).toBe('nl')
    expect(sent(half, 'tr', 'sent')).toBe('tr')
  })

  it('is Dutch where a text is missing, also in the demo', () => {
    expect(sent({ 'tr/hi': `${approved}Merhaba` }, 'tr', 'withheld')).toBe('nl')
    expect(sent({ 'tr/hi': `${approved}Merhaba` }, 'tr', 'sent')).toBe('nl')
  })

  it('is Dutch where a choice is not translated: choices are never in another language than the question', () => {
    const { flow } = texts.flow
    const choices = { ...flow.choices, confirm: { nl: 'Ja, ik kom', pl: 'Tak' } }
    const whole = { 'tr/hi': `${approved}Merhaba`, 'tr/bye': `${approved}Güle güle` }
    expect(sent(whole, 'tr', 'withheld', { ...flow, choices })).toBe('nl')
  })

  it('is not the language of somebody else', () => {
    expect(sent({ 'tr/hi': `${approved}Merhaba`, 'tr/bye': `${approved}Güle güle` }, 'ar', 'sent')).toBe('nl')
  })
})

describe('what an editor is told of a language', () => {
  it('is which texts and choices it misses', () => {
    const { flow } = texts.flow
    const choices = { ...flow.choices, confirm: { nl: 'Ja, ik kom', pl: 'Tak' } }
    const templates = createTemplates(new Map(Object.entries({ ...dutch, 'tr/hi': `${machine}Merhaba` })))
    const turkish = languageStates(templates, { ...flow, choices }).find(({ language }) => language === 'tr')
    expect(turkish?.missing).toEqual({ texts: ['bye'], choices: ['confirm'] })
  })
})
