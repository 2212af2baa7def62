import { createHash } from 'node:crypto'

/** Letters and digits that are always the same for the same words: for ids, boundaries and made-up signatures. */
export function token(words: string, length = 24): string {
  return pseudoRandom(words, length).toString('hex').slice(0, length)
}

/** Bytes that look like chance and are always the same for the same words. */
export function pseudoRandom(words: string, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let block = 0; blocks.length * 32 < length; block += 1) {
    blocks.push(createHash('sha256').update(`${words}/${block}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}

export function base64Lines(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
}

/** Line ends as on the wire. */
export function crlf(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n')
}
