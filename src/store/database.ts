import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared-statements.ts'
import type { Database } from './tables/database.ts'

export interface OpenDatabase {
  readonly db: Kysely<Database>
  close(): Promise<void>
}

/** A pool on the database; connections are made when they are needed and made anew after the server was gone. */
export function openDatabase(
  url: string,
  options: {
    max: number
    onError: (error: Error) => void
    onStatement?: (text: string) => void
    /** A server that is silent for so long is taken for gone. */
    longestAnswerMs?: number
  },
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    pipeline: true, // a transaction's begin goes out with its first statement
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: options.longestAnswerMs ?? 60_000,
    application_name: 'opkomst',
  })
  pool.on('error', options.onError) // an idle connection that breaks must not end the process
  pool.on('connect', (client) => client.on('error', options.onError)) // nor one that breaks in a transaction
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    log: (event) => options.onStatement?.(event.query.sql),
  })
  return { db, close: () => db.destroy() }
}
