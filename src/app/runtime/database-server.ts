import { existsSync, realpathSync } from 'node:fs'
import type { Config, Secrets } from '../config/config.ts'
import { filesIn } from '../embedded/postgres-files.ts'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../embedded/postgres.ts'
import { lockDataDir } from '../embedded/instance-lock.ts'
import { Refusal } from './stop-reason.ts'

/** A database that answers, and what to let go of afterwards. */
export interface DatabaseServer {
  readonly url: string
  /** Where the embedded one keeps its files; absent: not ours. */
  readonly location?: string
  close(): Promise<void>
}

export interface ServerQuestion {
  readonly config: Pick<Config, 'dataDir' | 'database'>
  readonly secrets: Pick<Secrets, 'databaseUrl'>
  /** Dutch lines of the embedded server, such as where it had to put its files. */
  readonly onLine: (line: string) => void
}

const nothing = (): Promise<void> => Promise.resolve()

/**
 * For `start`: takes the data folder, or refuses because another process has it, and starts what is to be started. `first` comes in
 * between: what may refuse as well, and should before a database is made.
 */
export async function ownServer(
  { config, secrets, onLine }: ServerQuestion,
  first: () => Promise<void> = nothing,
): Promise<DatabaseServer> {
  const lock = await lockDataDir(config.dataDir)
  try {
    await first()
    if (secrets.databaseUrl) return { url: secrets.databaseUrl, close: () => lock.release() }
    const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log: onLine })
    return {
      url: server.url,
      location: server.location,
      async close() {
        await server.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Nothing was ever started on this data folder. */
export class NoDataYet extends Refusal {}

/**
 * For every other command: the server that runs, of a start that goes on or was killed; else one of our own for as long as the command
 * takes. `mayCreate`: also when there are no data yet.
 */
export async function joinServer(question: ServerQuestion, mayCreate = false): Promise<DatabaseServer> {
  const { config, secrets } = question
  if (secrets.databaseUrl) return { url: secrets.databaseUrl, close: nothing }
  const running = findEmbeddedPostgres(config.dataDir)
  if (running !== undefined) return { url: running, close: nothing }
  if (!mayCreate && !hasData(config.dataDir))
    throw new NoDataYet(
      `Er zijn nog geen gegevens in ${config.dataDir}: start Opkomst eerst (npm start), of zet DATA_DIR.`,
    )
  return ownServer(question)
}

/** A note of a place elsewhere counts too: findEmbeddedPostgres looks there. */
function hasData(dataDir: string): boolean {
  if (!existsSync(dataDir)) return false
  const folder = realpathSync(dataDir)
  return existsSync(filesIn(folder).cluster) || existsSync(`${folder}/postgres.location`)
}
