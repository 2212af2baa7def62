import { xml, zip } from './zip.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A number stays a number; `{ day }` is a date as Excel keeps it: days since 1900, with a style that says so. */
export type Cell = string | number | null | { readonly day: string }

export interface Sheet {
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly (readonly Cell[])[]
}

interface XlsxOptions {
  /** Texts in the table of shared texts, as Excel saves them, or inline, as a database exports them. */
  readonly shared?: boolean
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

export function xlsx(sheets: readonly Sheet[], { shared = true, more = {} }: XlsxOptions = {}): Uint8Array {
  const texts: string[] = []
  const written = sheets.map(({ rows }) => sheetXml(rows, shared ? texts : null))
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${part}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${part}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${part}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId98" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      written.map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="${texts.length}" uniqueCount="${texts.length}">${texts.map((value) => `<si><t xml:space="preserve">${xml(value)}</t></si>`).join('')}</sst>`,
    ...more,
  })
}

function sheetXml(rows: Sheet['rows'], texts: string[] | null): string {
  return rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${index + 1}`, texts)).join('')}</row>`,
    )
    .join('')
}

function cellXml(cell: Cell, place: string, texts: string[] | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'object') {
    return `<c r="${place}" s="1"><v>${Math.round(Date.parse(cell.day) / 86_400_000) + 25_569}</v></c>`
  }
  if (texts === null) return `<c r="${place}" t="inlineStr"><is><t>${xml(cell)}</t></is></c>`
  if (!texts.includes(cell)) texts.push(cell)
  return `<c r="${place}" t="s"><v>${texts.indexOf(cell)}</v></c>`
}
