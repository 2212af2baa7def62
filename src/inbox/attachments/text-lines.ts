import { cleanText } from '#src/inbox/extraction/clean-text.ts'
import { unreadable } from './attachment-reading.ts'

/** No form is longer, and reading takes time in proportion. */
const longestText = 500_000
export const mostRows = 20_000

/**
 * Lines as the reader of labelled lines takes them: in plain characters, and a colon with its label where a form puts it before the
 * value ('Naam<TAB>: Sanne'). Empty cells at the end are one tab: there is room for a value, and it was left open.
 *
 * @throws {Unusable} when it is too long.
 */
export const tidyLines = (lines: readonly string[]): string => {
  if (lines.length > mostRows * 2) throw unreadable('too_large')
  const text = lines.join('\n')
  if (text.length > longestText) throw unreadable('too_large')
  return cleanText(text)
    .replace(/(?<! ) *\t *:[ \t]*/g, ':\t')
    .split('\n')
    .map(withoutTail)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

const withoutTail = (line: string): string => {
  const filled = line.trimEnd()
  return filled !== '' && line.includes('\t', filled.length) ? `${filled}\t` : filled
}
