import type { getResolvedPDFJS } from 'unpdf'
import { type AttachmentReading, refused, unreadable } from './attachment-reading.ts'
import { linesOfPage } from './form-rows.ts'
import { type Page, readPage } from './pdf-page.ts'
import { refuseHostileStreams } from './pdf-streams.ts'
import { tidyLines } from './text-lines.ts'

type PdfDocument = Awaited<ReturnType<Awaited<ReturnType<typeof loadPdfJs>>['getDocument']>['promise']>

const mostPages = 50

/**
 * The form fields and the text of a PDF. No script of it is run and no action followed (there is no such part in how it is used here), and
 * fonts and pictures are not loaded.
 */
export const readPdf = async (content: Buffer): Promise<AttachmentReading> => {
  if (!isWhole(content)) throw unreadable('broken')
  refuseHostileStreams(content)
  const { getDocument } = await loadPdfJs()
  const loading = getDocument({
    data: new Uint8Array(content),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: 0,
  })
  try {
    return await loading.promise.then(readDocument, refuseToOpen)
  } finally {
    await loading.destroy().catch(() => undefined)
  }
}

/** Once: asking for a loaded module again costs as much as reading some lines of a page. */
const loadPdfJs = () => (pdfJs ??= import('unpdf').then(({ getResolvedPDFJS }) => getResolvedPDFJS()))
let pdfJs: ReturnType<typeof getResolvedPDFJS> | undefined

/** A file that ends early may be without the part in which the form was filled in: what is filled in is often added behind the rest. */
const isWhole = (content: Buffer): boolean => content.subarray(-2048).includes('%%EOF')

const refuseToOpen = (error: unknown): never => {
  throw unreadable(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'broken')
}

const readDocument = async (document: PdfDocument): Promise<AttachmentReading> => {
  if (document.numPages > mostPages) throw unreadable('too_large')
  const { info, metadata } = await document.getMetadata()
  const properties = new Map<string, unknown>(Object.entries(info))
  // Files packed in a PDF are not opened; a portfolio is nothing else.
  if (properties.get('IsCollectionPresent') === true || (await document.getAttachments()) !== null)
    throw refused('archive')
  // Scripts of fields only check and format what is typed; one of the whole document runs when it is opened.
  if ((await document.getJSActions()) !== null) throw refused('active_content')
  const pages: Page[] = []
  const seen = new Set<string>()
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(await document.getPage(number), seen))
  }
  const lines = pages.flatMap(({ texts, fields }) => [...linesOfPage(texts, fields), ''])
  const text = tidyLines(lines)
  if (text === '' || isPlaceholder(properties, pages)) return { kind: 'no_text', type: 'pdf' }
  const described = describedBy.map((name) => metadata?.get(name))
  const hidden = [...pages.flatMap((page) => page.hidden), ...textsIn([...properties.values()]), ...textsIn(described)]
  return { kind: 'text', type: 'pdf', text, hiddenText: tidyLines(hidden) }
}

/** Of a form that only Adobe's programs show (dynamic XFA) there is but the request to wait. */
const isPlaceholder = (properties: ReadonlyMap<string, unknown>, pages: readonly Page[]): boolean =>
  properties.get('IsXFAPresent') === true && pages.every(({ fields }) => fields.length === 0)

const describedBy = ['dc:title', 'dc:description', 'dc:subject', 'dc:creator', 'pdf:keywords']

/** Without the moments of making and changing, which are digits and say nothing. */
const textsIn = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => {
    if (typeof value === 'string') return /^D:\d{8}/.test(value) ? [] : [value]
    if (Array.isArray(value)) return textsIn(value)
    return typeof value === 'object' && value !== null ? textsIn(Object.values(value)) : []
  })
