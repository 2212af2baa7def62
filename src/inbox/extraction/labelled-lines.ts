import type { FormField } from '#src/domain/contract/contract.ts'
import { type LabelMatch, matchLabel } from './label-match.ts'
import { isSignatureStart } from './signature.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface LabelledValue {
  /** The label as it is compared: without case, accents, spaces and marks. */
  readonly label: string
  /** As written, not checked. */
  readonly value: string
  /** It stood below the label, where an empty form may go on with a sentence. */
  readonly apart: boolean
}

export interface LabelledLines {
  /** Every value that a label was given, in the order of the mail; a label without a value is not here. */
  readonly values: ReadonlyMap<FormField, readonly LabelledValue[]>
  /** Below the greeting there are labels of a participant too; they were not read. */
  readonly moreBelowSignature: boolean
  /** There is a row of nothing but labels: a table with a participant per row, which is not read. */
  readonly hasColumns: boolean
}

/** Reads 'label: value' lines and two-column tables, with the value behind the label, in the next cell or on the next line. */
export const readLabelledLines = (text: string, vocabulary: Vocabulary): LabelledLines => {
  const lines = text.split('\n').map(unquote)
  const end = lines.findIndex(isSignatureStart)
  const form = end === -1 ? lines : lines.slice(0, end)
  const below = end === -1 ? [] : lines.slice(end + 1)
  const reader = new FormReader(vocabulary)
  const rows = form.map(piecesOf)
  const isHeading = rows.map((row) => row.length > 1 && row.every((cell) => matchLabel(cell, vocabulary)?.value === ''))
  for (const [index, row] of rows.entries()) if (!isHeading[index]) reader.takeRow(row)
  return {
    values: reader.values,
    moreBelowSignature: below.some((line) => namesParticipant(line, vocabulary)),
    hasColumns: isHeading.includes(true),
  }
}

/** Takes off what a mail program or a list puts before a line: '> ', bullets, '1.', and the stars of bold text. */
const unquote = (line: string): string =>
  line
    .replace(/^[\s>|]*/, '')
    .replace(/^(?:[-*•·▪●○◦‣–—+o☐☑✓]\s+|\d{1,2}[.)]\s+)/u, '')
    .replace(/^[*_#]+\s*/, '')
    .trimEnd()

/** The cells of a row, or the one line. Empty cells say nothing; an empty line does. */
const piecesOf = (line: string): string[] => {
  if (!/[\t|]/.test(line)) return [line]
  return line
    .split(/[\t|]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}

const namesParticipant = (line: string, vocabulary: Vocabulary): boolean => {
  const field = matchLabel(line, vocabulary)?.field
  return field === 'name' || field === 'client_number'
}

/** 'Kopje: ' of which we do not know the label: it is no value of the label before it. */
const looksLikeLabel = /^\p{L}[\p{L}\p{N} .()/&'-]{1,40}:/u
const mostBlankLinesBetween = 1

/** Goes through the pieces of a form once, and remembers which label still waits for its value. */
class FormReader {
  readonly values = new Map<FormField, LabelledValue[]>()
  private waiting: { readonly field: FormField; readonly label: string; blankLines: number } | undefined
  private remarksGoOn = false
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  takeRow(cells: readonly string[]): void {
    for (const [index, cell] of cells.entries()) this.take(cell, index > 0)
  }

  private take(piece: string, besideAnother: boolean): void {
    const label = matchLabel(piece, this.vocabulary)
    if (label !== undefined) this.takeLabel(label)
    else if (piece.trim() === '') this.takeBlank()
    else this.takeText(piece.trim(), !besideAnother)
  }

  private takeLabel({ field, label, value }: LabelMatch): void {
    this.waiting = undefined
    this.remarksGoOn = false
    if (field === 'unwanted') return
    if (isBlank(value)) this.waiting = { field, label, blankLines: 0 }
    else this.store(field, { label, value, apart: false })
  }

  private takeBlank(): void {
    if (this.waiting === undefined) return
    this.waiting.blankLines += 1
    if (this.waiting.blankLines > mostBlankLinesBetween) this.waiting = undefined
  }

  private takeText(text: string, apart: boolean): void {
    const { waiting } = this
    this.waiting = undefined
    if (waiting !== undefined && !looksLikeLabel.test(text))
      this.store(waiting.field, { label: waiting.label, value: text, apart })
    else if (this.remarksGoOn) this.store('remarks', { label: '', value: text, apart })
  }

  private store(field: FormField, written: LabelledValue): void {
    const value = written.value.replace(linkBehindText, '').trim()
    this.remarksGoOn = field === 'remarks'
    if (isBlank(value)) return
    const before = this.values.get(field)
    if (before === undefined) this.values.set(field, [{ ...written, value }])
    else before.push({ ...written, value })
  }
}

/** Outlook writes 'a@b.example <mailto:a@b.example>' into the plain text. */
const linkBehindText = /<(?:mailto|tel):[^<>]{0,200}>/gi

/** A line to write on ('_____', '.....', '-') is an empty field. */
const isBlank = (value: string): boolean => /^[\s._–—-]*$/.test(value)
