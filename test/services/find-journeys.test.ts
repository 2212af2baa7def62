import { describe, expect, it } from 'vitest'
import { parsePersonName } from '#src/domain/values/person-name.ts'
import { findJourneys } from '#src/services/find-journeys.ts'
import type { JourneySearch } from '#src/services/ports/overview.ts'

/** What is looked up for a text, in order, as long as nothing is found. */
async function searchesFor(typed: string): Promise<JourneySearch[]> {
  const asked: JourneySearch[] = []
  const overview = {
    journeys: (search: JourneySearch) => {
      asked.push(search)
      return Promise.resolve({ rows: [], total: 0 })
    },
  }
  await findJourneys(overview, typed, { page: 1, size: 10 })
  return asked
}

async function matches(typed: string, name: string): Promise<boolean> {
  const search = (await searchesFor(typed)).find(({ kind }) => kind === 'name')
  const parsed = parsePersonName(name)
  return search?.kind === 'name' && parsed !== undefined && search.matches(parsed)
}

describe('searching by name', () => {
  it.each([
    ['fat', 'Fatima Yilmaz'],
    ['yil fat', 'Fatima Yilmaz'],
    ['celik', 'Zoë Çelik'],
    ['amrani', 'Amina El-Amrani'],
    ['VAN DEN BERG', 'Pieter van den Berg'],
    ["o'neil", "Sean O'Neil"],
  ])('%s finds %s', async (typed, name) => {
    expect(await matches(typed, name)).toBe(true)
  })

  it.each([
    ['atima', 'Fatima Yilmaz'],
    ['fatima jansen', 'Fatima Yilmaz'],
    ['', 'Fatima Yilmaz'],
    ['%', 'Fatima Yilmaz'],
    ['.*', 'Fatima Yilmaz'],
  ])('%s does not find %s', async (typed, name) => {
    expect(await matches(typed, name)).toBe(false)
  })
})

describe('what a text may be', () => {
  it.each([
    ['T4N-YPN4X', ['reference', 'client_number', 'name']],
    ['06 1234 5671', ['phone', 'client_number', 'name']],
    ['+31 6 1234 5671', ['phone', 'name']],
    ['0612345671', ['phone', 'client_number', 'name']],
    ['K-20411', ['client_number', 'name']],
    ['Fatima', ['name']],
  ])('%s: %j, the most exact first', async (typed, kinds) => {
    expect((await searchesFor(typed)).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is never a BSN, which nobody may search for', async () => {
    expect((await searchesFor('111222333')).map(({ kind }) => kind)).toEqual(['name'])
  })

  it('is not looked for further once somebody is found', async () => {
    const asked: string[] = []
    const overview = {
      journeys: ({ kind }: JourneySearch) => {
        asked.push(kind)
        return Promise.resolve({ rows: [], total: kind === 'phone' ? 1 : 0 })
      },
    }
    expect((await findJourneys(overview, '0612345671', { page: 1, size: 10 })).total).toBe(1)
    expect(asked).toEqual(['phone'])
  })
})
