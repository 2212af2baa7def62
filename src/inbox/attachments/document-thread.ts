import { parentPort } from 'node:worker_threads'
import { type AttachmentReading, Unusable } from './attachment-reading.ts'
import type { DocumentToRead } from './read-in-thread.ts'

/** Runs in a thread of its own: reads one document after another, each to one reading. */
const readDocument = async ({ type, name, content }: DocumentToRead): Promise<AttachmentReading> => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (type === 'pdf') return (await import('./pdf.ts')).readPdf(bytes)
  return (await import('./office-file.ts')).readOfficeFile(name, bytes)
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
