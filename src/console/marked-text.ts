/** A piece of a text; `marked` where it says what a field was filled with. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

interface Span {
  readonly start: number
  readonly end: number
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Shorter ones ('ja') stand everywhere. Longer ones are remarks. */
const shortest = 2
const longest = 300

/** In characters: a longer text is shown as it is. */
const longestText = 50_000

/** Behind a label or in a cell of its own, so that 'ja' is not found in 'januari'. White space in the mail may be any. */
const patternsOf = (words: string): RegExp[] => {
  const pattern = words
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s+`)
  const apart = String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`
  return [
    new RegExp(String.raw`(?<=[:\t]\s*)${apart}`, 'iu'),
    new RegExp(String.raw`(?<=^\s*)${apart}(?=\s*$)`, 'imu'),
    new RegExp(apart, 'iu'),
  ]
}

/** Where the words stand in a text: behind a label rather than anywhere; undefined when they cannot be found. */
function findWords(text: string, words: string): Span | undefined {
  const trimmed = words.trim()
  if (text.length > longestText || trimmed.length < shortest || trimmed.length > longest) return undefined
  const patterns = trimmed.length < 4 ? patternsOf(trimmed).slice(0, 2) : patternsOf(trimmed)
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return { start: found.index, end: found.index + found[0].length }
  }
  return undefined
}

/** The text in pieces, with each of the words marked where it can be found. Together the pieces are the text. */
export function markedText(text: string, words: readonly string[]): Piece[] {
  const spans = words.flatMap((one) => findWords(text, one) ?? []).toSorted((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (end <= at) continue
    const from = Math.max(start, at)
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(from, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

const longestLine = 120

/** The line in which the words stand, with the label before them; undefined when they are not there, or the line is long. */
export function lineWith(text: string, words: string): string | undefined {
  const found = findWords(text, words)
  if (!found) return undefined
  const start = text.lastIndexOf('\n', found.start - 1) + 1
  const end = text.indexOf('\n', found.end)
  const line = text
    .slice(start, end === -1 ? undefined : end)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length > longestLine ? undefined : line
}
