import { strToU8, zipSync } from 'fflate'

export type Parts = Readonly<Record<string, string>>

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  )

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = (main: string, type: string): string =>
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`

const relationship = ([id, type, target, mode]: readonly string[]): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`

/** Each: id, type, target, and 'External' for what lies outside. */
export const relationships = (...list: readonly (readonly string[])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(relationship).join('')}</Relationships>`

export const word = (body: string): string =>
  `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"><w:body>${body}</w:body></w:document>`

export const docxOf = (body: string, more: Parts = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': word(body),
    ...more,
  })

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((piece) => (piece.startsWith('<') ? piece : run(piece))).join('')}</w:p>`
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`).join('')}</w:tbl>`

export interface MadeSheet {
  readonly name: string
  readonly state?: string
  /** What stands in the sheet: '<cols>' and '<sheetData>'. */
  readonly xml: string
}

export const xlsxOf = (sheets: readonly MadeSheet[], more: Parts = {}, workbookProperties = ''): Buffer => {
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  return zipOf({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${head}<workbook xmlns:r="urn:r">${workbookProperties}<sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['rId90', 'sharedStrings', 'sharedStrings.xml'],
      ['rId91', 'styles', '/xl/styles.xml'],
    ),
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${head}<worksheet>${xml}</worksheet>`]),
    ),
    ...more,
  })
}

/** Rows of cells as XML, or of plain texts that become cells with their text within. */
export const rowsXml = (...rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((one, column) => cellXml(one, row, column)).join('')}</row>`).join('')}</sheetData>`

const cellXml = (value: string, row: number, column: number): string => {
  if (value.startsWith('<')) return value
  const at = `${String.fromCharCode(65 + column)}${row + 1}`
  return value === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
}
