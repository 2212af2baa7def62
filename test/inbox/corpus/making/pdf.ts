import { PDFDocument, StandardFonts, type PDFForm, type PDFPage } from 'pdf-lib'
import type { Words } from './people.ts'

const made = new Date(Date.UTC(2026, 10, 2))

async function begin(title: string, subject?: string): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(title)
  if (subject !== undefined) document.setSubject(subject)
  document.setProducer('Zaaksysteem')
  document.setCreationDate(made)
  document.setModificationDate(made)
  return document
}

/** A PDF that is only text: a label, and its value right of it or behind a colon. */
export async function flatPdf(
  title: string,
  words: Words,
  { layout = 'columns', subject }: { layout?: 'columns' | 'colon' | 'below' | 'pairs'; subject?: string } = {},
): Promise<Uint8Array> {
  const document = await begin(title, subject)
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  const write = (text: string, x: number, y: number, size = 10): void => page.drawText(text, { x, y, size, font })
  write(title, 60, 780, 16)
  words.forEach(([label, value], index) => {
    const y = 740 - index * (layout === 'below' ? 34 : 20)
    if (layout === 'colon') write(`${label}: ${value}`, 60, y)
    else if (layout === 'below') {
      write(label, 60, y, 8)
      write(value, 60, y - 13)
    } else if (layout === 'pairs') {
      const x = index % 2 === 0 ? 60 : 310
      const row = 740 - Math.floor(index / 2) * 22
      write(label, x, row, 9)
      write(value, x + 95, row)
    } else {
      write(label, 60, y)
      write(value, 260, y)
    }
  })
  return document.save({ useObjectStreams: layout !== 'colon' })
}

export interface FormField {
  readonly label: string
  /** The name inside the PDF, which is not always a word. */
  readonly name: string
  readonly value: string | boolean | { readonly choices: readonly string[]; readonly chosen: string }
}

/** A form to be filled in on the screen: labels printed, values in fields. */
export async function formPdf(title: string, fields: readonly FormField[]): Promise<Uint8Array> {
  const document = await begin(title)
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  page.drawText(title, { x: 60, y: 790, size: 16, font })
  const form = document.getForm()
  fields.forEach((field, index) => {
    const y = 750 - index * 28
    page.drawText(field.label, { x: 60, y: y + 4, size: 10, font })
    place(form, page, field, y)
  })
  form.updateFieldAppearances(font)
  return document.save()
}

function place(form: PDFForm, page: PDFPage, { name, value }: FormField, y: number): void {
  const box = { x: 240, y, width: 260, height: 18 }
  if (typeof value === 'string') {
    const field = form.createTextField(name)
    field.setText(value)
    field.addToPage(page, box)
  } else if (typeof value === 'boolean') {
    const field = form.createCheckBox(name)
    field.addToPage(page, { ...box, width: 14, height: 14 })
    if (value) field.check()
  } else {
    const field = form.createDropdown(name)
    field.addOptions([...value.choices])
    field.select(value.chosen)
    field.addToPage(page, box)
  }
}

/** A page that is only a picture, as a scanner makes it. */
export async function scannedPdf(title: string): Promise<Uint8Array> {
  const document = await begin(title)
  const picture = await document.embedPng(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  document.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}

/** A form that runs a script when it is opened. */
export async function scriptedPdf(title: string, words: Words): Promise<Uint8Array> {
  const document = await PDFDocument.load(await flatPdf(title, words), { updateMetadata: false })
  document.addJavaScript('open', "app.launchURL('https://inloggen.example')")
  return document.save()
}
