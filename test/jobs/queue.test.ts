import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createQueues } from '#src/jobs/queue.ts'
import { createTestDatabase } from '#test/support/database.ts'
import type { TestDatabase } from '#test/support/database.ts'

describe('queue on PostgreSQL', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('hands every job to the worker', async () => {
    const errors: Error[] = []
    const queues = await createQueues({ databaseUrl: database.url, onError: (error) => errors.push(error) })
    const seen: string[] = []
    queues.work('smoke', async ({ id }) => void seen.push(id!), { concurrency: 5 })
    await queues.add(
      'smoke',
      Array.from({ length: 50 }, (_, n) => ({ id: `j_${n}`, data: { id: `j_${n}` } })),
    )
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(50)
    expect(await queues.health()).toMatchObject({ ok: true })
    await queues.close()
    expect(errors).toEqual([])
  })
})
