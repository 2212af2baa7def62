import { shownIn } from './symbol-characters.ts'
import { childOf, elementsOf, type XmlElement } from './xml.ts'

export interface DocxText {
  /** A paragraph or a table row per line. */
  readonly lines: readonly string[]
  /** Deleted, moved away, or marked not to be shown. */
  readonly hidden: readonly string[]
  /** The codes of the fields, which nobody sees. */
  readonly instructions: string
}

/** The text of a part of a Word document (ECMA-376, part 1, chapter 17), in reading order. The tree's depth is bounded. */
export const docxLines = (part: XmlElement): DocxText => {
  const reader = new PartReader()
  const lines = reader.linesIn(part)
  return { lines, hidden: reader.hidden.filter((text) => text !== ''), instructions: reader.instructions.join('') }
}

class PartReader {
  readonly hidden: string[] = []
  readonly instructions: string[] = []

  /** The lines of what holds paragraphs and tables. */
  linesIn(element: XmlElement): string[] {
    return elementsOf(element).flatMap((child) => this.blockLines(child))
  }

  private blockLines(element: XmlElement): string[] {
    switch (element.name) {
      case 'p':
        return this.paragraphLines(element)
      case 'tr':
        return this.rowLines(element)
      case 'sdt':
        return isEmptyControl(element) ? [] : this.linesIn(childOf(element, 'sdtContent') ?? element)
      case 'del':
      case 'moveFrom':
        this.hide(element)
        return []
      case 'AlternateContent':
        return this.linesIn(preferred(element))
      default:
        return passedOver.has(element.name) ? [] : this.linesIn(element)
    }
  }

  private paragraphLines(element: XmlElement): string[] {
    const line = new LineReader(this)
    line.read(element)
    return [...line.text.replace(/([☒☐]) +/g, '$1 ').split('\n'), ...line.boxes.flatMap((box) => this.linesIn(box))]
  }

  /**
   * One line, a tab between the cells. Cells with as many lines as one another are read line by line (a column of labels beside one of
   * values); those in which lines stand by themselves ('Naam: ...', a table within the cell) stay below one another.
   */
  private rowLines(row: XmlElement): string[] {
    const cells = this.cellsOf(row).map((cell) => this.cellLines(cell))
    const filled = cells.filter((lines) => lines.length > 0)
    if (filled.length === 1) return isLeftOpen(cells) ? [`${filled.flat().join(' ')}\t`] : filled.flat()
    const longest = Math.max(0, ...filled.map((lines) => lines.length))
    if (longest > 1 && filled.every((lines) => lines.length === longest)) {
      return Array.from({ length: longest }, (_, index) => filled.map((lines) => lines[index] ?? '').join('\t'))
    }
    if (filled.some((lines) => lines.length > 1 && lines.some(standsAlone))) return filled.flat()
    return [cells.map((lines) => lines.join(' ')).join('\t')]
  }

  /** Controls and revisions may stand around a cell. */
  private cellsOf(row: XmlElement): XmlElement[] {
    return elementsOf(row).flatMap((child) => {
      if (child.name === 'tc') return [child]
      if (child.name === 'sdt')
        return isEmptyControl(child) ? [emptyCell] : this.cellsOf(childOf(child, 'sdtContent') ?? child)
      return passedOver.has(child.name) ? [] : this.cellsOf(child)
    })
  }

  private cellLines(cell: XmlElement): string[] {
    const lines = this.linesIn(cell).filter((line) => line.trim() !== '')
    const merge = childOf(cell, 'tcPr', 'vMerge')
    if (merge === undefined || merge.attributes.get('val') === 'restart') return lines
    // Word shows nothing of a cell that goes on from the one above.
    this.hidden.push(...lines)
    return []
  }

  hide(element: XmlElement): void {
    const line = new LineReader(this)
    line.read(element)
    this.hidden.push(line.text)
    for (const box of line.boxes) this.hidden.push(...this.linesIn(box))
  }
}

/** Properties, whose contents are no text. */
const passedOver = new Set([
  'pPr',
  'rPr',
  'tblPr',
  'tblGrid',
  'trPr',
  'tcPr',
  'sectPr',
  'sdtPr',
  'sdtEndPr',
  'tblPrEx',
  'rubyPr',
])

const emptyCell: XmlElement = { name: 'tc', attributes: new Map(), children: [] }

/** A label, and cells for a value in which nothing stands. */
const isLeftOpen = (cells: readonly (readonly string[])[]): boolean => cells.length > 1 && cells[0]?.length === 1

const standsAlone = (line: string): boolean => line.includes('\t') || /^[^:]{1,60}:\s*\S/.test(line)

/** Of the forms of one drawing, the one that today's programs show. */
const preferred = (alternatives: XmlElement): XmlElement =>
  childOf(alternatives, 'Choice') ?? childOf(alternatives, 'Fallback') ?? alternatives

/** A control that still shows what to fill in. */
const isEmptyControl = (control: XmlElement): boolean => {
  const shown = childOf(control, 'sdtPr', 'showingPlcHdr')
  return shown !== undefined && isOn(shown) && childOf(control, 'sdtPr', 'checkbox') === undefined
}

const isOn = (element: XmlElement): boolean =>
  !['0', 'false', 'off', 'none'].includes(element.attributes.get('val') ?? '1')

const isSet = (element: XmlElement | undefined): boolean => element !== undefined && isOn(element)

/** What is not shown, and what is crossed out. */
const unread = ['vanish', 'strike', 'dstrike']

/** Gathers the text of one paragraph; text boxes that hang on it come below it. */
class LineReader {
  text = ''
  readonly boxes: XmlElement[] = []
  private readonly part: PartReader

  constructor(part: PartReader) {
    this.part = part
  }

  read(element: XmlElement): void {
    for (const child of elementsOf(element)) this.take(child)
  }

  private take(element: XmlElement): void {
    switch (element.name) {
      case 'r':
        this.takeRun(element)
        break
      case 'sdt':
        this.takeControl(element)
        break
      case 'del':
      case 'moveFrom':
        this.part.hide(element)
        break
      case 'AlternateContent':
        this.read(preferred(element))
        break
      case 'txbxContent':
        this.boxes.push(element)
        break
      case 'fldSimple':
        this.part.instructions.push(element.attributes.get('instr') ?? '')
        this.read(element)
        break
      default:
        if (!passedOver.has(element.name)) this.read(element)
    }
  }

  private takeControl(control: XmlElement): void {
    const checkbox = childOf(control, 'sdtPr', 'checkbox')
    if (checkbox !== undefined) {
      const checked = childOf(checkbox, 'checked')
      this.addBox(checked !== undefined && isOn(checked))
    } else if (!isEmptyControl(control)) this.read(childOf(control, 'sdtContent') ?? control)
  }

  private takeRun(run: XmlElement): void {
    const properties = childOf(run, 'rPr')
    if (unread.some((name) => isSet(childOf(properties, name)))) {
      this.part.hidden.push(plainText(run))
      return
    }
    if (placeholderStyle.test(childOf(properties, 'rStyle')?.attributes.get('val') ?? '')) return
    const font = childOf(properties, 'rFonts')?.attributes
    for (const piece of elementsOf(run)) this.takePiece(piece, font?.get('ascii') ?? font?.get('hAnsi'))
  }

  private takePiece(piece: XmlElement, font: string | undefined): void {
    switch (piece.name) {
      case 't':
        this.text += shownIn(font, plainText(piece))
        break
      case 'tab':
      case 'ptab':
        this.text += '\t'
        break
      case 'br':
      case 'cr':
        this.text += '\n'
        break
      case 'noBreakHyphen':
        this.text += '-'
        break
      case 'sym':
        this.text += symbolOf(piece)
        break
      case 'fldChar':
        this.takeFormField(childOf(piece, 'ffData'))
        break
      case 'instrText':
        this.part.instructions.push(plainText(piece))
        break
      case 'delText':
      case 'delInstrText':
        this.part.hidden.push(plainText(piece))
        break
      default:
        this.take(piece)
    }
  }

  /** The fields of forms of before 2007. Those of text keep their value in the runs that follow. */
  private takeFormField(field: XmlElement | undefined): void {
    const checkbox = childOf(field, 'checkBox')
    const list = childOf(field, 'ddList')
    if (checkbox !== undefined) {
      const state = childOf(checkbox, 'checked') ?? childOf(checkbox, 'default')
      this.addBox(state !== undefined && isOn(state))
    } else if (list !== undefined) {
      const chosen = childOf(list, 'result') ?? childOf(list, 'default')
      const entries = elementsOf(list).filter(({ name }) => name === 'listEntry')
      this.text += entries[Number(chosen?.attributes.get('val') ?? 0)]?.attributes.get('val') ?? ''
    }
  }

  private addBox(checked: boolean): void {
    this.text += checked ? '☒ ' : '☐ '
  }
}

/** 'Klik of tik om tekst in te voeren.' bears the style of a placeholder in the language of the program. */
const placeholderStyle = /^(?:PlaceholderText|Tekstvantijdelijkeaanduiding)/i

const symbolOf = ({ attributes }: XmlElement): string => {
  const code = Number.parseInt(attributes.get('char') ?? '', 16)
  return Number.isNaN(code) || code > 0xff_ff ? '' : shownIn(attributes.get('font'), String.fromCharCode(code))
}

const plainText = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : plainText(child))).join('')
