import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openDatabase } from '#src/store/database.ts'
import { migrate } from '#src/store/migrate.ts'
import { startEmbeddedPostgres } from '../embedded/postgres.ts'

/** A PostgreSQL that lives as long as a demo or a game, and leaves nothing behind. */
export interface ThrowAwayServer {
  /** A new database with our schema and nothing in it. */
  database(): Promise<string>
  stop(): Promise<void>
}

const template = 'opkomst_template'

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function prepare(url: string): Promise<void> {
  await admin(url, `create database ${template}`)
  const { db, close } = openDatabase(urlOf(url, template), { max: 1, onError: () => undefined })
  try {
    await migrate(db)
  } finally {
    await close()
  }
}

export async function startThrowAwayServer(): Promise<ThrowAwayServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'opkomst-'))
  await chmod(dataDir, 0o711) // run as root, PostgreSQL's own account must be able to pass
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false })
  await prepare(server.url)
  let made = 0
  return {
    async database() {
      made += 1
      const name = `opkomst_${String(made)}`
      await admin(server.url, `create database ${name} template ${template}`)
      return urlOf(server.url, name)
    },
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
