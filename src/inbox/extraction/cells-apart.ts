import { couldBeOfLabel, wholeLabel } from './entry-words.ts'
import { matchLabel } from './label-match.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Lines whose cells a person or a program set apart with something else than a tab ('Naam; Jan Smit', 'Naam > Jan Smit',
 * 'Naam;Klantnummer;Telefoon' with a participant per line below it), with tabs. Only a line that begins with a label is one; and one
 * below such a heading.
 */
export const withCellsApart = (lines: readonly string[], vocabulary: Vocabulary): readonly string[] => {
  let above: Marked | undefined
  return lines.map((line) => {
    const marked = line.includes('\t') ? undefined : markedCells(line, above, vocabulary)
    if (marked !== undefined || line.trim() !== '') above = marked
    return marked?.cells.join('\t') ?? line
  })
}

interface Marked {
  readonly mark: RegExp
  readonly cells: readonly string[]
}

const marks = [/\s*;\s*/, /\s+(?:>{1,2}|[»›⇒➔➜➝►▶▸])\s+/u]

const markedCells = (line: string, above: Marked | undefined, vocabulary: Vocabulary): Marked | undefined => {
  for (const mark of marks) {
    const cells = line.split(mark)
    const [first = ''] = cells
    if (cells.length > 1 && (isLabel(first, vocabulary) || isRowBelow(mark, above))) return { mark, cells }
  }
  return undefined
}

/** With fewer or more cells too: whether a row fits its heading is seen where the table is read. */
const isRowBelow = (mark: RegExp, above: Marked | undefined): boolean =>
  above !== undefined && above.mark === mark && above.cells.length > 2

/** All of it: 'Tel. moeder' is a label, 'Naam: Jan' one with its value. */
const isLabel = (words: string, vocabulary: Vocabulary): boolean => {
  if (words.includes(':')) return false
  const label = matchLabel(words, vocabulary)
  if (label === undefined || label.value !== '')
    return couldBeOfLabel.test(words) && wholeLabel(words, vocabulary) !== undefined
  return true
}
