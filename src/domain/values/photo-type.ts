/** What a photo of proof may be: what every browser shows without a program of its own. */
export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

/** In bytes. A phone's photo is smaller, also one of the largest. */
export const largestPhoto = 10 * 1024 * 1024

const begins = (bytes: Uint8Array, at: number, text: string): boolean =>
  Array.from(text).every((character, n) => bytes[at + n] === character.codePointAt(0))

/** By its first bytes: what the sender calls a file proves nothing. Undefined: none of ours, empty, or too large. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | undefined {
  if (bytes.length > largestPhoto) return undefined
  if (begins(bytes, 0, '\u00FF\u00D8\u00FF')) return 'image/jpeg'
  if (begins(bytes, 0, '\u0089PNG\r\n\u001A\n')) return 'image/png'
  if (begins(bytes, 0, 'RIFF') && begins(bytes, 8, 'WEBP')) return 'image/webp'
  return begins(bytes, 0, '%PDF-') ? 'application/pdf' : undefined
}
