import { BullQueues } from './bull-queues.ts'
import { postgresBackend } from './postgres-backend.ts'
import { redisBackend } from './redis-backend.ts'
import { reportOnce } from './report-once.ts'
import type { Handler, NewJob, QueueHealth, WorkOptions } from './bull-queues.ts'
import type { OnError, QueueBackend } from './queue-backend.ts'

/** Makes stored work prompt. It may be wiped at any moment: what must happen stands in the database. */
export interface Queues {
  readonly backend: 'redis' | 'postgres'
  /**
   * Puts jobs on the queue of this name. An id that waits or runs is not added twice; one that is done, or failed, is. Any text is an id.
   * Rejects when the queue does not answer.
   */
  add(name: string, jobs: readonly NewJob[]): Promise<void>
  /** Handles jobs of this name from now on, `concurrency` at a time. A rejection is reported and not tried again. */
  work(name: string, handler: Handler, options: WorkOptions): void
  /** `detail` in Dutch, for who runs it. */
  health(): Promise<QueueHealth>
  /** Removes every job of every queue, those that run too. */
  wipe(): Promise<void>
  /** Lets running jobs finish and lets go, within 5 seconds, also when the queue is gone. */
  close(): Promise<void>
}

export interface QueueOptions {
  /** Redis when given, else PostgreSQL. */
  readonly redisUrl?: string
  readonly databaseUrl: string
  /** Keeps installations on one Redis apart. */
  readonly redisPrefix?: string
  /** Told of everything that went wrong out of sight: lost connections, and handlers that rejected. */
  readonly onError: OnError
}

/** The same words about a lost place are passed on once in this time. */
const silentMs = 30_000

/** Connects to Redis or PostgreSQL; rejects when it does not answer within 5 seconds. After that it survives its absence. */
export async function createQueues(options: QueueOptions): Promise<Queues> {
  const ended = new AbortController()
  const onLost = reportOnce(options.onError, silentMs, ended.signal)
  const backend = await openBackend(options, onLost)
  return new BullQueues(backend, { onError: options.onError, onLost, onClosed: () => ended.abort() })
}

function openBackend(options: QueueOptions, onError: OnError): Promise<QueueBackend> {
  const { redisUrl, databaseUrl, redisPrefix = 'opkomst' } = options
  return redisUrl === undefined ? postgresBackend(databaseUrl, onError) : redisBackend(redisUrl, redisPrefix, onError)
}
