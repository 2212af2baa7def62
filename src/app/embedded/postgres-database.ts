import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

const patienceMs = 20_000

/**
 * Makes the database when absent. A server that we joined may be dying at this very moment; it is started again, so a
 * lost connection is tried again for a while.
 */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    try {
      return await createWhenAbsent(adminUrl, name)
    } catch (error) {
      if (!isConnectionLoss(error) || performance.now() > giveUpAt) throw error
      await sleep(100)
    }
  }
}

async function createWhenAbsent(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  // What goes wrong on the connection is told by the query on it; unheard here, it would end the program.
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}

/** The operating system's words, or PostgreSQL's class 57: operator intervention (shutting down, starting up). */
function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0\d)$/.test(code) || error.message === 'Connection terminated unexpectedly'
}
