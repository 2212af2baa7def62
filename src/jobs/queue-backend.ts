import type { JobsOptions } from 'bullmq'

/** What travels in a job: ids, as strings. Never personal data. */
export type JobData = Record<string, string>

/** What we use of BullMQ's Queue. */
export interface OpenQueue {
  addBulk(jobs: { readonly name: string; readonly data: JobData; readonly opts: JobsOptions }[]): Promise<unknown>
  obliterate(options: { readonly force: boolean }): Promise<void>
  close(): Promise<void>
}

/** What we use of BullMQ's Worker. */
export interface OpenWorker {
  close(): Promise<void>
}

export type Processor = (job: { readonly data: JobData }) => Promise<void>
export type OnError = (error: Error) => void

/** Where jobs wait: one of the two places in which BullMQ can keep them. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres'
  /** A connected producer. Rejects at once when the place does not answer; ask again later. */
  openQueue(name: string): Promise<OpenQueue>
  /** A connected, running consumer. Rejects when the place does not answer; ask again later. */
  openWorker(name: string, processor: Processor, concurrency: number): Promise<OpenWorker>
  /** The queues that hold anything, those of other processes too. */
  queueNames(): Promise<string[]>
  /** Resolves when the place answers. */
  ping(): Promise<void>
  /** From here on a lost connection stays lost, so that nobody waits for it while we close. */
  stopReconnecting(): void
  /** Lets go of every connection, also when the place is gone. */
  disconnect(): Promise<void>
}

/**
 * Started by hand, once it is known to be connected; looks again a second after its place was gone. A job whose process
 * was killed is handed out again after at most 20 seconds: lock plus interval.
 */
export const workerDefaults = {
  autorun: false,
  runRetryDelay: 1_000,
  lockDuration: 15_000,
  stalledInterval: 5_000,
} as const

interface BullEmitter {
  on(event: 'error', listener: OnError): unknown
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}

/** Waits until it is connected. One that failed once stays broken (BullMQ remembers the rejection), so it is closed. */
export async function connected<T extends BullEmitter>(emitter: T, onError: OnError): Promise<T> {
  emitter.on('error', onError)
  try {
    await emitter.waitUntilReady()
    return emitter
  } catch (error) {
    emitter.close().catch(onError)
    throw error
  }
}
