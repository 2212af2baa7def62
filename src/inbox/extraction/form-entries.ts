import type { FormField } from '#src/domain/contract/contract.ts'
import { chosenOf } from '../attachments/chosen-of.ts'
import { withCellsApart } from './cells-apart.ts'
import { startsWithBox, withBoxesJoined, withChoicesJoined } from './box-lines.ts'
import {
  isValue,
  isEmptyLabel,
  isLeading,
  inWords,
  named,
  isWholeName,
  couldBe,
  reach,
  isOfAnother,
  isPersonal,
  onlyParticipants,
  namesParticipant,
  couldBeOfLabel,
  wholeLabel,
  onlyMark,
  clean,
  isBlank,
} from './entry-words.ts'
import { type Section, sectionOfHeading, sectionOfRole } from './form-section.ts'
import { labelAlone, type LabelMatch, matchLabel, mistypedField } from './label-match.ts'
import { isSigned, NearWhom } from './near-whom.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface LabelledValue {
  /** The label as it is compared: without case, accents, spaces and marks. */
  readonly label: string
  /** As written, not checked. */
  readonly value: string
  /** It stood below the label, where an empty form may go on with a sentence. */
  readonly apart: boolean
  /** It stood right below the consulent's name, or that of somebody else, and nothing says whose it is. */
  readonly perhapsOfConsulent?: true
}

/** One value behind one label, in the order of the form. */
export interface Entry extends LabelledValue {
  readonly field: FormField
  /** Of which participant of a table it is; absent in a form that tells of one after the other. */
  readonly inTable?: number
}

export interface Entries {
  readonly entries: readonly Entry[]
  /** A row of a table does not fit the headings above it, so that nobody can tell which value is which. */
  readonly brokenTable: boolean
}

/** Reads 'label: value' lines and tables, with the value behind the label, in the next cell, on the next line or below a heading. */
export const readEntries = (lines: readonly string[], vocabulary: Vocabulary): Entries => {
  const reader = new FormReader(vocabulary)
  const isItem = (words: string): boolean => {
    const label = matchLabel(words, vocabulary) ?? labelAlone(words)
    return label !== undefined && (label.value !== '' || askedByBox.has(label.field))
  }
  const rows = withCellsApart(withValuesJoined(lines), vocabulary)
  for (const line of withChoicesJoined(rows, isItem)) reader.takeLine(line)
  return { entries: reader.finished(), brokenTable: reader.brokenTable }
}

/** '☒ Tolk nodig' in a list of things to tick is an answer. */
const askedByBox: ReadonlySet<FormField | 'unwanted' | undefined> = new Set<FormField>(['interpreter', 'risk'])

/** Some web forms put the colon and the value on the line below the label. */
const withValuesJoined = (lines: readonly string[]): string[] =>
  lines.reduce<string[]>((joined, line) => {
    const before = joined.at(-1) ?? ''
    if (/^\s*:\s*\S/.test(line) && before !== '' && !before.includes(':')) joined[joined.length - 1] = before + line
    else joined.push(line)
    return joined
  }, [])

type Column = FormField | 'unwanted' | undefined

/** Empty cells at the end of a row say nothing; others keep the columns apart. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/[\t| ]+$/, '')
    .split(/[\t|]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== ':')

/** 'Kopje: ' of which we do not know the label: it is no value of the label before it. */
const looksLikeLabel = /^\p{L}[\p{L}\p{N} .()/&'-]{1,40}:/u
const mostBlankLinesBetween = 1

interface Waiting {
  readonly field: FormField | 'unwanted'
  readonly label: string
  blankLines: number
}

/** Goes through the lines of a form once, and remembers which label still waits for its value, and whom the part is about. */
class FormReader {
  private readonly entries: Entry[] = []
  brokenTable = false
  private waiting: Waiting | undefined
  private remarksGoOn = false
  private section: Section = 'participant'
  private readonly near = new NearWhom()
  /** In a row of several pairs: the cell from which on the consulent stands, or somebody else. */
  private cellOfAnother: number | undefined
  private rowIsPairs = false
  /** What a name stands right below, so that they may be a signature. */
  private signed: Entry | undefined
  private columns: readonly Column[] | undefined
  private tableRows = 0
  /** A heading with a label right below it was a label with its value: 'Naam | Team'. */
  private tableIsEmpty = false
  private sameRecord = false
  /** How many participants stand beside one another in the rows of this table. */
  private beside = 0
  private sectionsBeside: readonly Section[] = []
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** A number with a name below it and nothing more is a signature. */
  finished(): readonly Entry[] {
    return this.entries.map((entry) => (entry === this.signed ? { ...entry, perhapsOfConsulent: true } : entry))
  }

  takeLine(typed: string): void {
    const line = typed.replace(/[\t|]+$/, '')
    if (!/[\t|]/.test(line)) {
      this.takeUntabbed(line.trim())
      return
    }
    const written = cellsOf(line)
    const columns = this.headingOf(written)
    const cells = this.withLabelsApart(written)
    if (columns === undefined && this.tableIsEmpty && this.startsWithLabel(cells)) this.leaveTable()
    if (columns !== undefined) this.beginColumns(columns)
    else if (this.columns !== undefined && !this.startsWithLabel(cells)) this.takeRecord(cells, this.columns)
    else this.takeRow(cells.filter((cell) => !onlyMark.test(cell)))
  }

  /** A second heading without a name, below a table of one, goes on about the same participant. */
  private beginColumns(columns: readonly Column[]): void {
    this.sameRecord = this.columns !== undefined && this.tableRows === 1 && !columns.some(isLeading)
    this.columns = columns
    this.tableIsEmpty = true
  }

  /** An empty line between rows does not end a table; a line of text does. */
  private takeUntabbed(line: string): void {
    const pieces = this.piecesWithLabels(line)
    if (line !== '') this.leaveTable()
    if (pieces === undefined) this.takePiece(line, false)
    else for (const [index, piece] of pieces.entries()) this.takePiece(piece, index > 0)
  }

  private leaveTable(): void {
    this.columns = undefined
    this.tableIsEmpty = false
    this.cellOfAnother = undefined
    this.beside = 0
    this.sectionsBeside = []
  }

  /** 'Naam: Jan     Telefoon: 06-1', 'Naam: Jan; Telefoon: 06-1' and 'Naam: Jan > Telefoon: 06-1' are several in one line. */
  private piecesWithLabels(line: string): readonly string[] | undefined {
    if (line.indexOf(':') === line.lastIndexOf(':')) return undefined
    const pieces = line.split(/ {3,}|(?:\s*[;,]|\s>)\s+(?=\p{L}[^;,:>]{1,40}:)/u)
    const known = pieces.filter((piece) => piece.includes(':') && matchLabel(piece, this.vocabulary) !== undefined)
    return known.length > 1 && pieces.every((piece) => looksLikeLabel.test(piece)) ? pieces : undefined
  }

  /** Where a narrow gap was not seen, a value and the next label are one cell: then the cells do not pair. */
  private withLabelsApart(cells: readonly string[]): readonly string[] {
    if (cells.length < 3 || cells.length % 2 === 0 || !this.startsWithLabel(cells)) return cells
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

  /** A row of nothing but labels is the heading of a table with a participant per row. */
  private headingOf(cells: readonly string[]): readonly Column[] | undefined {
    if (cells.length < 2 || cells.includes('')) return undefined
    const columns = this.labelsInHeading(cells)
    const known = columns.filter((label) => label?.value === '')
    const wordy = cells.some((cell, index) => columns[index] === undefined && isValue(cell))
    const names = known.some((label) => isLeading(label?.field))
    const goesOnBelow = this.columns !== undefined && this.tableRows === 1
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
    return exact.map((label, index) => label ?? this.labelOfCell(cells[index] ?? ''))
  }

  /** In a place where a value may stand a whole name is no label that somebody mistyped. */
  private labelOfValue(cell: string): LabelMatch | undefined {
    return isWholeName(cell) ? matchLabel(cell, this.vocabulary) : this.labelOfCell(cell)
  }

  private labelOfCell(cell: string): LabelMatch | undefined {
    const exact = matchLabel(cell, this.vocabulary)
    if (exact !== undefined) return exact
    const mistyped = mistypedField(cell, this.vocabulary)
    return mistyped && { ...mistyped, value: '' }
  }

  /** 'Tel. 06 | 06-12345678' and 'Risico (laag/hoog): | laag': all of the cell is the label. */
  private labelBefore(cell: string): LabelMatch | undefined {
    const exact = this.labelOfCell(cell)
    const label = exact && couldBeOfLabel.test(exact.value) ? (wholeLabel(cell, this.vocabulary) ?? exact) : exact
    const isAll = label !== undefined && (cell.endsWith(':') || /^0?6$/.test(label.value))
    return isAll ? { ...label, value: '' } : label
  }

  private startsWithLabel([first = '']: readonly string[]): boolean {
    const label = this.columns === undefined ? this.labelOfCell(first) : this.labelOfValue(first)
    return first !== '' && label !== undefined
  }

  private takeRecord(cells: readonly string[], columns: readonly Column[]): void {
    if (cells.every((cell) => cell === '')) return
    if (cells.length > columns.length || cells.length < 2) {
      this.brokenTable = true
      return
    }
    this.tableIsEmpty = false
    if (!this.sameRecord) this.tableRows += 1
    const inTable = this.tableRows - 1
    for (const [index, cell] of cells.entries()) this.takeCell(cell, columns[index], inTable)
  }

  private takeCell(value: string, field: Column, inTable: number): void {
    if (field === undefined || field === 'unwanted' || isBlank(value)) return
    this.push({ field, label: '', value: clean(value), apart: false, inTable })
  }

  private takeRow(row: readonly string[]): void {
    if (this.takeParticipantsBeside(row)) return
    const cells = withBoxesJoined(row)
    if (this.takeSections(cells) || this.takePairsBeside(cells)) return
    this.rowIsPairs = cells.length > 2
    for (const [index, cell] of cells.entries()) {
      if (this.rowIsPairs) this.beginPair(cells, index)
      this.takePiece(cell, index > 0, cells[index + 1])
    }
    if (this.rowIsPairs) this.near.leave()
    this.rowIsPairs = false
  }

  /** In a row of several pairs each pair goes on with what stands above it, not with what stands before it. */
  private beginPair(cells: readonly string[], index: number): void {
    const label = this.labelOfCell(cells[index] ?? '')
    if (index % 2 === 1 || label === undefined) return
    this.near.leave()
    if (isOfAnother(label)) this.cellOfAnother = index
    else if (index === this.cellOfAnother && reach.has(label.field)) this.near.meetConsulent()
    else if (index === this.cellOfAnother && label.field !== 'unwanted') this.cellOfAnother = undefined
  }

  /** Behind a label of the participant more than one cell without a label: a participant per column. */
  private takeParticipantsBeside([first = '', ...others]: readonly string[]): boolean {
    const label = others.length > 1 ? this.labelOfCell(first) : undefined
    if (label === undefined || label.value !== '' || label.field === 'unwanted') return false
    if (others.some((cell) => this.labelOfValue(cell) !== undefined)) return false
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

  /** 'Gegevens klant | Gegevens consulent': the pairs below are of two people. */
  private takeSections(cells: readonly string[]): boolean {
    const sections = cells.map(sectionOfHeading)
    const known = sections.filter((section) => section !== undefined)
    if (cells.length < 2 || known.length < cells.length) return false
    this.sectionsBeside = known
    return true
  }

  private takePairsBeside(cells: readonly string[]): boolean {
    if (this.sectionsBeside.length === 0 || cells.length !== this.sectionsBeside.length * 2) return false
    for (const [index, section] of this.sectionsBeside.entries()) {
      this.enter(section)
      this.takePiece(cells[index * 2] ?? '', false, cells[index * 2 + 1])
      this.takePiece(cells[index * 2 + 1] ?? '', true)
    }
    return true
  }

  /** `next`: the cell behind it in the row. */
  private takePiece(piece: string, besideAnother: boolean, next?: string): void {
    if (startsWithBox(piece) && this.takeTicked(piece, besideAnother)) return
    const isExact = next === undefined || (besideAnother && this.awaitsWords(piece))
    const known = isExact ? matchLabel(piece, this.vocabulary) : this.labelBefore(piece)
    const label = known ?? this.labelOfLine(piece, besideAnother)
    const isLast = besideAnother && (next === undefined || this.labelOfValue(next) !== undefined)
    if (label !== undefined && !this.isValueOfWaiting(label, isLast)) this.takeLabel(label)
    else if (piece === '') this.takeBlank()
    else this.takeText(piece, !besideAnother)
  }

  private labelOfLine(piece: string, besideAnother: boolean): LabelMatch | undefined {
    return besideAnother || this.remarksGoOn ? undefined : labelAlone(piece)
  }

  /** Words with a box before them: the value that a label waits for, or an answer by themselves. */
  private takeTicked(piece: string, besideAnother: boolean): boolean {
    const label = matchLabel(piece, this.vocabulary) ?? labelAlone(piece)
    if (this.waiting !== undefined && label?.value === undefined) {
      this.takeText(piece, !besideAnother)
      return true
    }
    if (label?.value !== '' || !askedByBox.has(label.field)) return false
    const chosen = chosenOf(piece)
    if (chosen === piece || chosen === '') return true
    this.takeLabel({ ...label, value: chosen })
    return true
  }

  /** Behind 'Naam' or 'Product' only what is certainly a label is one: 'Voornaam | Risco', 'Product | Risicotraining'. */
  private awaitsWords(piece: string): boolean {
    const awaited = this.waiting?.field
    return awaited !== undefined && (inWords.has(awaited) || (named.has(awaited) && couldBe('name', piece)))
  }

  /** 'Product | Werkervaring': what can be a label too stands where a value in words is awaited. */
  private isValueOfWaiting({ field, value }: LabelMatch, isLast: boolean): boolean {
    const awaited = this.waiting?.field
    if (value !== '' || awaited === undefined || !inWords.has(awaited)) return false
    return (field === awaited && isLast) || (field === 'unwanted' && awaited === 'product')
  }

  private takeLabel({ field, label, value }: LabelMatch): void {
    this.enterSectionOfWaiting()
    this.waiting = undefined
    this.remarksGoOn = false
    if (onlyParticipants.has(field)) this.enter('participant')
    const here = this.fieldHere(field, label)
    this.signed = undefined
    if (here === 'unwanted') this.near.passLabel(label, value)
    if (isBlank(value)) this.waiting = { field: here, label, blankLines: 0 }
    else if (here !== 'unwanted') this.store(here, { label, value, apart: false })
  }

  /** A label without a value right above another label was a heading. */
  private enterSectionOfWaiting(): void {
    const section = this.waiting && sectionOfRole(this.waiting.label)
    if (section !== undefined) this.enter(section)
  }

  private enter(section: Section): void {
    this.section = section
    this.near.leave()
  }

  /** What a label means in this part of the form. */
  private fieldHere(field: FormField | 'unwanted', label: string): FormField | 'unwanted' {
    if (this.section === 'participant' || field === 'unwanted' || namesParticipant(label)) return field
    if (this.section === 'other') return isPersonal(field) ? 'unwanted' : field
    if (field === 'name') return 'consulent_name'
    if (field === 'email') return 'consulent_email'
    return isPersonal(field) ? 'unwanted' : field
  }

  private takeBlank(): void {
    this.near.leaveParagraph()
    if (this.waiting === undefined) return
    this.waiting.blankLines += 1
    if (this.waiting.blankLines > mostBlankLinesBetween) this.waiting = undefined
  }

  private takeText(text: string, apart: boolean): void {
    const { waiting } = this
    const isHeading = waiting === undefined || text.endsWith(':')
    const section = sectionOfHeading(text) ?? (isHeading ? sectionOfRole(text) : undefined)
    this.waiting = undefined
    if (section !== undefined) {
      this.remarksGoOn = false
      this.enter(section)
    } else if (waiting !== undefined && !looksLikeLabel.test(text)) {
      if (waiting.field === 'unwanted') this.near.passLabel(waiting.label, text)
      else this.store(waiting.field, { label: waiting.label, value: text, apart })
    } else {
      if (apart) this.passText(text)
      if (this.remarksGoOn) this.store('remarks', { label: '', value: text, apart })
    }
  }

  /** A line of which we know no label may still name somebody. */
  private passText(text: string): void {
    const [, label = '', value = ''] = /^([^:]{2,40}):\s*(.+)$/.exec(text) ?? []
    const before = this.entries.at(-1)
    this.signed = before !== undefined && reach.has(before.field) && isSigned(text) ? before : undefined
    if (label === '') this.near.passText(text)
    else this.near.passLabel(label, value)
  }

  private store(field: FormField, written: LabelledValue): void {
    const value = clean(written.value)
    this.remarksGoOn = field === 'remarks'
    if (isBlank(value)) return
    const unsure = this.near.mayOwn(field) && !namesParticipant(written.label)
    this.push({ ...written, field, value, ...(unsure ? { perhapsOfConsulent: true } : {}) })
    if (field === 'consulent_name' || field === 'consulent_email') this.meetConsulent()
    else if (!reach.has(field) && field !== 'remarks' && !unsure) this.near.leave()
  }

  private meetConsulent(): void {
    if (this.section !== 'participant') this.near.leave()
    else this.near.meetConsulent()
  }

  private push(entry: Entry): void {
    if (this.entries.length < mostEntries) this.entries.push(entry)
    else this.brokenTable = true
  }
}

/** More than a hundred participants in one mail is no form that anybody filled in. */
const mostEntries = 1500
