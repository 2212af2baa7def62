import { CompiledQuery, sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { goesWithNext } from '#src/store/prepared-statements.ts'
import type { Database } from '#src/store/tables/database.ts'
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

describe('a statement that goes with what comes next', () => {
  let open: OpenDatabase
  beforeAll(async () => {
    open = openDatabase(database.url, { max: 1, onError: () => {} })
    await sql`create table seat (name text primary key)`.execute(open.db)
  })
  afterAll(() => open.close())
  beforeEach(() => sql`truncate seat`.execute(open.db))

  const seat = (db: Kysely<Database>, name: string) =>
    db.executeQuery(CompiledQuery.raw(`insert into seat values ($1) ${goesWithNext}`, [name]))
  const taken = async () => {
    const { rows } = await sql<{ name: string }>`select name from seat order by name`.execute(open.db)
    return rows.map(({ name }) => name)
  }

  it('is stored with the commit', async () => {
    await open.db.transaction().execute((trx) => seat(trx, 'a'))
    expect(await taken()).toEqual(['a'])
  })

  it('makes the commit fail when it fails itself, and nothing of the transaction is stored; the connection goes on', async () => {
    await seat(open.db, 'a')
    const work = open.db.transaction().execute(async (trx) => {
      await seat(trx, 'b')
      await seat(trx, 'a')
    })
    await expect(work).rejects.toThrow('duplicate key')
    expect(await taken()).toEqual(['a'])
  })

  it('is there for the question that comes next, which fails with its failure and not with one of its own', async () => {
    await open.db.transaction().execute(async (trx) => {
      await seat(trx, 'a')
      const { rows } = await sql<{ name: string }>`select name from seat`.execute(trx)
      expect(rows).toEqual([{ name: 'a' }])
    })
    const work = open.db.transaction().execute(async (trx) => {
      await seat(trx, 'a')
      await sql`select 1`.execute(trx)
    })
    await expect(work).rejects.toThrow('duplicate key')
  })

  it('is not sent when the transaction is given up', async () => {
    const work = open.db.transaction().execute(async (trx) => {
      await seat(trx, 'a')
      throw new Error('given up')
    })
    await expect(work).rejects.toThrow('given up')
    expect(await taken()).toEqual([])
  })

  it('goes at once outside a transaction', async () => {
    await seat(open.db, 'a')
    expect(await taken()).toEqual(['a'])
  })
})
