import { unreadable } from './attachment-reading.ts'
import { mostRows } from './text-lines.ts'
import { shownNumber } from './xlsx-number.ts'
import { type NumberFormats, plain } from './xlsx-styles.ts'
import { readXml } from './xml.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  readonly formats: NumberFormats
  readonly from1904: boolean
}

export interface SheetRows {
  /** A tab between the columns, also the empty ones, but not the hidden: in a table a value stands below its heading. */
  readonly shown: readonly string[]
  /** Rows and columns that are hidden, and the texts for printing. */
  readonly hidden: readonly string[]
}

/** @throws {Unusable} when there are too many rows, or it is no XML. */
export const readSheet = (xml: Buffer, context: SheetContext): SheetRows => {
  const reader = new SheetReader(context)
  readXml(xml, reader)
  return { shown: withoutEmptyStart(reader.rows).map((cells) => cells.join('\t')), hidden: reader.hidden }
}

/** No spreadsheet of people has more; a cell far to the right would make a very long line. */
const mostColumns = 500

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
}

/** A form often starts in the second column. */
const withoutEmptyStart = (rows: readonly (readonly string[])[]): (readonly string[])[] => {
  const first = rows.reduce((least, cells) => {
    const at = cells.findIndex((cell) => cell !== '')
    return at === -1 ? least : Math.min(least, at)
  }, mostColumns)
  return rows.map((cells) => cells.slice(first))
}

/** Texts for printing stand on paper only. */
const printed = /^(?:odd|even|first)(?:Header|Footer)$/

class SheetReader {
  private readonly shown: string[][] = []
  readonly hidden: string[] = []
  private readonly context: SheetContext
  private readonly hiddenColumns: { readonly from: number; readonly to: number }[] = []
  private row: string[] = []
  private rowIsHidden = false
  private rowNumber = 0
  private nextColumn = 0
  private cell: Cell | undefined
  /** The text of the element that is open, when it is one that we want. */
  private wanted: string | undefined
  private besideText = 0

  constructor(context: SheetContext) {
    this.context = context
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.wanted = undefined
    if (name === 'row') this.openRow(attributes)
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'col') this.openColumn(attributes)
    else if (name === 'rPh') this.besideText += 1
    else if (name === 'v' || (name === 't' && this.besideText === 0) || printed.test(name)) this.wanted = ''
  }

  text(piece: string): void {
    if (this.wanted !== undefined) this.wanted += piece
  }

  close(name: string): void {
    const text = this.wanted ?? ''
    this.wanted = undefined
    if (name === 'row') this.closeRow()
    else if (name === 'c') this.closeCell()
    else if (name === 'rPh') this.besideText -= 1
    else if (printed.test(name)) this.hidden.push(text)
    else if (this.cell !== undefined) this.cell.value += text
  }

  private openColumn(attributes: ReadonlyMap<string, string>): void {
    if (!isTrue(attributes.get('hidden')) && Number(attributes.get('width') ?? 1) > 0) return
    this.hiddenColumns.push({ from: Number(attributes.get('min')) - 1, to: Number(attributes.get('max')) - 1 })
  }

  private openRow(attributes: ReadonlyMap<string, string>): void {
    const number = Number(attributes.get('r') ?? this.rowNumber + 1)
    // Two empty lines say that nothing goes on; more say no more.
    for (let gap = Math.min(number - this.rowNumber - 1, 2); gap > 0; gap -= 1) this.shown.push([])
    this.rowNumber = number
    this.row = []
    this.rowIsHidden = isTrue(attributes.get('hidden')) || attributes.get('ht') === '0'
    this.nextColumn = 0
  }

  private openCell(attributes: ReadonlyMap<string, string>): void {
    const column = columnOf(attributes.get('r')) ?? this.nextColumn
    if (column >= mostColumns) throw unreadable('too_large')
    this.nextColumn = column + 1
    this.cell = {
      column,
      type: attributes.get('t') ?? 'n',
      style: Number(attributes.get('s') ?? 0),
      value: '',
    }
  }

  private closeCell(): void {
    if (this.cell === undefined) return
    const { column } = this.cell
    const value = this.shownValue(this.cell)
    this.cell = undefined
    if (value === '') return
    if (this.rowIsHidden || this.isHidden(column)) {
      this.hidden.push(value)
      return
    }
    while (this.row.length < column) this.row.push('')
    this.row[column] = value
  }

  /** Who looks at the sheet sees the next column in the place of a hidden one. */
  get rows(): (readonly string[])[] {
    if (this.hiddenColumns.length === 0) return this.shown
    return this.shown.map((cells) => cells.filter((_, column) => !this.isHidden(column)))
  }

  private isHidden(column: number): boolean {
    return this.hiddenColumns.some(({ from, to }) => column >= from && column <= to)
  }

  /** Lines within a cell are one line of its row, unless the row has nothing else. */
  private closeRow(): void {
    const filled = this.row.filter((cell) => cell !== '')
    const [only] = filled
    if (only !== undefined && filled.length === 1) {
      for (const line of only.split(lineEnds)) this.shown.push([...this.row.slice(0, -1), line])
    } else if (only !== undefined || this.shown.slice(-2).some((row) => row.length > 0)) {
      this.shown.push(this.row.map((cell) => cell.replaceAll(lineEnds, ' ')))
    }
    if (this.shown.length > mostRows || this.hidden.length > mostRows) throw unreadable('too_large')
  }

  private shownValue({ type, value, style }: Cell): string {
    switch (type) {
      case 's':
        return this.context.strings[Number(value)] ?? ''
      case 'b':
        return value.trim() === '1' ? 'ja' : value.trim() === '' ? '' : 'nee'
      case 'e':
        return ''
      case 'd':
        return value.replace(/^(\d{4})-(\d\d)-(\d\d).*$/s, '$3-$2-$1')
      case 'n':
        return shownNumber(value, this.context.formats[style] ?? plain, this.context.from1904)
      default:
        return value
    }
  }
}

const lineEnds = /\r\n?|\n|\t/g

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** 'B3' is in column 1. */
const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^\$?([A-Z]{1,4})/i.exec(reference ?? '')?.[1]?.toUpperCase()
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
