import type { getResolvedPDFJS } from 'unpdf'
import { unreadable } from './attachment-reading.ts'
import type { PageField } from './form-rows.ts'
import type { PageBox } from './page-rows.ts'
import type { PageText } from './page-text.ts'
import { shownIn, shownPrivateUse } from './symbol-characters.ts'

export interface Page {
  readonly texts: readonly PageText[]
  readonly fields: readonly PageField[]
  /** Fields that are not shown, what a form offers before it is filled in, comments. */
  readonly hidden: readonly string[]
}

type PdfPage = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']>['getPage']>
>
type Viewport = ReturnType<PdfPage['getViewport']>

const mostTexts = 100_000
const mostFields = 3000

/** `seen`: names of text fields that stood on an earlier page; a form repeats the name of its participant on each. */
export const readPage = async (page: PdfPage, seen: Set<string>): Promise<Page> => {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const annotations: Annotation[] = await page.getAnnotations()
  if (items.length > mostTexts || annotations.length > mostFields) throw unreadable('too_large')
  const written = items.filter((item) => 'str' in item)
  const fontOf = await pictureFonts(page, written)
  const texts = written.flatMap((item) => textOf({ ...item, str: shownIn(fontOf(item.fontName), item.str) }, viewport))
  const fields: PageField[] = []
  const hidden: string[] = []
  for (const annotation of annotations) {
    const box = boxOf(annotation, viewport)
    if (annotation.subtype === 'FreeText' && !isHidden(annotation)) texts.push(...typedOn(annotation, box))
    else if (annotation.subtype !== 'Widget') hidden.push(annotation.contentsObj?.str ?? '')
    else if (isHidden(annotation) || annotation.password === true) hidden.push(valueOf(annotation))
    else fields.push(...fieldOf(annotation, box, seen))
    if (annotation.subtype === 'Widget') hidden.push(...defaultOf(annotation))
  }
  page.cleanup()
  return { texts, fields, hidden: hidden.filter((text) => text !== '') }
}

/** What the reader of PDFs tells about an annotation (it gives no type); each as the file has it, or absent. */
interface Annotation {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly annotationFlags?: number
  readonly contentsObj?: { readonly str?: string }
  readonly fieldName?: string
  readonly fieldType?: string | null
  readonly fieldValue?: unknown
  readonly defaultFieldValue?: unknown
  /** What its appearance shows. */
  readonly textContent?: readonly string[]
  readonly alternativeText?: string
  readonly checkBox?: boolean
  readonly radioButton?: boolean
  readonly exportValue?: string
  readonly buttonValue?: string | null
  readonly password?: boolean
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[]
}

interface PdfText {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

/** A tick of a picture font comes as the letter of its code: a '4' that is one must not be read as a number. */
const pictureFonts = async (
  page: PdfPage,
  texts: readonly PdfText[],
): Promise<(name: string) => string | undefined> => {
  if (!texts.some(({ str }) => /^[3478lmnopqruxý-þ¨£]$/.test(str.trim()))) return () => undefined
  // Only drawing loads fonts by name.
  await page.getOperatorList()
  return (name) => {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const isNamed = typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
    return isNamed ? familyOf(String(font.name)) : undefined
  }
}

/** A subset has six letters before its name, and a style may stand behind it. */
const familyOf = (name: string): string =>
  name
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/[-,]?(?:Regular|ITC)$/i, '')
    .replace(/^Wingdings-?2$/i, 'Wingdings 2')

/** Text that does not run from left to right (in a margin, a stamp) is no row. */
const textOf = ({ str, transform, width }: PdfText, viewport: Viewport): PageText[] => {
  const text = shownPrivateUse(str).trim()
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
  const size = Math.hypot(a, b) || 1
  const [left, baseline] = toPage(viewport, x, y)
  const [right, end] = toPage(viewport, x + (a * width) / size, y + (b * width) / size)
  const height = Math.max(1, Math.hypot(c, d))
  const isLevel = right >= left && Math.abs(end - baseline) <= Math.max(1, (right - left) * 0.2)
  // A damaged file gives numbers that are none.
  return text !== '' && isLevel && Number.isFinite(baseline + height) ? [{ text, left, right, baseline, height }] : []
}

const toPage = (viewport: Viewport, x: number, y: number): readonly [number, number] => {
  const [left = 0, top = 0]: number[] = viewport.convertToViewportPoint(x, y)
  return [left, top]
}

const boxOf = ({ rect }: Annotation, viewport: Viewport): PageBox => {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect ?? []
  const [left, top] = toPage(viewport, x1, y1)
  const [right, bottom] = toPage(viewport, x2, y2)
  return {
    left: Math.min(left, right),
    right: Math.max(left, right),
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
  }
}

/** Hidden, or not shown on a screen (ISO 32000-1, section 12.5.3). */
const isHidden = ({ annotationFlags = 0 }: Annotation): boolean => (annotationFlags & 0b10_0010) !== 0

/** Who fills in a form that has no fields types on top of it. */
const typedOn = ({ contentsObj }: Annotation, { left, right, top, bottom }: PageBox): PageText[] => {
  const lines = (contentsObj?.str ?? '').split(/\r\n?|\n/)
  const height = (bottom - top) / lines.length
  return lines.flatMap((line, index) =>
    line.trim() === ''
      ? []
      : [{ text: line.trim(), left, right, baseline: top + height * (index + 0.75), height: Math.min(12, height) }],
  )
}

const fieldOf = (annotation: Annotation, box: PageBox, seen: Set<string>): PageField[] => {
  const { fieldName: name = '', alternativeText: alternative = '' } = annotation
  const entry = entryOf(annotation)
  if (entry === undefined) return []
  if (entry.kind === 'box') return [{ ...box, name, alternative, entry }]
  const said = `${name}\n${entry.value}`
  const isRepeated = entry.value !== '' && seen.has(said)
  seen.add(said)
  return [{ ...box, name, alternative, entry: isRepeated ? { kind: 'text', value: '' } : entry }]
}

/** Undefined for what is no answer: a button, a signature. */
const entryOf = (annotation: Annotation): PageField['entry'] | undefined => {
  const { checkBox, radioButton, fieldType } = annotation
  if (checkBox === true || radioButton === true) {
    const exported = annotation.exportValue ?? annotation.buttonValue ?? ''
    return { kind: 'box', checked: isChecked(annotation, exported), exported }
  }
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return undefined
  return { kind: 'text', value: isOnlyOffered(annotation) ? '' : valueOf(annotation) }
}

const isChecked = ({ fieldValue }: Annotation, exported: string): boolean =>
  typeof fieldValue === 'string' && fieldValue !== 'Off' && fieldValue !== '' && fieldValue === exported

/** On one line. A list keeps what its choices stand for; people see the words. */
const valueOf = ({ fieldValue, options }: Annotation): string =>
  [fieldValue]
    .flat()
    .filter((value) => typeof value === 'string')
    .map((value) => options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value)
    .join(', ')
    .replace(/\s+/g, ' ')
    .trim()

/** For an empty field the reader tells the default; on the page there is nothing then. */
const isOnlyOffered = ({ fieldType, fieldValue, defaultFieldValue, textContent }: Annotation): boolean =>
  fieldType === 'Tx' && fieldValue === defaultFieldValue && (textContent ?? []).join('').trim() === ''

const defaultOf = ({ defaultFieldValue, checkBox, radioButton }: Annotation): string[] =>
  checkBox !== true && radioButton !== true && typeof defaultFieldValue === 'string' ? [defaultFieldValue] : []
