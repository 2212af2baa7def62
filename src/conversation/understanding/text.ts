/** Longer than any honest message: what comes after is not read. */
const maxLength = 4000

/** Where a sentence ends; no phrase reaches over it. */
export const border = '|'

export interface Words {
  /** The message as `plain` writes it, as far as it is read. */
  readonly plain: string
  /** Lower case, without accents; `border` between sentences. */
  readonly tokens: readonly string[]
  /** Which of the tokens have a comma or the like right before them: a 'not' does not reach over it. */
  readonly pauses: ReadonlySet<number>
  readonly question: boolean
  readonly emoji: 'thumbs_up' | 'thumbs_down' | 'none'
}

/** What stands behind a number without a space: '14uur', '2e'. */
const units =
  'u|uur|ure|uurtje|uurtjes|h|hr|hrs|hour|hours|am|pm|min|mins|minu[a-z]*|minute|minutes|m|e|de|ste|st|nd|rd|th|er|eme|x|jr|jaar|km|kids|kinder[a-z]*|euro|dag|dagen|week|weken|gun|saat|dk|dakika|godz|dni|hs|hrs|kind'

/** Arabic in Latin letters writes some of its letters as digits: '3ndi', 'ma3reft', 'sba7'. */
export const digitWords = `[a-z]+[235789]+[a-z235789]*|[235789](?!(?:${units})\\b)[a-z]{2,}[a-z235789]*`

const word = new RegExp(
  `\\d{1,2}[:.]\\d{2}(?!\\d)|${digitWords}|\\d+|[\\p{L}\\p{M}]+|[.!?\\n\\r\\u061f\\u1362\\u1367]+|[,;:()/\\u060c\\u061b\\u1363-]`,
  'gu',
)

/** Cuts a message into words. Total: any string will do, of any length and in any script. */
export function wordsIn(message: string): Words {
  const text = plain(message.slice(0, maxLength))
  const tokens: string[] = []
  const pauses = new Set<number>()
  for (const piece of text.match(word) ?? []) {
    if (/^[,;:()/\u060c\u061b\u1363-]/.test(piece)) pauses.add(tokens.length)
    else tokens.push(/^[.!?\n\r\u061f\u1362\u1367]/.test(piece) ? border : piece.replace('.', ':'))
  }
  return { plain: text, tokens, pauses, question: /[?\u061f\u1367]/.test(text), emoji: emojiIn(text) }
}

/** A phrase of a lexicon, its words as those of a message are read. */
export const asRead = (phrase: string): string => phrase.replaceAll(/[\p{L}\p{M}\p{N}'’ʼ.]+/gu, plain)

/** Letters that people take for one another, or that their phone has only one of. */
const likeLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  گ: 'ك',
  ة: 'ه',
  ٱ: 'ا',
}

const digitOf = (letter: string): string => String(letter.charCodeAt(0) & 0xf)

const plainLetters = /^[\x01-\x7f]*$/

/** As most messages: nothing is taken off of any of its letters, and none of them tells a language. */
export const hasPlainLetters = (text: string): boolean => plainLetters.test(text)

/** Accents go, apostrophes go ("can't" is "cant"), keycaps become their number, dotted short forms close up ('a.u.b.'). */
export function plain(text: string): string {
  return (hasPlainLetters(text) ? text.toLowerCase() : simply(text))
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[[\]_*~]/g, ' ')
}

const simply = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670\u0640\u200b-\u200f\ufe0f\u20e3\u0000]/g, '')
    .toLowerCase()
    .replace(/[ıłđىیېکگةٱ٠-٩۰-۹]/g, (letter) => likeLetters[letter] ?? digitOf(letter))

function emojiIn(text: string): Words['emoji'] {
  if (/[👍👌✅🆗]/u.test(text)) return 'thumbs_up'
  return /[👎❌]/u.test(text) ? 'thumbs_down' : 'none'
}
