import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#src/store/database.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const quiet = { max: 1, onError: () => {} }

describe('openDatabase', () => {
  it('goes on with another connection when the server is silent on one: no question waits behind one without an answer', async () => {
    const { db, close } = openDatabase(database.url, { ...quiet, longestAnswerMs: 300 })
    await expect(sql`select pg_sleep(3)`.execute(db)).rejects.toThrow('Query read timeout')
    const asked = performance.now()
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    expect(performance.now() - asked).toBeLessThan(2_000)
    await close()
  })

  it('survives a connection that is ended in the middle of a transaction', async () => {
    const { db, close } = openDatabase(database.url, quiet)
    const other = openDatabase(database.url, quiet)
    const work = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.db)
      await new Promise((resolve) => setTimeout(resolve, 200))
      await sql`select 1`.execute(trx)
    })
    await expect(work).rejects.toThrow('connection')
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    await close()
    await other.close()
  })
})
