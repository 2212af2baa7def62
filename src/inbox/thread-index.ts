import { headerOf, type PlainMail } from './parse-mail.ts'

/**
 * The conversation that Outlook says a mail belongs to, in hexadecimals: the first 22 bytes of its Thread-Index, which every answer keeps
 * and adds five to ([MS-OXOMSG] 2.2.1.3). Undefined for none, and for what Outlook does not write: it comes from outside, and is only ever
 * compared.
 */
export const conversationOf = (mail: Pick<PlainMail, 'headers'>): string | undefined => {
  if (mail.headers.filter(({ key }) => key === name).length !== 1) return undefined
  const written = headerOf(mail, name).replaceAll(/\s/g, '')
  if (written.length > longest || !base64.test(written)) return undefined
  const bytes = Buffer.from(written, 'base64')
  const isOne = bytes.length >= headBytes && (bytes.length - headBytes) % bytesPerAnswer === 0 && bytes[0] === version
  const head = bytes.subarray(0, headBytes)
  return isOne && new Set(head.subarray(guidAt)).size > 1 ? head.toString('hex') : undefined
}

const name = 'thread-index'
const base64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const version = 1
const headBytes = 22
const guidAt = 6
const bytesPerAnswer = 5
/** In characters: of some three hundred answers. */
const longest = 2100
