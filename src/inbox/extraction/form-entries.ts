import type { FormField } from '#src/domain/contract/contract.ts'
import { withBoxesJoined, withChoicesJoined, withLoneBoxesJoined } from './box-lines.ts'
import { CellLabels, cellsOf, type Column, looksLikeLabel } from './cell-labels.ts'
import { withCellsApart } from './cells-apart.ts'
import type { Entries } from './entry.ts'
import { clean, couldBe, isBlank, isLeading, isOfAnother, onlyMark, reach } from './entry-words.ts'
import { type Section, sectionOfHeading, sectionOfRole } from './form-section.ts'
import { labelAlone, matchLabel } from './label-match.ts'
import { askedByBox, PieceReader } from './piece-reader.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Reads 'label: value' lines and tables, with the value behind the label, in the next cell, on the next line or below a heading. */
export const readEntries = (lines: readonly string[], vocabulary: Vocabulary): Entries => {
  const reader = new FormReader(vocabulary)
  const isItem = (words: string): boolean => {
    const label = matchLabel(words, vocabulary) ?? labelAlone(words)
    return label !== undefined && (label.value !== '' || askedByBox.has(label.field))
  }
  const isLabel = (words: string): boolean => matchLabel(words, vocabulary) !== undefined
  const rows = withCellsApart(withValuesJoined(withLoneBoxesJoined(lines, isLabel)), vocabulary)
  for (const line of withChoicesJoined(rows, isItem)) reader.takeLine(line)
  return reader.finished()
}

/** Some web forms put the colon and the value on the line below the label. */
const withValuesJoined = (lines: readonly string[]): string[] =>
  lines.reduce<string[]>((joined, line) => {
    const before = joined.at(-1) ?? ''
    if (/^\s*:\s*\S/.test(line) && before !== '' && !before.includes(':')) joined[joined.length - 1] = before + line
    else joined.push(line)
    return joined
  }, [])

/** Goes through the lines of a form once, and remembers which table or row of pairs it is in. */
class FormReader {
  private isBroken = false
  /** In a row of several pairs: the cell from which on the consulent stands, or somebody else. */
  private cellOfAnother: number | undefined
  private rowIsPairs = false
  private columns: readonly Column[] | undefined
  private tableRows = 0
  /** A heading with a label right below it was a label with its value: 'Naam | Team'. */
  private tableIsEmpty = false
  private sameRecord = false
  /** How many participants stand beside one another in the rows of this table. */
  private beside = 0
  private sectionsBeside: readonly Section[] = []
  private readonly labels: CellLabels
  private readonly pieces: PieceReader

  constructor(vocabulary: Vocabulary) {
    this.labels = new CellLabels(vocabulary)
    this.pieces = new PieceReader(vocabulary, this.labels)
  }

  finished(): Entries {
    return { entries: this.pieces.finished(), brokenTable: this.isBroken || this.pieces.isFull }
  }

  takeLine(typed: string): void {
    const line = typed.replace(/[\t|]+$/, '')
    if (!/[\t|]/.test(line)) {
      this.takeUntabbed(line.trim())
      return
    }
    const written = cellsOf(line)
    if (this.takeBeside(written)) return
    const inTable = this.columns !== undefined
    const columns = this.labels.headingOf(written, inTable && this.tableRows === 1)
    const cells = this.labels.apartIn(written, inTable)
    if (columns === undefined && this.tableIsEmpty && this.labels.startWith(cells, inTable)) this.leaveTable()
    if (columns !== undefined) this.beginColumns(columns, written)
    else if (this.columns !== undefined && !this.labels.startWith(cells, inTable)) this.takeRecord(cells, this.columns)
    else this.takeRow(cells.filter((cell) => !onlyMark.test(cell)))
  }

  /** A second heading without a name, below a table of one, goes on about the same participant. */
  private beginColumns(columns: readonly Column[], heads: readonly string[]): void {
    this.sectionsBeside = sectionsOf(heads)
    this.sameRecord = this.columns !== undefined && this.tableRows === 1 && !columns.some(isLeading)
    this.columns = columns
    this.tableIsEmpty = true
  }

  /** An empty line between rows does not end a table; a line of text does. */
  private takeUntabbed(line: string): void {
    const pieces = this.labels.piecesOf(line)
    if (line !== '' && !this.staysBeside(line)) this.leaveTable()
    if (pieces === undefined) this.pieces.takePiece(line, false)
    else for (const [index, piece] of pieces.entries()) this.pieces.takePiece(piece, index > 0)
  }

  private leaveTable(): void {
    this.columns = undefined
    this.tableIsEmpty = false
    this.cellOfAnother = undefined
    this.beside = 0
    this.sectionsBeside = []
  }

  private takeRecord(cells: readonly string[], columns: readonly Column[]): void {
    if (cells.every((cell) => cell === '')) return
    if (cells.length > columns.length || cells.length < 2) {
      this.isBroken = true
      return
    }
    this.tableIsEmpty = false
    if (!this.sameRecord) this.tableRows += 1
    const inTable = this.tableRows - 1
    for (const [index, cell] of cells.entries()) this.takeCell(cell, columns[index], inTable)
  }

  private takeCell(value: string, field: Column, inTable: number): void {
    if (field === undefined || field === 'unwanted' || isBlank(value)) return
    this.pieces.push({ field, label: '', value: clean(value), apart: false, inTable })
  }

  private takeRow(row: readonly string[]): void {
    if (this.takeParticipantsBeside(row)) return
    const cells = withBoxesJoined(row)
    if (this.takeSections(cells)) return
    this.rowIsPairs = cells.length > 2
    for (const [index, cell] of cells.entries()) {
      if (this.rowIsPairs) this.beginPair(cells, index)
      this.pieces.takePiece(cell, index > 0, cells[index + 1])
    }
    if (this.rowIsPairs) this.pieces.near.leave()
    this.rowIsPairs = false
  }

  /** In a row of several pairs each pair goes on with what stands above it, not with what stands before it. */
  private beginPair(cells: readonly string[], index: number): void {
    const label = this.labels.ofCell(cells[index] ?? '')
    if (index % 2 === 1 || label === undefined) return
    this.pieces.near.leave()
    if (isOfAnother(label)) this.cellOfAnother = index
    else if (index === this.cellOfAnother && reach.has(label.field)) this.pieces.near.meetConsulent()
    else if (index === this.cellOfAnother && label.field !== 'unwanted') this.cellOfAnother = undefined
  }

  /** Behind a label of the participant more than one cell without a label: a participant per column. */
  private takeParticipantsBeside([first = '', ...others]: readonly string[]): boolean {
    const label = others.length > 1 ? this.labels.ofCell(first) : undefined
    if (label === undefined || label.value !== '' || label.field === 'unwanted') return false
    if (others.some((cell) => this.labels.ofValue(cell) !== undefined)) return false
    if (!this.areOfSeveral(label.field, others)) return false
    this.beside = others.length
    for (const [index, value] of others.entries()) this.takeCell(value, label.field, index)
    return true
  }

  /** 'Naam | Jan de Vries | Piet Jansen', and not 'Naam | Jan de Vries | zoals in het paspoort'. */
  private areOfSeveral(field: FormField, values: readonly string[]): boolean {
    if (isLeading(field)) return values.every((value) => couldBe(field, value))
    return this.beside === values.length
  }

  private takeSections(cells: readonly string[]): boolean {
    const sections = sectionsOf(cells)
    if (sections.length > 0) this.sectionsBeside = sections
    return sections.length > 0
  }

  /** Below the heads of people beside one another: 'Naam | Jan | Naam | Petra', 'Naam: Jan | Naam: Petra' or 'Naam | Jan | Petra'. */
  private takeBeside(cells: readonly string[]): boolean {
    const count = this.sectionsBeside.length
    const pairs = count === 0 ? undefined : this.pairsBeside(cells, count)
    for (const [index, section] of this.sectionsBeside.entries()) {
      const [label = '', value] = pairs?.[index] ?? []
      if (label === '') continue
      this.pieces.enter(section)
      this.pieces.takePiece(label, false, value)
      if (value !== undefined) this.pieces.takePiece(value, true)
    }
    return pairs !== undefined
  }

  private pairsBeside(cells: readonly string[], count: number): readonly (readonly string[])[] | undefined {
    const [first = '', ...others] = cells
    if (cells.length === count * 2) return Array.from({ length: count }, (_, at) => cells.slice(at * 2, at * 2 + 2))
    if (cells.length === count && cells.every((cell) => cell === '' || looksLikeLabel.test(cell)))
      return cells.map((cell) => [cell])
    return cells.length === count + 1 && this.labels.ofCell(first)?.value === ''
      ? others.map((cell) => [first, cell])
      : undefined
  }

  /** A cell alone in its row may be of any of them. */
  private staysBeside(line: string): boolean {
    if (this.sectionsBeside.length === 0 || !looksLikeLabel.test(line)) return false
    this.pieces.enter('participant')
    this.pieces.near.meetConsulent()
    return true
  }
}

/** 'Gegevens klant | Gegevens consulent', 'Klant | Consulent': of whom the cells below each are; none when they are not of several people. */
const sectionsOf = (heads: readonly string[]): readonly Section[] => {
  const sections = heads.map((head) => sectionOfHeading(head) ?? sectionOfRole(head))
  const known = sections.filter((section) => section !== undefined)
  return known.length === heads.length && new Set(known).size > 1 ? known : []
}
