/** Longer than any honest message: what comes after is not read by rules. */
const maxLength = 4000

/** Where a sentence ends; no phrase reaches over it. */
export const border = '|'

export interface Words {
  /** Lower case, without accents; `border` between sentences. */
  readonly tokens: readonly string[]
  readonly question: boolean
  readonly emoji: 'thumbs_up' | 'thumbs_down' | 'none'
}

const word = /\d{1,2}[:.]\d{2}(?!\d)|\d+|[\p{L}\p{M}]+|[.!?\n\r]+/gu

/** Cuts a message into words. Total: any string will do, of any length and in any script. */
export function wordsIn(message: string): Words {
  const text = plain(message.slice(0, maxLength))
  const tokens = (text.match(word) ?? []).map((token) => (/^[.!?\n\r]/.test(token) ? border : token.replace('.', ':')))
  return { tokens, question: text.includes('?'), emoji: emojiIn(text) }
}

/** Accents go, apostrophes go ("can't" is "cant"), keycaps become their number, dotted short forms close up ('a.u.b.'). */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200b-\u200d\ufe0f\u20e3\u0000]/g, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[[\]_*~]/g, ' ')
}

function emojiIn(text: string): Words['emoji'] {
  if (/[👍👌✅🆗]/u.test(text)) return 'thumbs_up'
  return /[👎❌]/u.test(text) ? 'thumbs_down' : 'none'
}
