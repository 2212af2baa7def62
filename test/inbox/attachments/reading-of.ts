import { expect } from 'vitest'
import { type AttachmentReading, readAttachment } from '#src/inbox/attachments/attachment.ts'

export const read = (name: string, content: Buffer | string, declaredType = ''): Promise<AttachmentReading> =>
  readAttachment({ name, declaredType, content: Buffer.isBuffer(content) ? content : Buffer.from(content) })

/** The text of a file that must be readable, and its hidden text. */
export const textsOf = async (
  name: string,
  content: Buffer | string,
): Promise<{ text: string; hiddenText: string }> => {
  const reading = await read(name, content)
  expect(reading.kind, JSON.stringify(reading)).toBe('text')
  return reading.kind === 'text' ? reading : { text: '', hiddenText: '' }
}

export const linesOf = async (name: string, content: Buffer | string): Promise<string[]> =>
  (await textsOf(name, content)).text.split('\n')
