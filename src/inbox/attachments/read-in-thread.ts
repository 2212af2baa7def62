import { Worker } from 'node:worker_threads'
import type { AttachmentReading } from './attachment-reading.ts'

export interface DocumentToRead {
  readonly type: 'pdf' | 'zip'
  readonly name: string
  readonly content: Uint8Array
}

/** Some times what the largest document takes that we read, and less than a whole mail may take. */
const longestMs = 4_000
const mostMemoryMb = 512
/** What is used once and forgotten is thrown away sooner: without it a thread keeps a hundred megabytes that it does not need. */
const youngMemoryMb = 24
/** The reader of PDFs keeps a little of each; a new thread starts with nothing. */
const mostDocuments = 3000

/**
 * Reads documents in a thread that is ended when one takes too long: there are files with which the reader of PDFs never comes to an end, and
 * nothing else can stop it. One at a time, so that no other is lost with it; the thread stays for the next.
 */
export const readInThread = (document: DocumentToRead): Promise<AttachmentReading> => {
  const reading = queue.then(() => readNow(document))
  // Where no thread could be started, the next one tries again.
  queue = reading.catch(() => undefined)
  return reading
}

let queue: Promise<unknown> = Promise.resolve()
let idle: Worker | undefined
let documentsLeft = mostDocuments

const readNow = async (document: DocumentToRead): Promise<AttachmentReading> => {
  const thread = idle ?? startThread()
  idle = undefined
  const { promise, resolve } = Promise.withResolvers<AttachmentReading | undefined>()
  const timer = setTimeout(() => resolve(undefined), longestMs)
  const onError = (): void => resolve(undefined)
  // While there is something to read, the process waits for it.
  thread.ref()
  thread.once('message', resolve).once('error', onError).once('exit', onError)
  // A copy, which the thread then owns.
  const content = new Uint8Array(document.content)
  thread.postMessage({ ...document, content }, [content.buffer])
  const reading = await promise
  clearTimeout(timer)
  thread.off('message', resolve).off('error', onError).off('exit', onError)
  documentsLeft -= 1
  if (reading === undefined || documentsLeft === 0) await thread.terminate()
  else {
    thread.unref()
    idle = thread
  }
  return reading ?? { kind: 'unreadable', why: 'too_large' }
}

const startThread = (): Worker => {
  documentsLeft = mostDocuments
  const thread = new Worker(new URL('./document-thread.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: youngMemoryMb },
  })
  // One that dies while it is idle is replaced when the next document comes.
  return thread
    .on('error', () => undefined)
    .once('exit', () => {
      if (idle === thread) idle = undefined
    })
}
