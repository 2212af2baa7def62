import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { startThrowAwayServer } from '#src/app/virtual/throw-away-server.ts'

async function rowsOf(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

it('makes databases beside that of DATABASE_URL where no PostgreSQL came along, and leaves none behind', async () => {
  const own = inject('databaseUrl')
  const server = await startThrowAwayServer(own, false)
  const [first, second] = [await server.database(), await server.database()]
  expect(first).not.toBe(second)
  expect(new URL(first).pathname).toMatch(/^\/opkomst_spel_/)
  expect(await rowsOf(first, 'select 1 from journeys')).toEqual([])
  const prefix = new URL(first).pathname.slice(1, -2)
  const left = () => rowsOf(own, `select 1 from pg_database where datname like '${prefix}%'`)
  expect(await left()).toHaveLength(3)
  await server.stop()
  expect(await left()).toEqual([])
})

it('says what to do where there is neither', async () => {
  await expect(startThrowAwayServer(undefined, false)).rejects.toThrow(/DATABASE_URL is leeg: zet DATABASE_URL/)
})
