import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Temporal } from 'temporal-polyfill'
import type { MailFacts, MailReading } from '../mail-reading.ts'
import type { ReadingAnswer, ReadingQuestion, ReadingSettings } from './reading-question.ts'
import { ReadingStopped } from './reading-stopped.ts'

export interface ReadingThread {
  /** One mail at a time, in order. Fails when the mail takes too long or too much memory: it then waits for a person. */
  read(raw: Buffer, facts: MailFacts, receivedAt: Temporal.Instant): Promise<MailReading>
  close(): Promise<void>
}

export interface ReadingThreadOptions extends ReadingSettings {
  readonly limitMs?: number
  readonly memoryMb?: number
  readonly idleMs?: number
}

/** No mail may hold up those behind it for longer; a large true one takes a second. */
const usualLimitMs = 9_000
/** A form of some megabytes needs a tenth of it. */
const usualMemoryMb = 384
/** Of a mail little is kept: what is forgotten is thrown away sooner, and the thread stays a hundred megabytes smaller. */
const youngMemoryMb = 24
/** A thread costs memory as long as it lives, and mails come in bursts. */
const usualIdleMs = 10_000

/**
 * Reads mails in a thread of its own, so that whatever the bytes are (a bomb, an endless loop in a library) the rest goes on: a thread
 * that takes too long or too much memory is ended, and the next mail gets a new one.
 */
export const createReadingThread = (options: ReadingThreadOptions): ReadingThread => {
  const { limitMs = usualLimitMs, memoryMb = usualMemoryMb, idleMs = usualIdleMs, checkDkim, clamdUrl } = options
  let worker: Promise<Worker> | undefined
  let known: MailFacts | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ended = worker
    worker = undefined
    known = undefined
    await (await ended)?.terminate()
  }

  const ready = (): Promise<Worker> => {
    clearTimeout(idle)
    worker ??= startWorker({ checkDkim, ...(clamdUrl && { clamdUrl }) }, memoryMb)
    return worker
  }

  const rest = (): void => {
    idle = setTimeout(() => void end(), idleMs)
    idle.unref()
  }

  const readNext = async (question: Omit<ReadingQuestion, 'facts'>, facts: MailFacts): Promise<MailReading> => {
    if (isClosed) throw new ReadingStopped()
    try {
      const thread = await ready()
      const answer = ask(thread, facts === known ? question : { ...question, facts }, limitMs)
      known = facts
      const { reading } = await answer
      if (reading === undefined) throw new Error('the mail could not be read')
      rest()
      return reading
    } catch (error) {
      await end()
      throw isClosed ? new ReadingStopped() : error
    }
  }

  return {
    read(raw, facts, receivedAt) {
      const question = { raw, receivedAt: receivedAt.epochMilliseconds }
      const reading = last.then(() => readNext(question, facts))
      last = reading.catch(() => undefined)
      return reading
    },
    async close() {
      isClosed = true
      await end()
    },
  }
}

/** Ready when it has loaded what it needs: that takes seconds on a busy machine, and says nothing about the mail. */
const startWorker = async (settings: ReadingSettings, memoryMb: number): Promise<Worker> => {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMemoryMb },
    // What a library says of a mail may hold a piece of it.
    stdout: true,
    stderr: true,
  })
  worker.unref()
  worker.stdout.resume()
  worker.stderr.resume()
  await once(worker, 'message')
  worker.on('error', () => undefined) // heard by who waits; without a listener it would end the process
  return worker
}

/** The worker's answer; fails when it ends or does not answer in time. */
const ask = (worker: Worker, question: ReadingQuestion, limitMs: number): Promise<ReadingAnswer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new Error('the mail takes too long to read'))), limitMs)
    const onMessage = (answer: ReadingAnswer): void => settle(() => resolve(answer))
    const onEnd = (): void => settle(() => reject(new Error('the mail takes too much memory to read')))
    const settle = (how: () => void): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
      how()
    }
    worker.on('message', onMessage).on('exit', onEnd).on('error', onEnd)
    worker.postMessage(question)
  })
