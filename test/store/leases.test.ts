import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { createLeases } from '#src/store/leases.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { amsterdam } from '#test/support/universe.ts'

let database: TestDatabase
let open: OpenDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  open = openDatabase(database.url, { max: 4, onError: () => undefined })
})
afterAll(async () => {
  await open.close()
  await database.drop()
})

const now = amsterdam('2026-11-02T09:15')

describe('a lease', () => {
  it('has one owner at a time, whoever asks at once', async () => {
    const leases = createLeases(open.db)
    const taken = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => leases.take('relay', owner, now, 15)))
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  it('is kept by its owner, and goes over when it ended or was given up', async () => {
    const leases = createLeases(open.db)
    expect(await leases.take('reader', 'a', now, 15)).toBe(true)
    expect(await leases.take('reader', 'a', now.add({ seconds: 10 }), 15)).toBe(true)
    expect(await leases.take('reader', 'b', now.add({ seconds: 20 }), 15)).toBe(false)
    expect(await leases.take('reader', 'b', now.add({ seconds: 26 }), 15)).toBe(true)
    await leases.giveUp('reader', 'a')
    expect(await leases.take('reader', 'a', now.add({ seconds: 27 }), 15)).toBe(false)
    await leases.giveUp('reader', 'b')
    expect(await leases.take('reader', 'a', now.add({ seconds: 27 }), 15)).toBe(true)
  })

  it('of one name says nothing of another', async () => {
    const leases = createLeases(open.db)
    expect(await leases.take('one', 'a', now, 15)).toBe(true)
    expect(await leases.take('two', 'b', now, 15)).toBe(true)
  })
})
