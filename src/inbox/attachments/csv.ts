import { type AttachmentReading, type TextType, unreadable } from './attachment-reading.ts'
import { decodeText } from './decode-text.ts'
import { mostRows, tidyLines } from './text-lines.ts'

export const readTxt = (content: Buffer): AttachmentReading => reading('txt', tidyLines(linesOf(decode(content))))

/** A row per line. The separator is what the first rows agree on; a program may also name it in a line of its own ('sep=;'). */
export const readCsv = (content: Buffer): AttachmentReading => {
  const text = decode(content)
  const named = /^sep=(.)\r?\n/i.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  const rows = rowsOf(body, named?.[1] ?? separatorOf(body))
  return reading('csv', tidyLines(rows.map((cells) => cells.join('\t'))))
}

const reading = (type: TextType, text: string): AttachmentReading =>
  text.trim() === '' ? { kind: 'no_text', type } : { kind: 'text', type, text, hiddenText: '' }

/** Four bytes per character is the most there is: longer than that is not even decoded. */
const longestBytes = 2_000_000

const decode = (content: Buffer): string => {
  if (content.length > longestBytes) throw unreadable('too_large')
  return decodeText(content)
}

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n?|\n/)
  if (lines.length > mostRows) throw unreadable('too_large')
  return lines
}

const separators = [';', '\t', ','] as const

/**
 * The one that splits most of the first rows in the same number of cells. A semicolon goes first: with Dutch settings it is what a
 * spreadsheet writes, and commas stand within the cells.
 */
const separatorOf = (text: string): string => {
  let best: { separator: string; score: number } = { separator: ';', score: 0 }
  for (const separator of separators) {
    const counts = rowsOf(text.slice(0, 20_000), separator)
      .slice(0, 20)
      .filter((cells) => cells.join('') !== '')
      .map((cells) => cells.length)
    const split = counts.filter((count) => count > 1)
    const score = split.length === 0 ? 0 : split.length / counts.length + (new Set(counts).size === 1 ? 1 : 0)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** RFC 4180, tolerant: a quote that opens a cell ends at the next single one; anywhere else it is a character. */
const rowsOf = (text: string, separator: string): string[][] => {
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const cell = cellAt(text, at, separator)
    rows.at(-1)?.push(plainCell(cell.value))
    if (cell.end >= text.length) return rows
    at = cell.end + 1
    if (text.charAt(cell.end) === separator) continue
    if (text.charAt(cell.end) === '\r' && text.charAt(at) === '\n') at += 1
    if (rows.push([]) > mostRows) throw unreadable('too_large')
  }
}

interface CsvCell {
  readonly value: string
  /** Where the separator or the line's end stands. */
  readonly end: number
}

const cellAt = (text: string, from: number, separator: string): CsvCell => {
  const quoted = text.charAt(from) === '"' ? quotedAt(text, from) : undefined
  const start = quoted?.end ?? from
  const end = endOfCell(text, start, separator)
  return { value: (quoted?.value ?? '') + text.slice(start, end), end }
}

/** Undefined: a quote that is never closed was none. */
const quotedAt = (text: string, from: number): CsvCell | undefined => {
  const parts: string[] = []
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return undefined
    parts.push(text.slice(at, quote))
    at = quote + 1
    if (text.charAt(at) !== '"') return { value: parts.join(''), end: at }
    parts.push('"')
    at += 1
  }
}

const endOfCell = (text: string, from: number, separator: string): number => {
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === separator || char === '\n' || char === '\r') return at
  }
  return text.length
}

/** '="0612345678"' is how a number keeps its first zero in a spreadsheet. */
const plainCell = (value: string): string =>
  value
    .replace(/^="?([^"]*)"?$/s, '$1')
    .replace(/\s+/g, ' ')
    .trim()
