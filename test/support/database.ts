import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { inject } from 'vitest'
import { asAdmin, urlOfDatabase } from './admin.ts'

export interface TestDatabase {
  readonly url: string
  /** Ends every session on it and removes it. */
  drop(): Promise<void>
}

/** A database of this test file alone, with the schema of the template. Make it in beforeAll, drop it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const name = `opkomst_test_${randomBytes(6).toString('hex')}`
  await asAdmin(server, (client) => client.query(`create database ${name} template ${inject('templateName')}`))
  return {
    url: urlOfDatabase(server, name),
    async drop() {
      await asAdmin(server, (client) => dropWithSessions(client, name))
    },
  }
}

const mostTries = 50

/** PostgreSQL lets an ordinary account end its own sessions, and not the vacuum that may just be looking at the database. */
export async function dropWithSessions(client: Client, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      const vacuumed = error instanceof Error && 'code' in error && error.code === '42501'
      if (!vacuumed || tries === mostTries) throw error
      await sleep(100)
    }
  }
}
