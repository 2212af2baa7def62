import type { PageText } from './page-text.ts'
import { areOfTwoColumns, isHeadingRow } from './table-columns.ts'

export interface PageBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PageRow {
  readonly baseline: number
  readonly height: number
  /** From left to right; a wide gap, or a form field, stands between two. */
  readonly cells: readonly PageText[]
}

/** Up to this part of the height of the letters a gap lies within a word, and from that on between columns: the cells of a table may be that near. */
const withinWord = 0.15
const betweenColumns = 0.7
/** How far letters of one row may stand apart: less than a line, more than what a font or a raised letter makes. */
const sameRow = 0.4

/** The rows of a page from top to bottom, whatever the order in which the file draws them. */
export const rowsOfPage = (texts: readonly PageText[], fields: readonly PageBox[] = []): PageRow[] => {
  const rows: PageText[][] = []
  for (const text of texts.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const apart = first === undefined ? 0 : text.baseline - first.baseline
    if (row !== undefined && first !== undefined && apart <= sameRow * Math.min(text.height, first.height))
      row.push(text)
    else rows.push([text])
  }
  let headings: readonly PageText[] = []
  let before: PageRow | undefined
  return rows.map((texts) => {
    const row = rowOf(texts, fields, isNear(before, texts) ? headings : [])
    if (isHeadingRow(row.cells)) headings = row.cells
    else if (!isNear(before, texts)) headings = []
    before = row
    return row
  })
}

/** How many times the height of its letters a row of a table may stand below the one above it. */
const furthestRow = 4

const isNear = (before: PageRow | undefined, [first]: readonly PageText[]): boolean =>
  before !== undefined && first !== undefined && first.baseline - before.baseline < furthestRow * first.height

const rowOf = (texts: readonly PageText[], fields: readonly PageBox[], headings: readonly PageText[]): PageRow => {
  const baseline = Math.max(...texts.map((text) => text.baseline))
  const height = Math.max(...texts.map((text) => text.height))
  const beside = fields.filter(({ top, bottom }) => top < baseline && bottom > baseline - height)
  const cells: PageText[] = []
  for (const text of texts.toSorted((one, other) => one.left - other.left)) {
    const before = cells.at(-1)
    if (before === undefined || isApart(before, text, beside) || areOfTwoColumns(before, text, headings))
      cells.push(text)
    else if (!isDrawnTwice(before, text)) cells[cells.length - 1] = joined(before, text)
  }
  return { baseline, height, cells }
}

const isApart = (before: PageText, text: PageText, fields: readonly PageBox[]): boolean =>
  text.left - before.right > betweenColumns * Math.min(before.height, text.height) ||
  isOtherLetter(before, text) ||
  fields.some(({ left, right }) => {
    const middle = (left + right) / 2
    return middle > before.right && middle < text.left
  })

/** A label in small letters that fills its column touches its value in larger ones. */
const isOtherLetter = (before: PageText, text: PageText): boolean =>
  Math.abs(before.height - text.height) > 0.05 * text.height && before.text.length > 2 && text.text.length > 2

/** Bold letters are sometimes the same ones drawn again, a little further. */
const isDrawnTwice = (before: PageText, text: PageText): boolean =>
  before.text.endsWith(text.text) && Math.abs(before.right - text.right) < 0.3 * text.height

const joined = (before: PageText, text: PageText): PageText => {
  const isOneWord = text.left - before.right < withinWord * Math.min(before.height, text.height)
  return {
    text: before.text + (isOneWord ? '' : ' ') + text.text,
    left: before.left,
    right: Math.max(before.right, text.right),
    baseline: before.baseline,
    height: Math.max(before.height, text.height),
  }
}
