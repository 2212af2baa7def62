import type { Words } from './people.ts'
import { xml, zip } from './zip.ts'

const namespace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface DocxOptions {
  readonly header?: string
  readonly footer?: string
  /** More files in the package. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>
  readonly mainType?: string
}

/** A Word document with this body. */
export function docx(body: string, options: DocxOptions = {}): Uint8Array {
  const main = options.mainType ?? `${docxType}.main+xml`
  const margins = [
    ...(options.header === undefined ? [] : [{ kind: 'header', tag: 'hdr', id: 'rId10', content: options.header }]),
    ...(options.footer === undefined ? [] : [{ kind: 'footer', tag: 'ftr', id: 'rId11', content: options.footer }]),
  ]
  return zip({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="${main}"/>${margins.map(({ kind }) => `<Override PartName="/word/${kind}1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`).join('')}</Types>`,
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${margins.map(({ kind, id }) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}1.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespace}><w:body>${body}<w:sectPr>${margins.map(({ kind, id }) => `<w:${kind}Reference w:type="default" r:id="${id}"/>`).join('')}</w:sectPr></w:body></w:document>`,
    ...Object.fromEntries(
      margins.map(({ kind, tag, content }) => [
        `word/${kind}1.xml`,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${tag} ${namespace}>${content}</w:${tag}>`,
      ]),
    ),
    ...options.more,
  })
}

/** A paragraph; Word cuts a text into runs wherever it likes. */
export function paragraph(...runs: readonly string[]): string {
  return `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${xml(run)}</w:t></w:r>`).join('')}</w:p>`
}

/** A table of any number of columns; a cell is a text, or XML when it starts with `<w:`. */
export function docxTable(rows: readonly (readonly string[])[]): string {
  const cell = (content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>${content.startsWith('<w:') ? content : paragraph(content)}</w:tc>`
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export function docxForm(words: Words): string {
  return docxTable(words.map(([label, value]) => [label, value]))
}

/** A content control with a text in it, as a paragraph of its own. */
export function control(value: string, tag = ''): string {
  return `<w:p>${inlineControl(value, tag)}</w:p>`
}

export function inlineControl(value: string, tag = ''): string {
  return `<w:sdt><w:sdtPr><w:alias w:val="${xml(tag)}"/><w:tag w:val="${xml(tag)}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">${xml(value)}</w:t></w:r></w:sdtContent></w:sdt>`
}

/** Check boxes with their words behind them, in one paragraph: ☐ laag ☒ verhoogd. */
export function boxes(choices: readonly (readonly [word: string, chosen: boolean])[]): string {
  const box = (chosen: boolean): string =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${chosen ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>${chosen ? '☒' : '☐'}</w:t></w:r></w:sdtContent></w:sdt>`
  return `<w:p>${choices.map(([word, chosen]) => `${box(chosen)}<w:r><w:t xml:space="preserve"> ${xml(word)}   </w:t></w:r>`).join('')}</w:p>`
}
