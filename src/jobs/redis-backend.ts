import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import { connected, workerDefaults } from './queue-backend.ts'
import type { OnError, QueueBackend } from './queue-backend.ts'

/** A producer says at once that Redis is gone: what it wanted to add stands in the database and is offered again. */
const producerOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 5_000,
} satisfies RedisOptions

/** A consumer waits for Redis to come back, for as long as it takes. BullMQ demands this setting. */
const consumerOptions = { maxRetriesPerRequest: null } satisfies RedisOptions

const firstAnswerMs = 5_000

/** BullMQ on Redis: one connection to add jobs, one for the workers, and one per worker on which it waits to be woken. */
export async function redisBackend(redisUrl: string, prefix: string, onError: OnError): Promise<QueueBackend> {
  const producer = new Redis(redisUrl, producerOptions)
  const consumer = new Redis(redisUrl, consumerOptions)
  for (const redis of [producer, consumer]) redis.on('error', onError)
  try {
    await firstAnswer(producer)
  } catch (error) {
    for (const redis of [producer, consumer]) redis.disconnect()
    throw error
  }
  return backendOn(producer, consumer, prefix, onError)
}

function firstAnswer(redis: Redis): Promise<void> {
  return new Promise((resolve, reject) => {
    let lastError: Error = new Error('geen antwoord')
    redis.on('error', (error) => (lastError = error))
    redis.once('ready', resolve)
    setTimeout(() => reject(lastError), firstAnswerMs).unref()
  })
}

function backendOn(producer: Redis, consumer: Redis, prefix: string, onError: OnError): QueueBackend {
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
    async disconnect() {
      producer.disconnect()
      consumer.disconnect()
    },
  }
}

/** Each queue has one key <prefix>:<name>:meta. */
async function queueNames(redis: Redis, prefix: string): Promise<string[]> {
  const names: string[] = []
  let cursor = '0'
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}:*:meta`, 'COUNT', 1000)
    names.push(...keys.map((key) => key.slice(prefix.length + 1, -':meta'.length)))
    cursor = next
  } while (cursor !== '0')
  return [...new Set(names)]
}
