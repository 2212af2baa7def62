import { PDFDocument, type PDFFont, type PDFForm, PDFName, type PDFPage, PDFString, StandardFonts } from 'pdf-lib'

export interface Sheet {
  readonly document: PDFDocument
  readonly page: PDFPage
  readonly form: PDFForm
  readonly font: PDFFont
  /** Writes text, with its place in points from the upper left. */
  write(text: string, left: number, down: number, size?: number): void
  /** A text field of 180 by 16 points whose row is the one of text at the same height. */
  field(name: string, left: number, down: number, value?: string): void
  box(name: string, left: number, down: number, checked?: boolean): void
}

const height = 842

/** A PDF of one A4 page, with what `draw` puts on it. */
export const pdfWith = async (draw: (sheet: Sheet) => void | Promise<void>): Promise<Buffer> => {
  const document = await PDFDocument.create()
  const page = document.addPage([595, height])
  const font = await document.embedFont(StandardFonts.Helvetica)
  const form = document.getForm()
  await draw({
    document,
    page,
    form,
    font,
    write: (text, left, down, size = 11) => page.drawText(text, { x: left, y: height - down, size, font }),
    field: (name, left, down, value) => {
      const field = form.createTextField(name)
      if (value !== undefined) field.setText(value)
      field.addToPage(page, { x: left, y: height - down - 4, width: 180, height: 16 })
    },
    box: (name, left, down, checked = false) => {
      const box = form.createCheckBox(name)
      box.addToPage(page, { x: left, y: height - down - 1, width: 10, height: 10 })
      if (checked) box.check()
    },
  })
  return Buffer.from(await document.save())
}

/** Gives the last place of a field the words that are read out for it. */
export const readOut = (form: PDFForm, name: string, words: string): void => {
  for (const widget of form.getField(name).acroField.getWidgets()) {
    widget.dict.set(PDFName.of('TU'), PDFString.of(words))
  }
}

/** A small PDF by hand, its parts as written; offsets are left to the reader to find. */
export const handMadePdf = (objects: string, trailer = '/Root 1 0 R'): Buffer =>
  Buffer.from(`%PDF-1.7\n${objects}\ntrailer\n<< ${trailer} >>\nstartxref\n0\n%%EOF\n`, 'latin1')
