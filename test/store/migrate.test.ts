import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { migrate, migrationState } from '#src/store/migrate.ts'
import { asAdmin, urlOfDatabase } from '#test/support/admin.ts'
import { dropWithSessions } from '#test/support/database.ts'

/** A database without our schema. */
const name = 'opkomst_test_migrate'
let opened: OpenDatabase
beforeEach(async () => {
  await asAdmin(inject('databaseUrl'), async (client) => {
    await dropWithSessions(client, name)
    await client.query(`create database ${name}`)
  })
  opened = openDatabase(urlOfDatabase(inject('databaseUrl'), name), { max: 4, onError: () => undefined })
})
afterEach(async () => {
  await opened.close()
  await asAdmin(inject('databaseUrl'), (client) => dropWithSessions(client, name))
})

describe('the schema', () => {
  it('is made on an empty database, and left alone the second time', async () => {
    expect((await migrationState(opened.db)).done).toEqual([])
    await migrate(opened.db)
    const { done, pending } = await migrationState(opened.db)
    expect(done.length).toBeGreaterThan(0)
    expect(pending).toEqual([])
    await sql`insert into leases (name, owner, until) values ('x', 'y', now())`.execute(opened.db)
    await migrate(opened.db)
    expect(await migrationState(opened.db)).toMatchObject({ done, pending: [] })
    expect((await sql`select * from leases`.execute(opened.db)).rows).toHaveLength(1)
  })

  it('is made once by processes that start at the same time', async () => {
    await Promise.all([migrate(opened.db), migrate(opened.db)])
    expect((await migrationState(opened.db)).pending).toEqual([])
  })

  it('of a newer version is refused', async () => {
    await migrate(opened.db)
    await sql`insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '')`.execute(opened.db)
    await expect(migrate(opened.db)).rejects.toThrow(/9999|missing|corrupted|versie|newer/i)
  })
})
