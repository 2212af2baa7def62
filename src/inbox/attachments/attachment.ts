import { type Attachment, type AttachmentReading, Unusable, unreadable } from './attachment-reading.ts'
import { readCsv, readTxt } from './csv.ts'
import { fileTypeOf } from './file-type.ts'
import { readInThread } from './read-in-thread.ts'

export type { Attachment, AttachmentReading } from './attachment-reading.ts'

/** A form with pictures has some megabytes. */
const largest = 30_000_000

/**
 * What an attachment says, by its bytes and not by its name. Nothing in it is run, followed or written to disk. Total: it never throws.
 */
export const readAttachment = async (attachment: Attachment): Promise<AttachmentReading> => {
  try {
    return await read(attachment)
  } catch (error) {
    return error instanceof Unusable ? error.reading : { kind: 'unreadable', why: 'broken' }
  }
}

const read = async ({ name, declaredType, content }: Attachment): Promise<AttachmentReading> => {
  if (content.length > largest) throw unreadable('too_large')
  const type = fileTypeOf(name, declaredType, content)
  switch (type) {
    case 'pdf':
    case 'zip':
      return readInThread({ type, name, content })
    case 'csv':
      return readCsv(content)
    case 'txt':
      return readTxt(content)
    case 'image':
    case 'mail':
    case 'calendar':
    case 'signature':
      return { kind: type }
  }
}
