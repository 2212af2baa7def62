import { describe, expect, it } from 'vitest'
import { parsePersonName } from '#src/domain/values/person-name.ts'
import { meaningsOf, nameMatches } from '#src/services/find-journeys.ts'

const matches = (typed: string, name: string): boolean => {
  const parsed = parsePersonName(name)
  return parsed !== undefined && nameMatches(typed)(parsed)
}

describe('nameMatches', () => {
  it.each([
    ['fat', 'Fatima Yilmaz'],
    ['yil fat', 'Fatima Yilmaz'],
    ['celik', 'Zoë Çelik'],
    ['amrani', 'Amina El-Amrani'],
    ['VAN DEN BERG', 'Pieter van den Berg'],
    ["o'neil", "Sean O'Neil"],
  ])('%s finds %s', (typed, name) => {
    expect(matches(typed, name)).toBe(true)
  })

  it.each([
    ['atima', 'Fatima Yilmaz'],
    ['fatima jansen', 'Fatima Yilmaz'],
    ['', 'Fatima Yilmaz'],
    ['%', 'Fatima Yilmaz'],
    ['.*', 'Fatima Yilmaz'],
  ])('%s does not find %s', (typed, name) => {
    expect(matches(typed, name)).toBe(false)
  })
})

describe('meaningsOf', () => {
  it.each([
    ['T4N-YPN4X', ['reference', 'client_number', 'name']],
    ['06 1234 5671', ['phone', 'name']],
    ['0612345671', ['phone', 'client_number', 'name']],
    ['K-20411', ['client_number', 'name']],
    ['Fatima', ['name']],
  ])('%s may be %j, the most exact first', (typed, kinds) => {
    expect(meaningsOf(typed).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is never a BSN, which nobody may search for', () => {
    expect(meaningsOf('111222333').map(({ kind }) => kind)).toEqual(['name'])
  })
})
