import { describe, expect, it } from 'vitest'
import { href } from '#src/console/html.ts'

const id = '01a19b53-73a0-7902-a7eb-c90d8191cf84'

describe('href', () => {
  it('makes addresses of our own words and identifiers', () => {
    expect(href([])).toBe('/')
    expect(href(['trajecten', id])).toBe(`/trajecten/${id}`)
    expect(href(['deelnemers'], { pagina: 2, melding: 'taak-gesloten' })).toBe(
      '/deelnemers?pagina=2&melding=taak-gesloten',
    )
  })

  it.each([
    ['a name', ['deelnemers', 'Fatima Yilmaz']],
    ['a client number', ['deelnemers', 'K-20411']],
    ['a phone number', ['telefoon', '+31612345671']],
    ['a mail address', ['mails', 'a@b.example']],
    ['another site', ['', 'evil.example']],
    ['a script', ['javascript:alert(1)']],
    ['a way up', ['..', '..']],
  ])('refuses %s', (_, segments) => {
    expect(() => href(segments)).toThrow(TypeError)
  })

  it('refuses free text in a query', () => {
    expect(() => href(['deelnemers'], { zoek: 'Fatima' })).toThrow(TypeError)
  })
})
