import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#src/app/embedded/postgres.ts'
import { asAdmin, urlOfDatabase } from './admin.ts'
import { clearFolder, clearLeftovers } from './leftovers.ts'
import { prepareTemplate } from './template.ts'
import { makeTemporaryFolder, removeFolder } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    /** The database that every test database of this run is copied from. */
    templateName: string
  }
}

/** One PostgreSQL for the whole run: `OPKOMST_TEST_DATABASE_URL`, or an embedded one that is thrown away at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer()
  // Of this run alone: on a server of somebody's own two runs may go on at once.
  const templateName = `opkomst_template_${randomBytes(6).toString('hex')}`
  try {
    await makeTemplate(server.url, templateName)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('databaseUrl', server.url)
  project.provide('templateName', templateName)
  return async () => {
    await asAdmin(server.url, (client) => client.query(`drop database if exists ${templateName} with (force)`))
    await server.stop()
  }
}

interface TestServer {
  readonly url: string
  stop(): Promise<void>
}

async function openServer(): Promise<TestServer> {
  const given = process.env['OPKOMST_TEST_DATABASE_URL']
  return given === undefined || given === '' ? startThrowAwayServer() : { url: given, stop: async () => {} }
}

async function startThrowAwayServer(): Promise<TestServer> {
  clearLeftovers()
  const dataDir = makeTemporaryFolder()
  clearWhenInterrupted(dataDir)
  const server = await startEmbeddedPostgres({ dataDir, log: () => {}, durable: false })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      removeFolder(dataDir)
    },
  }
}

/** vitest does not tear down what it set up when it is interrupted. */
function clearWhenInterrupted(dataDir: string): void {
  process.once('exit', () => clearFolder(dataDir))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
}

async function makeTemplate(url: string, templateName: string): Promise<void> {
  await asAdmin(url, (client) => client.query(`create database ${templateName}`))
  await prepareTemplate(urlOfDatabase(url, templateName))
}
