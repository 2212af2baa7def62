import { hasBoxes } from './chosen-of.ts'
import { withPeopleApart } from './columns-of-people.ts'
import { asksOfSomebody, namesOtherOwner, otherOwnerOf, saysNothing, wordsOfFieldName } from './field-name.ts'
import { type PageBox, type PageRow, rowsOfPage } from './page-rows.ts'
import type { PageText } from './page-text.ts'

/** One place on a page where something is filled in. */
export interface PageField extends PageBox {
  /** The whole name, a dot between its parts. */
  readonly name: string
  /** What the maker of the form has read out to who cannot see it; '' when nothing. */
  readonly alternative: string
  readonly entry:
    | { readonly kind: 'text'; readonly value: string }
    /** `exported`: the value it stands for, '' when that says nothing. */
    | { readonly kind: 'box'; readonly checked: boolean; readonly exported: string }
}

/**
 * A page as lines, from top to bottom. A field is a line 'label<TAB>value', at its height; the words of the page that are its label are not
 * said again. Boxes that belong together are one line: 'Tolk nodig<TAB>☒ ja ☐ nee'.
 */
export const linesOfPage = (texts: readonly PageText[], fields: readonly PageField[]): string[] => {
  const seen = rowsOfPage(texts, fields)
  const rows = fields.length === 0 ? withPeopleApart(seen) : seen
  const page = new FormPage(rows, fields)
  const lines = [...page.fieldLines(), ...rows.map((row) => page.rowLine(row))]
  return lines
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => one.at - other.at || one.left - other.left)
    .map(({ text }) => text)
}

interface Line {
  readonly at: number
  readonly left: number
  readonly text: string
}

type BoxField = PageField & { readonly entry: { readonly kind: 'box' } }
const isBox = (field: PageField): field is BoxField => field.entry.kind === 'box'

/** In points. A label stands no further away than half a page, and words of a choice close to their box. */
const furthestLabel = 300
const furthestChoice = 24
const furthestAbove = 12

class FormPage {
  private readonly rows: readonly PageRow[]
  private readonly fields: readonly PageField[]
  /** Words that a field has for its label. */
  private readonly spoken = new Set<PageText>()

  constructor(rows: readonly PageRow[], fields: readonly PageField[]) {
    this.rows = rows
    this.fields = fields
  }

  fieldLines(): Line[] {
    const lines: Line[] = []
    for (const field of this.fields.filter((one) => !isBox(one))) lines.push(this.textLine(field))
    const boxes = this.fields.filter(isBox)
    const names = Map.groupBy(boxes, ({ name }) => name)
    const single: BoxField[] = []
    for (const [first, ...others] of names.values()) {
      if (first !== undefined && others.length > 0) lines.push(this.choiceLine([first, ...others]))
      else if (first !== undefined) single.push(first)
    }
    for (const group of this.besideEachOther(single)) lines.push(...this.rowOfBoxes(group))
    return lines
  }

  /** Flat text: what no field has said. Boxes that are drawn as letters stay with the words of their choice. */
  rowLine({ cells, baseline, height }: PageRow): Line {
    const rest = cells.filter((cell) => !this.spoken.has(cell)).map(({ text }) => text)
    const text = undecided(rest).reduce((line, cell, index, all) => {
      const before = all[index - 1] ?? ''
      const together = index > 0 && hasBoxes(before + cell) && (startsWithBox(cell) || endsWithBox(before))
      return index === 0 ? cell : `${line}${together && !isOnlyLabel(before, index) ? ' ' : '\t'}${cell}`
    }, '')
    return { at: baseline - height / 3, left: cells[0]?.left ?? 0, text }
  }

  private textLine(field: PageField): Line {
    const beside = this.cellLeftOf(field) ?? this.cellAbove(field)
    if (beside !== undefined) this.spoken.add(beside)
    const value = field.entry.kind === 'text' ? field.entry.value : ''
    const label = labelOf(field.name, spokenFor(field), beside)
    return { at: middleOf(field), left: field.left, text: labelled(label, value) }
  }

  /** Boxes of one name, of which one is chosen. */
  private choiceLine(boxes: readonly [BoxField, ...BoxField[]]): Line {
    const [first] = boxes
    const words = this.wordsOfChoices(boxes)
    const beside = this.cellLeftOf(first) ?? this.cellAbove(first)
    const question = words.includes(beside) ? undefined : beside
    for (const cell of [question, ...words]) if (cell !== undefined) this.spoken.add(cell)
    const chosen = boxes
      .map((box, index) => ({ checked: box.entry.checked, words: wordsOfChoice(box, words[index], boxes) }))
      .filter(({ checked }) => checked)
    const [only] = chosen
    const value = only !== undefined && chosen.length === 1 ? only.words : asBoxes(chosen)
    const label = labelOf(first.name, spokenForAll(boxes), question)
    return { at: Math.min(...boxes.map(middleOf)), left: first.left, text: labelled(label, value) }
  }

  /** Boxes of different names beside each other: with words before them and at each, they are the choices of one question. */
  private rowOfBoxes(boxes: readonly BoxField[]): Line[] {
    const [first] = boxes
    const words = this.wordsOfChoices(boxes)
    const question = first === undefined ? undefined : this.cellLeftOf(first)
    const isQuestion = boxes.length > 1 && question !== undefined && !words.includes(question)
    if (first === undefined || !isQuestion || words.includes(undefined)) return boxes.map((box) => this.boxLine(box))
    for (const cell of [question, ...words]) if (cell !== undefined) this.spoken.add(cell)
    const choices = boxes.map((box, index) => ({ checked: box.entry.checked, words: words[index]?.text ?? '' }))
    return [{ at: middleOf(first), left: first.left, text: `${plainLabel(question.text)}\t${asBoxes(choices)}` }]
  }

  /** Groups of boxes in a row, from left to right. Where words stand between two besides those of a choice, another question begins. */
  private besideEachOther(boxes: readonly BoxField[]): BoxField[][] {
    const groups: BoxField[][] = []
    const byRow = boxes.toSorted((one, other) =>
      isBeside(one, other) ? one.left - other.left : middleOf(one) - middleOf(other),
    )
    for (const box of byRow) {
      const group = groups.at(-1)
      const before = group?.at(-1)
      if (group !== undefined && before !== undefined && isBeside(before, box) && this.cellsBetween(before, box) < 2)
        group.push(box)
      else groups.push([box])
    }
    return groups
  }

  private cellsBetween(one: PageBox, other: PageBox): number {
    return this.rowOf(other).filter(({ left, right }) => left >= one.right - 3 && right <= other.left + 3).length
  }

  private boxLine(box: BoxField): Line {
    const beside = this.cellRightOf(box) ?? this.cellLeftOf(box)
    if (beside !== undefined) this.spoken.add(beside)
    const label = ownLabel(box) ?? (beside === undefined ? undefined : plainLabel(beside.text))
    const text = label === undefined ? '' : `${label}\t${box.entry.checked ? 'ja' : 'nee'}`
    return { at: middleOf(box), left: box.left, text }
  }

  /** The words stand behind each box; before each, when the last has nothing behind it. */
  private wordsOfChoices(boxes: readonly BoxField[]): (PageText | undefined)[] {
    const behind = boxes.map((box) => this.cellRightOf(box))
    if (behind.every((cell) => cell !== undefined)) return behind
    const before = boxes.map((box) => {
      const cell = this.cellLeftOf(box)
      return cell !== undefined && box.left - cell.right <= furthestChoice ? cell : undefined
    })
    return before.every((cell) => cell !== undefined) ? before : behind
  }

  private rowOf(field: PageBox): readonly PageText[] {
    return this.rows
      .filter(({ baseline, height }) => field.top < baseline && field.bottom > baseline - height * 0.8)
      .toSorted((one, other) => distance(one, field) - distance(other, field))
      .flatMap(({ cells }) => cells)
  }

  /** The nearest words, with no other field between them. */
  private cellLeftOf(field: PageBox): PageText | undefined {
    const cells = this.rowOf(field).filter(({ right }) => right <= field.left + 3)
    const nearest = cells.reduce<PageText | undefined>(
      (best, cell) => (best && best.right >= cell.right ? best : cell),
      undefined,
    )
    if (nearest === undefined || field.left - nearest.right > furthestLabel) return undefined
    return this.fields.some(
      (other) => isBeside(other, field) && other.left < field.left && other.right > nearest.right + 3,
    )
      ? undefined
      : nearest
  }

  private cellRightOf(field: PageBox): PageText | undefined {
    const cells = this.rowOf(field).filter(({ left }) => left >= field.right - 3)
    const nearest = cells.reduce<PageText | undefined>(
      (best, cell) => (best && best.left <= cell.left ? best : cell),
      undefined,
    )
    return nearest !== undefined && nearest.left - field.right <= furthestChoice ? nearest : undefined
  }

  private cellAbove(field: PageBox): PageText | undefined {
    const near = this.rows.findLast(
      ({ baseline }) => baseline <= field.top + 3 && field.top - baseline <= furthestAbove,
    )
    return near?.cells.find(({ left, right }) => left < field.right && right > field.left)
  }
}

const middleOf = ({ top, bottom }: PageBox): number => (top + bottom) / 2

const isBeside = (one: PageBox, other: PageBox): boolean =>
  Math.abs(middleOf(one) - middleOf(other)) < Math.min(one.bottom - one.top, other.bottom - other.top) / 2

const distance = ({ baseline, height }: PageRow, field: PageBox): number =>
  Math.abs(baseline - height / 3 - middleOf(field))

/**
 * What is read out for a field, then its name, then what stands beside it on the page: the first that is a question of a form, else the
 * first that people can see. Whose it is by its name stays with it: a consulent's number is not the participant's.
 */
const labelOf = (name: string, spoken: string | undefined, beside: PageText | undefined): string | undefined => {
  const drawn = beside === undefined ? undefined : plainLabel(beside.text)
  const named = wordsOfFieldName(name)
  const label = [spoken, named, drawn].find((words) => words !== undefined && asksOfSomebody(words))
  return ofOwner(label ?? spoken ?? drawn ?? named, otherOwnerOf(name))
}

const ofOwner = (label: string | undefined, owner: string | undefined): string | undefined =>
  label === undefined || owner === undefined || namesOtherOwner(label) ? label : `${label} ${owner}`

/** What is read out for a field, when that says anything. */
const spokenFor = ({ alternative }: PageField): string | undefined =>
  saysNothing(alternative) ? undefined : plainLabel(alternative)

const ownLabel = (field: PageField): string | undefined => spokenFor(field) ?? wordsOfFieldName(field.name)

/** As a label of a line: nothing that would end it, or start another cell. */
const plainLabel = (label: string): string =>
  label
    .replace(/\s+/g, ' ')
    .replace(/[\s:.…*]+$/, '')
    .trim()

const meaningful = (exported: string): string | undefined =>
  /^(?:on|off|yes|aan|uit|choice ?\d*|keuze ?\d*|waarde ?\d*|optie ?\d*|\d*)$/i.test(exported) ? undefined : exported

/** Nothing is said of what was left open: an empty field would take the next line for its value. */
const labelled = (label: string | undefined, value: string): string =>
  value === '' || label === undefined ? value : `${label}\t${value}`

/** What is read out for every box of a group is its question; what is read out for one is its choice. */
const spokenForAll = (boxes: readonly [BoxField, ...BoxField[]]): string | undefined =>
  boxes.every((box) => box.alternative === boxes[0].alternative) ? spokenFor(boxes[0]) : undefined

const wordsOfChoice = (
  { entry, alternative }: BoxField,
  beside: PageText | undefined,
  boxes: readonly BoxField[],
): string => {
  const own = new Set(boxes.map((box) => box.alternative)).size === boxes.length ? alternative : ''
  return meaningful(entry.exported) ?? beside?.text ?? (own || entry.exported)
}

const asBoxes = (choices: readonly { checked: boolean; words: string }[]): string =>
  choices.map(({ checked, words }) => `${checked ? '☒' : '☐'} ${words}`.trim()).join(' ')

const choices = [
  /^(?:ja|nee|onbekend|n\.?v\.?t\.?|weet niet)$/i,
  /^(?:geen|laag|normaal|gemiddeld|midden|verhoogd|hoog|problematisch)$/i,
]

/**
 * Choices whose boxes are drawn as lines, not as letters: which one is ticked cannot be told from the text, and the first must not be taken for
 * the answer. 'Risico: laag hoog' becomes 'Risico: [?] laag [?] hoog'.
 */
const undecided = (cells: readonly string[]): readonly string[] => {
  const from = cells.findIndex((cell, index) => {
    const kind = choices.find((words) => words.test(cell))
    return (
      index > 0 &&
      kind !== undefined &&
      kind.test(cells[index + 1] ?? '') &&
      (index === 1 || /[:?]$/.test(cells[index - 1] ?? ''))
    )
  })
  const kind = choices.find((words) => words.test(cells[from] ?? ''))
  if (from === -1 || kind === undefined) return cells
  const end = cells.findIndex((cell, index) => index > from && !kind.test(cell))
  const run = cells.slice(from, end === -1 ? undefined : end)
  return [
    ...cells.slice(0, from),
    run.map((cell) => `[?] ${cell}`).join(' '),
    ...(end === -1 ? [] : undecided(cells.slice(end))),
  ]
}

const startsWithBox = (cell: string): boolean =>
  hasBoxes(cell.trim().slice(0, 4)) && !/^[\p{L}\p{N}]/u.test(cell.trim())
const endsWithBox = (cell: string): boolean => hasBoxes(cell.trim().slice(-4)) && !/[\p{L}\p{N}]$/u.test(cell.trim())

/** The first cell of a row with boxes is the question, whose cell stays its own. */
const isOnlyLabel = (before: string, index: number): boolean => index === 1 && !hasBoxes(before)
