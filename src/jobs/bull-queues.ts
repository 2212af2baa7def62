import { setTimeout as sleep } from 'node:timers/promises'
import { asError, messageOf, within } from './within.ts'
import type { JobData, OnError, OpenQueue, OpenWorker, QueueBackend } from './queue-backend.ts'

export interface NewJob {
  readonly id: string
  readonly data: JobData
}

export type Handler = (data: JobData) => Promise<void>

export interface WorkOptions {
  readonly concurrency: number
}

export interface QueueHealth {
  readonly ok: boolean
  readonly detail: string
}

export interface Listeners {
  readonly onError: OnError
  /** Of a place that does not answer: every worker tries again every second, and somebody should not read of each. */
  readonly onLost: OnError
  readonly onClosed: () => void
}

/** Together under 5 seconds. */
const finishMs = 3_500
const letGoMs = 500
const reopenMs = 1_000

/** The same for every place where jobs can wait. */
export class BullQueues {
  readonly backend: 'redis' | 'postgres'
  readonly #place: QueueBackend
  readonly #tell: Listeners
  readonly #queues = new Map<string, Promise<OpenQueue>>()
  readonly #workers = new Map<string, Promise<OpenWorker | undefined>>()
  readonly #closing = new AbortController()
  #closed: Promise<void> | undefined

  constructor(place: QueueBackend, listeners: Listeners) {
    this.#place = place
    this.#tell = listeners
    this.backend = place.kind
  }

  async add(name: string, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return
    const queue = await this.#queue(name)
    await queue.addBulk(jobs.map(({ id, data }) => ({ name, data, opts: { jobId: jobIdOf(id), ...keepNothing } })))
  }

  work(name: string, handler: Handler, { concurrency }: WorkOptions): void {
    if (this.#workers.has(name)) throw new Error(`queue ${name} has a worker already`)
    this.#workers.set(name, this.#openWorker(name, handler, concurrency))
  }

  async health(): Promise<QueueHealth> {
    const place = this.backend === 'redis' ? 'Redis' : 'PostgreSQL'
    const began = performance.now()
    try {
      await within(2_000, this.#place.ping())
      return { ok: true, detail: `wachtrij op ${place} antwoordt in ${Math.ceil(performance.now() - began)} ms` }
    } catch {
      return { ok: false, detail: `wachtrij op ${place} antwoordt niet: kijk of ${place} draait` }
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
    await within(letGoMs, this.#place.disconnect()).catch(this.#tell.onError)
    this.#tell.onClosed()
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

  async #openWorker(name: string, handler: Handler, concurrency: number): Promise<OpenWorker | undefined> {
    const processor = (job: { data: JobData }) => this.#handle(name, handler, job.data)
    while (!this.#closing.signal.aborted) {
      try {
        return await this.#place.openWorker(name, processor, concurrency)
      } catch (error) {
        this.#tell.onLost(asError(error))
        await sleep(reopenMs, undefined, { signal: this.#closing.signal }).catch(() => {})
      }
    }
    return undefined
  }

  async #handle(name: string, handler: Handler, data: JobData): Promise<void> {
    try {
      await handler(data)
    } catch (error) {
      this.#tell.onError(new Error(`job on queue ${name} failed: ${messageOf(error)}`, { cause: error }))
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
      this.#tell.onError(asError(error))
    }
  }
}

/**
 * A finished job leaves nothing behind: its id must be free again, since the database offers work under the same id until
 * it is done. A failed job that were kept would block just that, without a word.
 */
const keepNothing = { removeOnComplete: true, removeOnFail: true } as const

/**
 * BullMQ refuses ids that are whole numbers, are empty or hold a ':', and with one of them the whole batch: a single moment in a key would
 * keep everything back that is due with it. So every text gets one that it takes, and no two the same.
 */
const jobIdOf = (id: string): string => `j_${id.replaceAll('%', '%25').replaceAll(':', '%3A')}`
