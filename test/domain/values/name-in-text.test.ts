import { describe, expect, it } from 'vitest'
import { nameInText, wordsToSearch } from '#src/domain/values/name-in-text.ts'
import { parsePersonName } from '#src/domain/values/person-name.ts'

const namedIn = (text: string, name: string) => {
  const parsed = parsePersonName(name)
  if (!parsed) throw new Error(`${name} is no name`)
  return nameInText(wordsToSearch(text), parsed)
}

describe('a person whose name stands in a text', () => {
  it.each([
    ['Dea Negen is verhuisd naar Breda', 'Dea Negen'],
    ['Het gaat om mevr. DEA NEGEN.', 'Dea Negen'],
    ['Negen, Dea: kan stoppen', 'Dea Negen'],
    ['betreft Ümit Çelik', 'Umit Celik'],
    ['Anna van den Berg stopt', 'Anna van den Berg'],
    ['Piet Jansen stopt', 'P.J. (Piet) Jansen'],
    ['het traject van Dea\nNegen stopt', 'Dea Negen'],
    ["Het gaat om Rachid d'Angelo", "Rachid d'Angelo"],
  ])('is named in full in %j: %s', (text, name) => expect(namedIn(text, name)).toBe('full'))

  it.each([
    ['Mevrouw Negen is verhuisd', 'Dea Negen'],
    ['D. Negen stopt', 'Dea Negen'],
    ['D. Negen stopt', 'D. Negen'],
    ['Dea Neegen stopt', 'Dea Negen'],
    ['Daa Negen stopt', 'Dea Negen'],
    ['Dea Negen stopt', 'Dea Maria Negen'],
    ['Dea Negen-Bakker stopt', 'Dea Negen'],
    ['Anna-Dea Negen stopt', 'Dea Negen'],
    ['Mevrouw van den Berg stopt', 'Anna van den Berg'],
  ])('is nearly named in %j: %s', (text, name) => expect(namedIn(text, name)).toBe('near'))

  it.each([
    ['Dea Negen stopt', 'Omar Said'],
    ['het gaat om een groot bedrag', 'Jan de Groot'],
    ['er zijn negen mensen', 'Dea Negen'],
    ['Dea stopt', 'Dea Negen'],
    ['', 'Dea Negen'],
  ])('is not named in %j: %s', (text, name) => expect(namedIn(text, name)).toBeUndefined())

  it('is found in a text without end in time that grows no faster than the text', () => {
    const used = (length: number) => {
      const before = process.cpuUsage()
      namedIn('Dea '.repeat(length), 'Dea Maria van den Berg-Negen')
      return process.cpuUsage(before).user
    }
    used(1000)
    expect(used(20_000)).toBeLessThan(2_000_000)
  })
})
