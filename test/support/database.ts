import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { asAdmin, templateName, urlOfDatabase } from './admin.ts'

export interface TestDatabase {
  readonly url: string
  /** Ends every session on it and removes it. */
  drop(): Promise<void>
}

/** A database of this test file alone, with the schema of the template. Make it in beforeAll, drop it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const name = `opkomst_test_${randomBytes(6).toString('hex')}`
  await asAdmin(server, (client) => client.query(`create database ${name} template ${templateName}`))
  return {
    url: urlOfDatabase(server, name),
    async drop() {
      await asAdmin(server, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}
