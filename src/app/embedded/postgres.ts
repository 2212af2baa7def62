import { Client } from 'pg'
import { databaseRole, ensureCluster, readPassword } from './postgres-cluster.ts'
import { choosePlace } from './postgres-place.ts'
import { findPrograms } from './postgres-programs.ts'
import { startServer } from './postgres-server.ts'
import { stopPostmaster } from './postgres-stop.ts'
import type { Place } from './postgres-place.ts'

export interface EmbeddedPostgres {
  /** Connects to the database 'opkomst'; holds the password. */
  readonly url: string
  /** The folder with the database's files, to show. Not always inside the data folder: see choosePlace. */
  readonly location: string
  /** The folder with `postgres` and `initdb`; the npm package has no pg_dump. */
  readonly binDir: string
  /** Ends all sessions, closes in order and waits until no process is left. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string
  /** For the terminal: one Dutch line each. */
  readonly log: (line: string) => void
  /** False: nothing survives a crash, faster. Only for tests. */
  readonly durable?: boolean
}

const database = 'opkomst'

/**
 * Starts the PostgreSQL that npm brought along, on the loopback address only, or joins the one that a killed start left
 * running on this data folder. The caller holds the lock on the data folder (instance-lock.ts): stop() stops the server
 * for everyone. Fails with one Dutch sentence that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, durable = true } = options
  const place = choosePlace(dataDir)
  const programs = findPrograms(place)
  await ensureCluster(place, programs, durable)
  const server = await startServer(place, programs, durable)
  try {
    await ensureDatabase(urlOf(place, server.port, 'postgres'))
  } catch (error) {
    await stopPostmaster(server.pid)
    throw error
  }
  log(`PostgreSQL ${programs.version} draait op 127.0.0.1:${server.port}, gegevens in ${place.cluster}`)
  return {
    url: urlOf(place, server.port, database),
    location: place.cluster,
    binDir: programs.binDir,
    stop: () => stopPostmaster(server.pid),
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function urlOf(place: Place, port: number, name: string): string {
  return `postgres://${databaseRole}:${readPassword(place)}@127.0.0.1:${port}/${name}`
}
