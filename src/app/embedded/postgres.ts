import { existsSync, realpathSync } from 'node:fs'
import { databaseRole, ensureCluster, readPassword } from './postgres-cluster.ts'
import { ensureDatabase } from './postgres-database.ts'
import { choosePlace, knownPlace } from './postgres-place.ts'
import { findPrograms } from './postgres-programs.ts'
import { keepServer } from './postgres-watch.ts'
import { runningPostmaster } from './postmaster-pid.ts'
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
  const place = await choosePlace(dataDir, log)
  const programs = findPrograms(place)
  await ensureCluster(place, programs, durable)
  const server = await keepServer(place, programs, { durable, log })
  try {
    await ensureDatabase(urlOf(place, server.port, 'postgres'), database)
  } catch (error) {
    await server.stop()
    throw error
  }
  log(`PostgreSQL ${programs.version} draait op 127.0.0.1:${server.port}, gegevens in ${place.cluster}`)
  return {
    url: urlOf(place, server.port, database),
    location: place.cluster,
    binDir: programs.binDir,
    stop: () => server.stop(),
  }
}

/** The url of the server that runs on this data folder now, for a command that joins it. Undefined: none runs. */
export function findEmbeddedPostgres(dataDir: string): string | undefined {
  if (!existsSync(dataDir)) return undefined
  const place = knownPlace(realpathSync(dataDir))
  if (place === undefined) return undefined
  const running = runningPostmaster(place.cluster)
  return running?.status === 'ready' ? urlOf(place, running.port, database) : undefined
}

function urlOf(place: Place, port: number, name: string): string {
  return `postgres://${databaseRole}:${readPassword(place)}@127.0.0.1:${port}/${name}`
}
