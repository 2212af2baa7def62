import { describe, expect, it } from 'vitest'
import { createTemplates } from '#src/conversation/template.ts'
import { facts } from './sample.ts'

const machine = '{% comment %} vertaling: machine {% endcomment %}\n'
const text = '{{ provider_phone }} {{ office_hours }} {{ address }} {{ time }} {{ coach }}'
const templates = createTemplates(
  new Map([
    ['nl/a', text],
    ['ar/a', machine + text],
    ['fa/a', machine + text],
    ['ru/a', machine + text],
  ]),
)

describe('what stands in digits in a text from right to left', () => {
  it.each(['ar', 'fa'] as const)('keeps its order in %s: a phone number, hours, an address', (language) => {
    const shown = templates.render(language, 'a', facts({ language }), [])
    expect(shown).toContain('\u2066010 123 45 67\u2069')
    expect(shown).toContain('\u206609:00-17:00\u2069')
    expect(shown).toContain('\u2066Burgemeester van Oostendorplaan 112, Lansingerdam\u2069')
  })

  it('has nothing around what turns round by no rule, a time and a name: each pair costs two characters', () => {
    expect(templates.render('ar', 'a', facts({ language: 'ar' }), [])).toMatch(/ 10:30 Anne-Fleur van der Veenstra$/)
  })

  it.each(['nl', 'ru'] as const)('has nothing around it in %s', (language) => {
    expect(templates.render(language, 'a', facts({ language }), [])).not.toMatch(/[\u2066-\u2069]/)
  })
})
