import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { connected, workerDefaults } from './queue-backend.ts'
import type { OnError, QueueBackend } from './queue-backend.ts'

const firstAnswerMs = 5_000

/**
 * BullMQ on Redis. A producer says at once that Redis is gone: what it wanted to add stands in the database and is offered
 * again. A consumer waits for Redis to come back, as long as it takes.
 */
export async function redisBackend(redisUrl: string, prefix: string, onError: OnError): Promise<QueueBackend> {
  const closing = new AbortController()
  // BullMQ gives each worker a copy of the consumer to wait on, with its options: this ends their attempts too.
  const retryStrategy = (attempt: number) => (closing.signal.aborted ? null : Math.min(attempt * 100, 1_000))
  const failFast = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000 } as const
  const producer = new Redis(redisUrl, { retryStrategy, ...failFast })
  const consumer = new Redis(redisUrl, { retryStrategy, maxRetriesPerRequest: null })
  const connections = { producer, consumer, closing }
  for (const redis of [producer, consumer]) redis.on('error', onError)
  try {
    await Promise.all([firstAnswer(producer), firstAnswer(consumer)])
  } catch (error) {
    disconnect(connections)
    throw error
  }
  return backendOn(connections, prefix, onError)
}

interface Connections {
  readonly producer: Redis
  readonly consumer: Redis
  readonly closing: AbortController
}

function disconnect({ producer, consumer, closing }: Connections): void {
  closing.abort()
  producer.disconnect()
  consumer.disconnect()
}

function firstAnswer(redis: Redis): Promise<void> {
  return new Promise((resolve, reject) => {
    let why = 'geen antwoord'
    redis.on('error', (error) => (why = reasonOf(error)))
    const late = setTimeout(() => reject(unreachable(why)), firstAnswerMs)
    redis.once('ready', () => {
      clearTimeout(late)
      resolve()
    })
  })
}

/** Its code (ECONNREFUSED), or the word with which Redis begins its own (WRONGPASS); not the rest, which may hold an address. */
const reasonOf = (error: Error & { readonly code?: unknown }): string =>
  typeof error.code === 'string' ? error.code : (/^[A-Z]{4,}\b/.exec(error.message)?.[0] ?? error.name)

const unreachable = (why: string): Error =>
  new Error(`Redis neemt geen verbinding aan (${why}): kijk of Redis draait en of REDIS_URL klopt.`)

function backendOn(connections: Connections, prefix: string, onError: OnError): QueueBackend {
  const { producer, consumer, closing } = connections
  return {
    kind: 'redis',
    openQueue: (name) =>
      connected(new Queue(name, { connection: producer, prefix, skipWaitingForReady: true }), onError),
    async openWorker(name, processor, concurrency) {
      const options = { ...workerDefaults, concurrency, prefix, connection: consumer }
      const worker = await connected(new Worker(name, processor, options), onError)
      worker.run().catch(onError)
      return worker
    },
    queueNames: () => queueNames(producer, prefix),
    async ping() {
      await producer.ping()
    },
    stopReconnecting: () => closing.abort(),
    disconnect: async () => disconnect(connections),
  }
}

/** Each queue has one key <prefix>:<name>:meta. */
async function queueNames(redis: Redis, prefix: string): Promise<string[]> {
  const names = new Set<string>()
  for await (const keys of redis.scanStream({ match: `${prefix}:*:meta`, count: 1000 })) {
    for (const key of keys) names.add(key.slice(prefix.length + 1, -':meta'.length))
  }
  return [...names]
}
