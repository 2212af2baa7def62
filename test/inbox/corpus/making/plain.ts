import type { Mail } from './message.ts'
import { text, type TextOptions } from './parts.ts'

type Rest = Partial<Pick<Mail, 'trust' | 'headers' | 'to'>>

/** A mail of nothing but text. */
export function plain(
  what: string,
  from: Mail['from'],
  subject: string,
  words: string,
  rest: Rest & TextOptions = {},
): Mail {
  const { trust, headers, to, ...options } = rest
  return {
    what,
    from,
    subject,
    content: text(`${words.trim()}\n`, options),
    ...(trust === undefined ? {} : { trust }),
    ...(headers === undefined ? {} : { headers }),
    ...(to === undefined ? {} : { to }),
  }
}
