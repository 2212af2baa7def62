import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAttachment } from '#src/inbox/attachments/attachment.ts'
import { docxOf, paragraph, rowsXml, table, xlsxOf, zipOf } from './made-office.ts'
import { handMadePdf, pdfWith } from './made-pdf.ts'
import { read } from './reading-of.ts'

const pdf = await pdfWith(({ write, field, box }) => {
  write('Naam:', 50, 100)
  field('naam', 150, 100, 'Sanne de Vries')
  box('tolk', 50, 130, true)
})
const files = new Map<string, Buffer>([
  ['formulier.pdf', pdf],
  ['formulier.docx', docxOf(table(['Naam', 'Sanne'], ['Mobiel', '0612345678']))],
  ['lijst.xlsx', xlsxOf([{ name: 'Blad1', xml: rowsXml(['Naam', 'Sanne']) }])],
  ['lijst.csv', Buffer.from('Naam;Mobiel\n"Sanne";0612345678\n')],
])
const kinds = ['text', 'image', 'no_text', 'unreadable', 'refused', 'mail', 'calendar', 'signature']

/** Ends in one reading within seconds. */
const expectOneReading = async (name: string, content: Buffer): Promise<void> => {
  const start = performance.now()
  const reading = await readAttachment({ name, declaredType: '', content })
  expect(kinds).toContain(reading.kind)
  expect(performance.now() - start).toBeLessThan(5000)
}

describe('any bytes end in one reading', () => {
  const names = fc.constantFrom('', 'x', ...files.keys(), 'x.txt', 'x.eml', 'x.ics', 'x.zip', 'x.doc')
  const starts = fc.constantFrom(
    '',
    '%PDF-1.7\n',
    'PK\u0003\u0004',
    '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1',
    '<?xml',
    '"',
  )

  it('when they are anything at all', async () => {
    const bytes = fc.uint8Array({ maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(names, starts, bytes, (name, start, rest) =>
        expectOneReading(name, Buffer.concat([Buffer.from(start, 'latin1'), rest])),
      ),
      { numRuns: 500 },
    )
  })

  it.each([...files])('when %s breaks off anywhere, or was damaged on the way', async (name, file) => {
    const damage = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(damage, fc.oneof(fc.nat(file.length), fc.constant(file.length)), (changes, length) => {
        const damaged = Buffer.from(file)
        for (const [at, value] of changes) damaged[at] = value
        return expectOneReading(name, damaged.subarray(0, length))
      }),
      { numRuns: 200 },
    )
  })

  it('when a PDF breaks off anywhere and ends as if it were whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length), (length) =>
        expectOneReading('formulier.pdf', Buffer.concat([pdf.subarray(0, length), Buffer.from('\n%%EOF')])),
      ),
      { numRuns: 200 },
    )
  })

  it('when the reader of PDFs never ends: others are read after it', async () => {
    // Its field is its own ancestor by way of a page that is not closed.
    const endless = handMadePdf(
      [
        '1 0 obj << /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R  >> endobj',
        '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /Page 3 0 R ] 4 0 R /Type /Tx /AcroForm >> endobj',
        '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] 4 0 R >> endobj',
        '4 0 obj << /Subtype /Widget /FT /Tx /Fields [4 0 R] /Parent 3 0 R 4 0 R 0 1 0 R /V >> endobj',
      ].join('\n'),
    )
    const [first, second] = await Promise.all([read('eindeloos.pdf', endless), read('formulier.pdf', pdf)])
    expect(first).toEqual({ kind: 'unreadable', why: 'too_large' })
    expect(second).toMatchObject({ kind: 'text', text: 'naam\tSanne de Vries\ntolk\tja' })
  })

  it('when the XML within is damaged', async () => {
    const mark = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '&',
      '"',
      '<w:p>',
      '</w:p>',
      '<w:tbl>',
      '<w:tr>',
      '<w:sdt>',
      '<![CDATA[',
      ']]>',
      '<!--',
      ' w:val="',
      'x',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(mark, { maxLength: 60 }), (marks) =>
        expectOneReading('formulier.docx', docxOf(marks.join(''))),
      ),
      { numRuns: 200 },
    )
  })
})

describe('a zip that means harm', () => {
  /** Changes four bytes at an offset of the first entry of the directory. */
  const withDirectory = (zip: Buffer, name: string, offset: number, value: number): Buffer => {
    const changed = Buffer.from(zip)
    const at = changed.lastIndexOf(Buffer.from(name)) - 46 + offset
    changed.writeUInt32LE(value, at)
    return changed
  }
  const huge = docxOf(paragraph('Naam: Sanne'), { 'word/media/bom.xml': ' '.repeat(60_000_000) })

  it.each<[string, Buffer, string]>([
    ['an entry is huge', huge, 'too_large'],
    [
      'an entry is larger than it says',
      withDirectory(docxOf(paragraph('x'.repeat(9000))), 'word/document.xml', 24, 1000),
      'too_large',
    ],
    [
      'an entry is smaller than it says',
      withDirectory(docxOf(paragraph('x'.repeat(9000))), 'word/document.xml', 24, 30_000),
      'broken',
    ],
    [
      'all together is huge',
      zipOf(Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.xml`, ' '.repeat(35_000_000)]))),
      'too_large',
    ],
    [
      'there are 60,000 entries',
      Buffer.from(
        zipSync(Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`${index}`, new Uint8Array()])), {
          level: 0,
        }),
      ),
      'too_large',
    ],
    [
      'an entry lies outside of the file',
      withDirectory(docxOf(paragraph('x')), '[Content_Types].xml', 42, 0x7f_ff_ff_ff),
      'broken',
    ],
    [
      'an entry is encrypted',
      withDirectory(docxOf(paragraph('x')), '[Content_Types].xml', 8, 0x00_08_00_01),
      'password',
    ],
    [
      'two entries have one name',
      zipOf(
        Object.fromEntries([
          ['word/document.xml', 'a'],
          ['WORD/document.xml', 'b'],
        ]),
      ),
      'broken',
    ],
  ])('because %s', async (_, zip, why) => {
    const start = performance.now()
    expect(await read('formulier.docx', zip)).toEqual({ kind: 'unreadable', why })
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
