import { createPostgresBackend, DEFAULT_SCHEMA, Queue, runMigrations, Worker } from 'bullmq'
import type { PgPool } from 'bullmq'
import { Pool } from 'pg'
import { connected, workerDefaults } from './queue-backend.ts'
import type { OnError, QueueBackend } from './queue-backend.ts'

/** For adding, fetching and finishing jobs; each worker adds one more, on which it waits to be woken. */
const sharedConnections = 10

/**
 * BullMQ on PostgreSQL. Every queue and worker shares one pool: each on its own would take ten connections. The schema is
 * 'bullmq' and no other, because BullMQ looks for its version there whatever the pool's search path says.
 */
export async function postgresBackend(databaseUrl: string, onError: OnError): Promise<QueueBackend> {
  const pool = openPool(databaseUrl, onError)
  try {
    await migrate(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return backendOn(pool, onError)
}

function openPool(connectionString: string, onError: OnError): Pool {
  const pool = new Pool({
    connectionString,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    max: sharedConnections,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 5_000,
    // A server that stopped answering without hanging up would otherwise hold a worker for good.
    query_timeout: 30_000,
    application_name: 'opkomst-queue',
  })
  // Every queue and worker adds a listener of its own.
  pool.setMaxListeners(0)
  pool.on('error', onError)
  // The pool watches idle connections only; one that is lost while BullMQ holds it would end the program.
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
}

function backendOn(pool: Pool, onError: OnError): QueueBackend {
  const connection = asBullPool(pool)
  return {
    kind: 'postgres',
    openQueue: (name) => connected(new Queue(name, { connection }, createPostgresBackend), onError),
    async openWorker(name, processor, concurrency) {
      const options = { ...workerDefaults, concurrency, connection }
      const worker = await connected(new Worker(name, processor, options, createPostgresBackend), onError)
      pool.options.max += 1
      worker.run().catch(onError)
      return worker
    },
    async queueNames() {
      const { rows } = await pool.query<{ queue: string }>('select distinct queue from job')
      return rows.map((row) => row.queue)
    },
    async ping() {
      await pool.query('select 1')
    },
    // The pool connects only when something asks.
    stopReconnecting() {},
    disconnect: () => pool.end(),
  }
}

/**
 * A pg.Pool has all that BullMQ asks, but pg's types write optional values as `T | undefined`, which
 * exactOptionalPropertyTypes keeps apart from BullMQ's `T?`: only the type checker sees a difference.
 */
function asBullPool(pool: Pool): PgPool {
  return pool as unknown as PgPool
}
