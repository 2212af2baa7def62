import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from 'pdf-lib'

const logoPixels = 43

/** A letter of a page under a logo, as a PDF of some kilobytes: the kind of thing that comes with a referral and holds no form. */
export async function smallPdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  const page = document.addPage()
  page.drawImage(await document.embedPng(logo()), { x: 450, y: 780, width: logoPixels, height: logoPixels })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let line = 0; line < 20; line += 1)
    page.drawText(`Regel ${String(line)} van een toelichting zoals die bij een aanmelding zit.`, {
      x: 50,
      y: 740 - line * 16,
      size: 11,
      font,
    })
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** Colours without a pattern, so that it takes the room that a picture takes. */
function logo(): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(logoPixels, 0)
  size.writeUInt32BE(logoPixels, 4)
  const row = () => Buffer.concat([Buffer.of(0), randomBytes(logoPixels * 3)])
  const rows = Buffer.concat(Array.from({ length: logoPixels }, row))
  const trueColour = Buffer.of(8, 2, 0, 0, 0)
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([size, trueColour])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
