import type { FormField } from '#src/domain/contract/contract.ts'
import { removedBsn } from '#src/domain/values/bsn.ts'
import { couldBeOfLabel, isEmptyLabel, isLeading, isValue, isWholeName, wholeLabel } from './entry-words.ts'
import { type LabelMatch, matchLabel, mistypedField } from './label-match.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a column of a table is about; undefined when nobody knows its heading. */
export type Column = FormField | 'unwanted' | undefined

/** Empty cells at the end of a row say nothing; others keep the columns apart. */
export const cellsOf = (line: string): string[] =>
  line
    .replace(/[\t| ]+$/, '')
    .split(/[\t|]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== ':')

/** 'Kopje: ' of which we do not know the label: it is no value of the label before it. */
export const looksLikeLabel = /^\p{L}[\p{L}\p{N} .()/&'-]{1,40}:/u

/** Which cells of a row, or pieces of a line, are labels. */
export class CellLabels {
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** 'Naam: Jan     Telefoon: 06-1', 'Naam: Jan; Telefoon: 06-1', 'Naam: Jan > Telefoon: 06-1' and with ' / ' are several in one line. */
  piecesOf(line: string): readonly string[] | undefined {
    if (line.indexOf(':') === line.lastIndexOf(':')) return undefined
    const pieces = line.split(/ {3,}|(?:\s*[;,]|\s[>/])\s+(?=\p{L}[^;,:>]{1,40}:)/u)
    const known = pieces.filter((piece) => piece.includes(':') && matchLabel(piece, this.vocabulary) !== undefined)
    return known.length > 1 && pieces.every((piece) => looksLikeLabel.test(piece)) ? pieces : undefined
  }

  /** Where a narrow gap was not seen, a value and the next label are one cell: then the cells do not pair. */
  apartIn(cells: readonly string[], inTable: boolean): readonly string[] {
    if (cells.length < 3 || cells.length % 2 === 0 || !this.startWith(cells, inTable)) return cells
    return cells.flatMap((cell, index) => (index % 2 === 1 ? this.valueAndLabel(cell, cells[index + 1]) : [cell]))
  }

  /** 'Tamara Tolk' before 'Ria Bos' is a name like that one. */
  private valueAndLabel(cell: string, next = ''): readonly string[] {
    const words = matchLabel(cell, this.vocabulary) === undefined ? cell.split(' ') : [cell]
    const fewest = isWholeName(cell) && isWholeName(next) ? 2 : 1
    for (let at = Math.max(fewest, words.length - 4); at < words.length; at += 1) {
      const end = words.slice(at).join(' ')
      if (matchLabel(end, this.vocabulary)?.value === '') return [words.slice(0, at).join(' '), end]
    }
    return [cell]
  }

  /**
   * A row of nothing but labels is the heading of a table with a participant per row. `goesOnBelow`: of one row so far, to which a second heading
   * may add.
   */
  headingOf(cells: readonly string[], goesOnBelow: boolean): readonly Column[] | undefined {
    if (cells.length < 2 || cells.includes('')) return undefined
    const columns = this.labelsInHeading(cells)
    const known = columns.filter((label) => label?.value === '')
    const wordy = cells.some((cell, index) => columns[index] === undefined && isValue(cell))
    const names = known.some((label) => isLeading(label?.field))
    return (names || goesOnBelow) &&
      known.length >= Math.max(2, (cells.length + 1) / 2) &&
      !wordy &&
      columns.every(isEmptyLabel)
      ? columns.map((label) => label?.field)
      : undefined
  }

  /** One label as we know it says little: 'Naam | Sofie Jansen' is no heading, though 'Sofie' resembles a label. */
  private labelsInHeading(cells: readonly string[]): readonly (LabelMatch | undefined)[] {
    const exact = cells.map((cell) => matchLabel(cell, this.vocabulary))
    if (exact.filter((label) => label?.value === '').length < 2) return exact
    return exact.map((label, index) => label ?? this.ofCell(cells[index] ?? ''))
  }

  /** In a place where a value may stand a whole name is no label that somebody mistyped. */
  ofValue(cell: string): LabelMatch | undefined {
    return isWholeName(cell) ? matchLabel(cell, this.vocabulary) : this.ofCell(cell)
  }

  /** What was taken out of a cell names what stood there, and is no label. */
  ofCell(cell: string): LabelMatch | undefined {
    if (cell.startsWith(removedBsn)) return undefined
    const exact = matchLabel(cell, this.vocabulary)
    if (exact !== undefined) return exact
    const mistyped = mistypedField(cell, this.vocabulary)
    return mistyped && { ...mistyped, value: '' }
  }

  /** 'Tel. 06 | 06-12345678' and 'Risico (laag/hoog): | laag': all of the cell is the label. */
  before(cell: string): LabelMatch | undefined {
    const exact = this.ofCell(cell)
    const label = exact && couldBeOfLabel.test(exact.value) ? (wholeLabel(cell, this.vocabulary) ?? exact) : exact
    const isAll = label !== undefined && (cell.endsWith(':') || /^0?6$/.test(label.value))
    return isAll ? { ...label, value: '' } : label
  }

  /** `inTable`: where the first cell may be a value. */
  startWith([first = '']: readonly string[], inTable: boolean): boolean {
    const label = inTable ? this.ofValue(first) : this.ofCell(first)
    return first !== '' && label !== undefined
  }
}
