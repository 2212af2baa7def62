/** A short name of a thing that people see and read out: 'K7M-4XQ2P'. It tells nothing. Made by `referenceFrom`. */
export type Reference = string & { readonly __brand: 'Reference' }

// No vowels, so that no word comes out; of letters and digits that look alike (B 8, S 5, Z 2, G 6, 0 O Q D, 1 I L) only one.
const letters = 'CDFHJKMNPRTVWXY'
const digits = '23456789'
const any = letters + digits

/** A reference is told from a phone number, a postcode and a word by its first three: a letter, a digit, a letter. */
const places = [letters, digits, letters, any, any, any, any, any]
const dashAfter = 3
const fewestBytes = 8

/** Makes a reference of random bytes, at least 8. Two may be the same by chance (1 in 12 thousand million): the table keeps them apart. */
export function referenceFrom(bytes: Uint8Array): Reference {
  if (bytes.length < fewestBytes) throw new RangeError(`a reference takes at least ${fewestBytes} random bytes`)
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (const alphabet of places) {
    const size = BigInt(alphabet.length)
    text += alphabet[Number(rest % size)] ?? ''
    rest /= size
  }
  return `${text.slice(0, dashAfter)}-${text.slice(dashAfter)}` as Reference // built of the alphabet above
}

const pattern = new RegExp(
  `(?<![\\p{L}\\d])([${letters}][${digits}][${letters}])[-\\u2010-\\u2015 ]?([${any}]{5})(?![\\p{L}\\d])`,
  'iu',
)

/** The first reference in a text, as typed: small letters, a space or nothing for the dash. undefined when there is none. */
export function parseReference(text: string): Reference | undefined {
  const [, start, end] = pattern.exec(text) ?? []
  if (start === undefined || end === undefined) return undefined
  return `${start}-${end}`.toUpperCase() as Reference // matched the pattern
}
