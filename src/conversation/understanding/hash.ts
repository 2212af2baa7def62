/** FNV-1a: a number that tells texts apart, one letter after another. */
export const seed = 0x811c9dc5

/** The hash of a text that is one letter longer. */
export const further = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193)

/** A hash as one of so many numbers, a power of two. */
export const within = (hash: number, many: number): number => (hash ^ (hash >>> 15)) & (many - 1)

/** The hash of a text that goes on with another one. */
export function furtherBy(hash: number, text: string): number {
  let longer = hash
  for (let at = 0; at < text.length; at++) longer = further(longer, text.charCodeAt(at))
  return longer
}
