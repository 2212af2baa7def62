import { parentPort } from 'node:worker_threads'
import { type AttachmentReading, Unusable } from './attachment-reading.ts'
import { readPdf } from './pdf.ts'
import type { DocumentToRead } from './read-in-thread.ts'

// The reader of PDFs unpacks by itself then, at once: to have Node unpack some kilobytes goes through streams and other threads, and takes longer.
Reflect.deleteProperty(globalThis, 'DecompressionStream')
// What fails is told by its kind; libraries make errors that nobody reads, and where each was made costs more than the error.
Error.stackTraceLimit = 0

/** Loaded once, when the first is read: to ask for a loaded module takes as long as to read some lines. */
const loadOfficeFile = () => (officeFile ??= import('./office-file.ts'))
let officeFile: Promise<typeof import('./office-file.ts')> | undefined

/** Runs in a thread of its own: reads one document after another, each to one reading. */
const readDocument = async ({ type, name, content }: DocumentToRead): Promise<AttachmentReading> => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (type === 'pdf') return readPdf(bytes)
  return (await loadOfficeFile()).readOfficeFile(name, bytes)
}

const readingOf = async (document: DocumentToRead): Promise<AttachmentReading> => {
  try {
    return await readDocument(document)
  } catch (error) {
    return error instanceof Unusable ? error.reading : { kind: 'unreadable', why: 'broken' }
  }
}

parentPort?.on('message', (document: DocumentToRead) => {
  void readingOf(document).then((reading) => parentPort?.postMessage(reading))
})
