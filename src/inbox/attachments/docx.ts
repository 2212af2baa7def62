import { type AttachmentReading, refused, unreadable } from './attachment-reading.ts'
import { docxLines, type DocxText } from './docx-lines.ts'
import { relationshipsOf } from './office-package.ts'
import { mostRows, tidyLines } from './text-lines.ts'
import { allText, xmlTree } from './xml.ts'
import type { ZipEntries } from './zip-entries.ts'

/** What a Word document says in its body; all its other parts are hidden text, so that no number in them is missed. */
export const readDocx = (zip: ZipEntries, main: string): AttachmentReading => {
  const document = zip.read(main)
  if (document === undefined) throw unreadable('broken')
  const body = docxLines(xmlTree(document))
  refuseCommands(body)
  if (body.lines.length > mostRows) throw unreadable('too_large')
  const text = tidyLines(body.lines)
  if (text === '') return { kind: 'no_text', type: 'docx' }
  return { kind: 'text', type: 'docx', text, hiddenText: tidyLines([...body.hidden, ...otherParts(zip, main)]) }
}

const besides = new Set(['header', 'footer', 'comments', 'footnotes', 'endnotes'])

const otherParts = (zip: ZipEntries, main: string): string[] => {
  const linked = relationshipsOf(zip, main)
    .filter(({ type, external }) => besides.has(type) && !external)
    .map(({ target }) => target)
  // A part that nothing points at is not shown, and may hold a number all the same.
  const loose = zip.names.filter((name) => /^word\/(?:header|footer|comments|footnotes|endnotes)\w*\.xml$/.test(name))
  const written = [...new Set([...linked, ...loose])].flatMap((target) => {
    const part = zip.read(target)
    if (part === undefined) return []
    const text = docxLines(xmlTree(part))
    refuseCommands(text)
    return [...text.lines, ...text.hidden]
  })
  const properties = zip.names.filter((name) => /^(?:docprops|customxml)\/[^/]*\.xml$/.test(name))
  return [...written, ...properties.map((name) => allText(zip.read(name) ?? Buffer.alloc(0)))]
}

/** A field that starts a program (DDE). */
const refuseCommands = ({ instructions }: DocxText): void => {
  if (/\bDDE(?:AUTO)?\b/i.test(instructions)) throw refused('active_content')
}
