const encodedWord = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/gi

/** White space between two encoded words is no part of the text (RFC 2047, section 6.2). */
const betweenWords = /(\?=)\s+(?==\?)/g

/** The text of a header that was written with encoded words (RFC 2047); a word that cannot be read stays as it is. */
export const decodeWords = (text: string): string =>
  text
    .replace(betweenWords, '$1')
    .replace(encodedWord, (word: string, charset: string, encoding: string, body: string) => {
      const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : bytesOfQ(body)
      return decode(bytes, charset.replace(/\*.*/, '')) ?? word
    })

/** A header with its bytes as characters is UTF-8 when it can be (RFC 6532). */
export const fromHeaderBytes = (text: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

const bytesOfQ = (body: string): Buffer =>
  Buffer.from(
    body
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    'latin1',
  )

const decode = (bytes: Buffer, charset: string): string | undefined => {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return undefined
  }
}
