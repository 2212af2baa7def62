import { setTimeout as sleep } from 'node:timers/promises'
import { postgresBackend } from './postgres-backend.ts'
import { redisBackend } from './redis-backend.ts'
import { reportOnce } from './report-once.ts'
import type { JobData, OnError, OpenQueue, OpenWorker, QueueBackend } from './queue-backend.ts'

/** Makes stored work prompt. It may be wiped at any moment: what must happen stands in the database. */
export interface Queues {
  readonly backend: 'redis' | 'postgres'
  /**
   * Puts jobs on the queue of this name. An id that waits or runs is not added twice; one that is done, or failed, is.
   * Rejects when the queue does not answer. Ids are not whole numbers and hold no ':'.
   */
  add(name: string, jobs: readonly { readonly id: string; readonly data: JobData }[]): Promise<void>
  /** Handles jobs of this name from now on, `concurrency` at a time. A rejection is reported and not tried again. */
  work(name: string, handler: (data: JobData) => Promise<void>, options: { readonly concurrency: number }): void
  health(): Promise<{ readonly ok: boolean; readonly detail: string }>
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

const finishMs = 3_500
const letGoMs = 500
const reopenMs = 1_000
const silentMs = 30_000

/** Connects to Redis or PostgreSQL; rejects when it does not answer within 5 seconds. After that it survives its absence. */
export async function createQueues(options: QueueOptions): Promise<Queues> {
  const { redisUrl, databaseUrl, redisPrefix = 'opkomst', onError } = options
  const backend =
    redisUrl === undefined
      ? await postgresBackend(databaseUrl, reportOnce(onError, silentMs))
      : await redisBackend(redisUrl, redisPrefix, reportOnce(onError, silentMs))
  return new BullQueues(backend, onError)
}

class BullQueues implements Queues {
  readonly backend: 'redis' | 'postgres'
  readonly #place: QueueBackend
  readonly #onError: OnError
  readonly #queues = new Map<string, Promise<OpenQueue>>()
  readonly #workers = new Map<string, Promise<OpenWorker | undefined>>()
  readonly #closing = new AbortController()
  #closed: Promise<void> | undefined

  constructor(place: QueueBackend, onError: OnError) {
    this.#place = place
    this.#onError = onError
    this.backend = place.kind
  }

  async add(name: string, jobs: readonly { readonly id: string; readonly data: JobData }[]): Promise<void> {
    if (jobs.length === 0) return
    for (const { id } of jobs) refuseId(id)
    const queue = await this.#queue(name)
    await queue.addBulk(jobs.map(({ id, data }) => ({ name, data, opts: { jobId: id, ...keepNothing } })))
  }

  work(
    name: string,
    handler: (data: JobData) => Promise<void>,
    { concurrency }: { readonly concurrency: number },
  ): void {
    if (this.#workers.has(name)) throw new Error(`queue ${name} has a worker already`)
    this.#workers.set(name, this.#openWorker(name, handler, concurrency))
  }

  async health(): Promise<{ readonly ok: boolean; readonly detail: string }> {
    const place = this.backend === 'redis' ? 'Redis' : 'PostgreSQL'
    const began = performance.now()
    try {
      await within(2_000, this.#place.ping())
      return { ok: true, detail: `wachtrij op ${place} antwoordt in ${Math.ceil(performance.now() - began)} ms` }
    } catch (error) {
      return { ok: false, detail: `wachtrij op ${place} antwoordt niet: ${messageOf(error)}` }
    }
  }

  async wipe(): Promise<void> {
    for (const name of await this.#place.queueNames()) {
      const queue = await this.#queue(name)
      await queue.obliterate({ force: true })
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#finishAndLetGo()
    return this.#closed
  }

  async #finishAndLetGo(): Promise<void> {
    this.#closing.abort()
    this.#place.stopReconnecting()
    await Promise.all([...this.#workers.values()].map((worker) => this.#finish(finishMs, worker)))
    await Promise.all([...this.#queues.values()].map((queue) => this.#finish(letGoMs, queue)))
    await within(letGoMs, this.#place.disconnect()).catch(this.#onError)
  }

  /** One that could not connect is forgotten, so that the next attempt makes a new one. */
  #queue(name: string): Promise<OpenQueue> {
    const known = this.#queues.get(name)
    if (known !== undefined) return known
    const opening = this.#place.openQueue(name)
    this.#queues.set(name, opening)
    opening.catch(() => this.#queues.delete(name))
    return opening
  }

  async #openWorker(
    name: string,
    handler: (data: JobData) => Promise<void>,
    concurrency: number,
  ): Promise<OpenWorker | undefined> {
    const processor = (job: { data: JobData }) => this.#handle(name, handler, job.data)
    while (!this.#closing.signal.aborted) {
      try {
        return await this.#place.openWorker(name, processor, concurrency)
      } catch (error) {
        this.#onError(asError(error))
        await sleep(reopenMs, undefined, { signal: this.#closing.signal }).catch(() => {})
      }
    }
    return undefined
  }

  async #handle(name: string, handler: (data: JobData) => Promise<void>, data: JobData): Promise<void> {
    try {
      await handler(data)
    } catch (error) {
      this.#onError(new Error(`job on queue ${name} failed: ${messageOf(error)}`, { cause: error }))
      throw error
    }
  }

  async #finish(ms: number, opened: Promise<{ close(): Promise<void> } | undefined>): Promise<void> {
    try {
      await within(
        ms,
        opened.then((one) => one?.close()),
      )
    } catch (error) {
      this.#onError(asError(error))
    }
  }
}

/**
 * A finished job leaves nothing behind: its id must be free again, since the database offers work under the same id until
 * it is done. A failed job that were kept would block just that, without a word.
 */
const keepNothing = { removeOnComplete: true, removeOnFail: true } as const

/** BullMQ refuses these itself, but only after it looked at the whole batch and in words that do not say which. */
function refuseId(id: string): void {
  if (id === '' || id.includes(':') || /^\d+$/.test(id))
    throw new Error(`job id '${id}' may not be empty, a whole number or hold ':'`)
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = sleep(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`geen antwoord binnen ${ms / 1000} s`)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    timer.abort()
    late.catch(() => {})
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

function messageOf(error: unknown): string {
  return asError(error).message
}
