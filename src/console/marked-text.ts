/** A piece of a text; `marked` where it says what a field was filled with, `sentence` where it is part of that one of the sentences. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
  readonly sentence?: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Shorter ones ('ja') stand everywhere. Longer ones are remarks. */
const shortest = 2
const longest = 300

/** In characters: a longer text is shown as it is. */
const longestText = 50_000

/** Behind a label or in a cell of its own, so that 'ja' is not found in 'januari'. White space in the mail may be any. */
const patternsOf = (words: string): RegExp[] => {
  const pattern = words
    .split(/\s+/)
    .map((word) => RegExp.escape(word))
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

/** A sentence is marked letter by letter. */
const findSentence = (text: string, sentence: string): Span | undefined => {
  const start = sentence === '' ? -1 : text.indexOf(sentence)
  return start === -1 ? undefined : { start, end: start + sentence.length }
}

const isIn = (place: number, span: Span | undefined): boolean =>
  span !== undefined && span.start <= place && place < span.end

/** The text in pieces, with each of the words and sentences marked where it can be found. Together the pieces are the text. */
export function markedText(text: string, words: readonly string[], sentences: readonly string[] = []): Piece[] {
  const ofWords = words.flatMap((one) => findWords(text, one) ?? [])
  const ofSentences = sentences.map((one) => findSentence(text, one))
  const edges = [...ofWords, ...ofSentences.flatMap((span) => span ?? [])].flatMap(({ start, end }) => [start, end])
  const places = [...new Set([0, ...edges])].toSorted((a, b) => a - b)
  return places.flatMap((start, index) => {
    const piece = text.slice(start, places[index + 1])
    const sentence = ofSentences.findIndex((span) => isIn(start, span))
    const marked = ofWords.some((span) => isIn(start, span))
    return piece === '' ? [] : [{ text: piece, marked, ...(sentence === -1 ? {} : { sentence }) }]
  })
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
