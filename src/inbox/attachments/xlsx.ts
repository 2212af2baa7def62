import { type AttachmentReading, refused, unreadable } from './attachment-reading.ts'
import { type Relationship, relationshipsOf } from './office-package.ts'
import { mostRows, tidyLines } from './text-lines.ts'
import { allText, childOf, elementsOf, type XmlElement, xmlTree } from './xml.ts'
import { readSheet, type SheetContext } from './xlsx-sheet.ts'
import { sharedStringsOf } from './xlsx-strings.ts'
import { numberFormatsOf } from './xlsx-styles.ts'
import type { ZipEntries } from './zip-entries.ts'

interface SheetEntry {
  readonly name: string
  readonly visible: boolean
  readonly part: string
}

/** The visible sheets of a workbook in their order, a row per line. What is not visible, and all that stands beside the cells, is hidden text. */
export const readXlsx = (zip: ZipEntries, main: string): AttachmentReading => {
  const workbook = xmlTree(partOf(zip, main) ?? broken())
  const relationships = relationshipsOf(zip, main)
  const context = contextOf(zip, workbook, relationships)
  const shown: string[] = []
  const hidden: string[] = []
  for (const sheet of sheetsOf(workbook, relationships)) {
    const rows = readSheet(partOf(zip, sheet.part) ?? broken(), context)
    const lines = sheet.visible ? shown : hidden
    if (sheet.visible && shown.length > 0 && rows.shown.length > 0) shown.push('')
    lines.push(...rows.shown)
    hidden.push(sheet.name, ...rows.hidden)
    if (shown.length > mostRows || hidden.length > mostRows) throw unreadable('too_large')
  }
  const text = tidyLines(shown)
  if (text.trim() === '') return { kind: 'no_text', type: 'xlsx' }
  return { kind: 'text', type: 'xlsx', text, hiddenText: tidyLines([...hidden, ...otherParts(zip)]) }
}

const contextOf = (zip: ZipEntries, workbook: XmlElement, relationships: readonly Relationship[]): SheetContext => {
  const related = (type: string): Buffer | undefined =>
    partOf(zip, relationships.find((one) => one.type === type)?.target)
  const from1904 = childOf(workbook, 'workbook', 'workbookPr')?.attributes.get('date1904')
  return {
    strings: sharedStringsOf(related('sharedstrings')),
    formats: numberFormatsOf(related('styles')),
    from1904: from1904 === '1' || from1904 === 'true',
  }
}

const broken = (): never => {
  throw unreadable('broken')
}

const partOf = (zip: ZipEntries, name: string | undefined): Buffer | undefined =>
  name === undefined ? undefined : zip.read(name)

/** Sheets of cells only: a sheet may also be a chart. */
const sheetsOf = (workbook: XmlElement, relationships: readonly Relationship[]): SheetEntry[] => {
  const sheets = childOf(workbook, 'workbook', 'sheets') ?? broken()
  return elementsOf(sheets).flatMap(({ attributes }) => {
    const target = relationships.find(({ id, external }) => id === attributes.get('id') && !external)
    if (target?.type !== 'worksheet') return []
    const visible = (attributes.get('state') ?? 'visible') === 'visible'
    return [{ name: attributes.get('name') ?? '', visible, part: target.target }]
  })
}

/** Comments, text boxes, data behind a pivot table, values of other workbooks, properties. */
const otherParts = (zip: ZipEntries): string[] =>
  zip.names
    .filter((name) => besides.test(name))
    .map((name) => {
      const xml = zip.read(name) ?? Buffer.alloc(0)
      // A link that starts a program (DDE).
      if (name.startsWith('xl/externallinks/') && /<(?:\w+:)?(?:dde|ole)Link\b/.test(xml.toString('latin1'))) {
        throw refused('active_content')
      }
      return allText(xml)
    })

const besides =
  /^(?:xl\/(?:(?:worksheets\/)?(?:threadedcomments\/)?(?:comments?\/?|threadedcomment)[^/]*|drawings\/[^/]*|pivotcache\/[^/]*|externallinks\/[^/]*|persons\/[^/]*|tables\/[^/]*)|docprops\/[^/]*|customxml\/[^/]*)\.xml$/
