import { deflateSync } from 'node:zlib'
import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { handMadePdf, pdfWith, readOut, type Sheet } from './made-pdf.ts'
import { linesOf, read, textsOf } from './reading-of.ts'

describe('the fields of a PDF form', () => {
  it('are lines of label and value, in the order of the page, without the words that label them once more', async () => {
    const pdf = await pdfWith(({ write, field }) => {
      write('Aanmelding re-integratie', 50, 60, 16)
      write('Naam deelnemer:', 50, 120)
      write('Mobiel nummer', 50, 150)
      write('E-mailadres', 50, 180)
      write('Gegevens consulent', 50, 220, 13)
      write('Naam', 50, 250)
      // The order of the file is not the one of the page.
      field('consulent.naam', 200, 250, 'Bram van Dijk')
      field('telefoon_mobiel', 200, 150, '06 12345678')
      field('txtNaamDeelnemer', 200, 120, 'Sanne de Vries')
      field('Email', 200, 180)
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual([
      'Aanmelding re-integratie',
      'Naam Deelnemer\tSanne de Vries',
      'telefoon mobiel\t06 12345678',
      'Gegevens consulent',
      'naam consulent\tBram van Dijk',
    ])
  })

  it('go by what is read out for them before their name', async () => {
    const pdf = await pdfWith(({ field, form }) => {
      field('Text7', 200, 100, 'Sanne de Vries')
      readOut(form, 'Text7', 'Naam van de deelnemer')
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual(['Naam van de deelnemer\tSanne de Vries'])
  })

  it('take the words left of them or above them when their name says nothing', async () => {
    const pdf = await pdfWith(({ write, field }) => {
      write('Klantnummer:', 50, 100)
      field('Text1', 150, 100, '700123')
      write('Telefoon:', 350, 100)
      field('veld3', 410, 100, '0612345678')
      write('Toelichting', 50, 150)
      field('undefined_2', 50, 172, 'Kan alleen in de ochtend')
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual([
      'Klantnummer\t700123',
      'Telefoon\t0612345678',
      'Toelichting\tKan alleen in de ochtend',
    ])
  })

  it('take the words left of them, too, when their name is a code or what is read out is only help', async () => {
    const pdf = await pdfWith(({ write, field, form }) => {
      write('Geboortedatum:', 50, 100)
      field('dln_gbd', 150, 100, '01-02-1980')
      write('Mobiel:', 350, 100)
      field('VT07b', 410, 100, '0612345678')
      write('Klantnummer', 50, 130)
      field('zk', 150, 130, '700123')
      readOut(form, 'zk', 'Verplicht veld')
      write('Arrangement', 50, 160)
      field('keuze_a', 150, 160, 'Werkfit')
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual([
      'Geboortedatum\t01-02-1980',
      'Mobiel\t0612345678',
      'Klantnummer\t700123',
      'Arrangement\tWerkfit',
    ])
  })

  it('stay somebody else’s when only their name says so', async () => {
    const pdf = await pdfWith(({ write, field, form }) => {
      field('consulent.tel', 200, 100, '010-1234567')
      readOut(form, 'consulent.tel', 'Telefoonnummer')
      write('E-mail', 50, 130)
      field('partner_x1', 200, 130, 'kees@post.example')
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual([
      'Telefoonnummer consulent\t010-1234567',
      'E-mail partner\tkees@post.example',
    ])
  })

  it('take the question on the page when the name of a group is a code', async () => {
    const pdf = await pdfWith(({ write, form, page }) => {
      write('Tolk nodig', 50, 100)
      const group = form.createRadioGroup('rg_k')
      for (const [index, name] of ['ja', 'nee'].entries()) {
        group.addOptionToPage(name, page, { x: 200 + index * 80, y: 741, width: 10, height: 10 })
        write(name, 214 + index * 80, 100)
      }
      group.select('nee')
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual(['Tolk nodig\tnee'])
  })

  it('give of a list what people see, and of several lines one', async () => {
    const pdf = await pdfWith(({ form, page, field }) => {
      const list = form.createDropdown('product')
      list.addOptions(['Werkfit', 'Naar werk'])
      list.select('Naar werk')
      list.addToPage(page, { x: 200, y: 700, width: 100, height: 20 })
      field('Opmerkingen', 200, 300)
      form.getTextField('Opmerkingen').enableMultiline()
      form.getTextField('Opmerkingen').setText('Kan niet op maandag.\nHeeft geen auto.')
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual([
      'product\tNaar werk',
      'Opmerkingen\tKan niet op maandag. Heeft geen auto.',
    ])
  })

  it('say ja or nee for a box that stands alone', async () => {
    const pdf = await pdfWith(({ write, box }) => {
      box('Check Box4', 50, 100, true)
      write('Tolk nodig', 66, 100)
      box('eigen_vervoer', 50, 130)
      write('De deelnemer komt zelf', 66, 130)
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual(['Tolk nodig\tja', 'eigen vervoer\tnee'])
  })

  it('keep the boxes of one question together, with the words of the page', async () => {
    const pdf = await pdfWith(({ write, box }) => {
      write('Tolk nodig?', 50, 100)
      box('tolk_ja', 150, 100, true)
      write('ja', 164, 100)
      box('tolk_nee', 200, 100)
      write('nee', 214, 100)
      write('Risico', 300, 100)
      box('cb1', 350, 100)
      write('laag', 364, 100)
      box('cb2', 400, 100, true)
      write('hoog', 414, 100)
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual(['Tolk nodig?\t☒ ja ☐ nee', 'Risico\t☐ laag ☒ hoog'])
  })

  it('give the chosen one of a group, by the words of the page beside it', async () => {
    const pdf = await pdfWith(({ write, form, page }) => {
      write('Risico op verzuim', 50, 100)
      const group = form.createRadioGroup('risico')
      for (const [index, name] of ['laag', 'verhoogd', 'hoog'].entries()) {
        group.addOptionToPage(`${index}`, page, { x: 200 + index * 80, y: 741, width: 10, height: 10 })
        write(name, 214 + index * 80, 100)
      }
      group.select('1')
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual(['risico\tverhoogd'])
  })

  it('do not show what is hidden, nor what a form offers by itself', async () => {
    const pdf = await pdfWith(({ field, form }) => {
      field('naam', 200, 100, 'Sanne de Vries')
      field('bsn', 200, 130, '123456782')
      form.getTextField('bsn').acroField.getWidgets()[0]!.setFlags(2)
      field('telefoon', 200, 160)
      form.getTextField('telefoon').acroField.getWidgets()[0]!.dict.set(PDFName.of('DV'), PDFString.of('0600000000'))
    })
    expect(await textsOf('formulier.pdf', pdf)).toMatchObject({
      text: 'naam\tSanne de Vries',
      hiddenText: expect.stringMatching(/123456782[^]*0600000000/),
    })
  })

  it('are said once when each page repeats them', async () => {
    const pdf = await pdfWith(({ document, form, field }) => {
      field('naam', 200, 100, 'Sanne de Vries')
      form.getTextField('naam').addToPage(document.addPage(), { x: 50, y: 700, width: 100, height: 20 })
    })
    expect(await linesOf('formulier.pdf', pdf)).toEqual(['naam\tSanne de Vries'])
  })
})

describe('the text of a PDF', () => {
  it('comes in rows, with a tab where a column begins', async () => {
    const pdf = await pdfWith(({ write }) => {
      write('06 12345678', 200, 131)
      write('Mobiel', 50, 130)
      write('Sanne de Vries', 200, 100)
      write('Naam deelnemer', 50, 100)
      write('Geboortedatum', 330, 100)
      write('12-03-1990', 450, 100)
    })
    expect(await linesOf('brief.pdf', pdf)).toEqual([
      'Naam deelnemer\tSanne de Vries\tGeboortedatum\t12-03-1990',
      'Mobiel\t06 12345678',
    ])
  })

  it('has a tab between the cells of a table that stand near each other', async () => {
    const pdf = await pdfWith(({ write, font }) => {
      write('Geboortedatum', 50, 100)
      write('12-03-1990', 50 + font.widthOfTextAtSize('Geboortedatum', 11) + 10, 100)
    })
    expect(await linesOf('brief.pdf', pdf)).toEqual(['Geboortedatum\t12-03-1990'])
  })

  it('keeps boxes that are letters with their choices, and takes no choice whose box is only drawn', async () => {
    const pdf = await pdfWith(async ({ document, page, write }) => {
      const dingbats = await document.embedFont(StandardFonts.ZapfDingbats)
      write('Tolk nodig:', 50, 100)
      for (const [index, [box, word]] of [
        ['❒', 'ja'],
        ['✔', 'nee'],
      ].entries()) {
        page.drawText(box!, { x: 150 + index * 60, y: 742, size: 11, font: dingbats })
        write(word!, 164 + index * 60, 100)
      }
      write('Risico:', 50, 130)
      write('laag', 164, 130)
      write('hoog', 224, 130)
      write('Product:', 300, 130)
      write('Werkfit', 364, 130)
    })
    expect(await linesOf('brief.pdf', pdf)).toEqual([
      'Tolk nodig:\t☐ ja ✔ nee',
      'Risico:\t[?] laag [?] hoog\tProduct:\tWerkfit',
    ])
  })

  it('joins the pieces of a word and separates words', async () => {
    const pdf = await pdfWith(({ write, font }) => {
      const width = font.widthOfTextAtSize('Naam: San', 11)
      write('Naam: San', 50, 100)
      write('ne', 50 + width, 100)
      write('de Vries', 50 + width + font.widthOfTextAtSize('ne ', 11), 100)
    })
    expect(await linesOf('brief.pdf', pdf)).toEqual(['Naam: Sanne de Vries'])
  })

  it('takes a colon with the label where it stands before the value', async () => {
    const pdf = await pdfWith(({ write }) => {
      write('Naam', 50, 100)
      write(': Sanne de Vries', 150, 100)
    })
    expect(await linesOf('brief.pdf', pdf)).toEqual(['Naam:\tSanne de Vries'])
  })

  it('is the same on a page that lies on its side, without what stands in the margin', async () => {
    const pdf = await pdfWith(({ page, font }) => {
      page.setRotation(degrees(90))
      page.drawText('Naam:', { x: 100, y: 50, size: 11, font, rotate: degrees(90) })
      page.drawText('Sanne', { x: 100, y: 200, size: 11, font, rotate: degrees(90) })
      page.drawText('versie 3 van het formulier', { x: 300, y: 50, size: 8, font, color: rgb(0, 0, 0) })
    })
    expect(await linesOf('brief.pdf', pdf)).toEqual(['Naam:\tSanne'])
  })

  it('has what was typed on top of a form without fields, and not the remarks on it', async () => {
    const pdf = await pdfWith(({ document, page, write }) => {
      write('Naam:', 50, 100)
      const note = (subtype: string, contents: string, rect: number[]) =>
        document.context.register(
          document.context.obj({ Type: 'Annot', Subtype: subtype, Rect: rect, Contents: PDFString.of(contents) }),
        )
      page.node.set(
        PDFName.of('Annots'),
        document.context.obj([
          note('FreeText', 'Sanne de Vries', [150, 738, 300, 752]),
          note('Text', 'BSN is 123456782', [400, 700, 420, 720]),
        ]),
      )
    })
    expect(await textsOf('brief.pdf', pdf)).toMatchObject({
      text: 'Naam:\tSanne de Vries',
      hiddenText: expect.stringContaining('BSN is 123456782'),
    })
  })

  it('has its title and keywords as hidden text, without the moments of writing', async () => {
    const pdf = await pdfWith(({ document, write }) => {
      document.setTitle('Aanmelding 123456782')
      write('Naam: Sanne', 50, 100)
    })
    const { hiddenText } = await textsOf('brief.pdf', pdf)
    expect(hiddenText).toContain('Aanmelding 123456782')
    expect(hiddenText).not.toMatch(/\d{10}/)
  })
})

describe('a PDF that is not read', () => {
  const action = (dictionary: string) =>
    handMadePdf(
      `1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction ${dictionary} >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj`,
    )

  it.each<[string, string, object]>([
    ['starts a program', '<< /S /Launch /F (reken.exe) >>', { kind: 'refused', why: 'active_content' }],
    ['hides that it does', '<< /S /L#61unch /F (reken.exe) >>', { kind: 'refused', why: 'active_content' }],
    [
      'has a script that runs when it is opened',
      '<< /S /JavaScript /JS (while(true){}) >>',
      { kind: 'refused', why: 'active_content' },
    ],
  ])('because it %s', async (_, dictionary, expected) => {
    expect(await read('formulier.pdf', action(dictionary))).toEqual(expected)
  })

  it('because it is locked', async () => {
    const zeros = '0'.repeat(64)
    const locked = handMadePdf(
      `1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n4 0 obj << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${zeros}> /U <${zeros}> >> endobj`,
      `/Root 1 0 R /Encrypt 4 0 R /ID [<${'1'.repeat(32)}> <${'1'.repeat(32)}>]`,
    )
    expect(await read('formulier.pdf', locked)).toEqual({ kind: 'unreadable', why: 'password' })
  })

  it('because it is a scan', async () => {
    const pdf = await pdfWith(({ page }) => page.drawRectangle({ x: 0, y: 0, width: 500, height: 500 }))
    expect(await read('scan.pdf', pdf)).toEqual({ kind: 'no_text', type: 'pdf' })
  })

  it('because files are packed in it', async () => {
    const pdf = await pdfWith(async ({ document, write }) => {
      write('Zie bijlage', 50, 100)
      await document.attach(Buffer.from('Naam: Sanne'), 'aanmelding.txt')
    })
    expect(await read('map.pdf', pdf)).toEqual({ kind: 'refused', why: 'archive' })
  })

  it('because it ends early', async () => {
    const pdf = await pdfWith(({ write }) => write('Naam: Sanne', 50, 100))
    expect(await read('formulier.pdf', pdf.subarray(0, pdf.length - 10))).toEqual({ kind: 'unreadable', why: 'broken' })
  })

  it('because it has more than fifty pages', async () => {
    const document = await PDFDocument.create()
    for (let page = 0; page < 51; page += 1) document.addPage()
    expect(await read('dossier.pdf', Buffer.from(await document.save()))).toEqual({
      kind: 'unreadable',
      why: 'too_large',
    })
  })

  it.each<[string, Buffer]>([
    ['once', deflateSync(Buffer.alloc(100_000_000, ' '))],
    ['twice', deflateSync(deflateSync(Buffer.alloc(400_000_000, ' ')))],
  ])('because what is compressed %s is far too much', async (times, data) => {
    const filter = times === 'once' ? '/FlateDecode' : '[/FlateDecode /FlateDecode]'
    const pdf = Buffer.concat([
      Buffer.from(
        `%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >> endobj\n4 0 obj << /Length ${data.length} /Filter ${filter} >> stream\n`,
      ),
      data,
      Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
    ])
    expect(await read('bom.pdf', pdf)).toEqual({ kind: 'unreadable', why: 'too_large' })
  })

  it('because its pages go round in a circle', async () => {
    const pdf = handMadePdf(
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R /Count 1 >> endobj',
    )
    expect(await read('kring.pdf', pdf)).toEqual({ kind: 'unreadable', why: 'broken' })
  })
})

describe('a table whose cells stand near each other', () => {
  /** Between two cells of a row a gap of `gap` points in the widest. */
  const table = ({ write, font }: Sheet, rows: readonly (readonly string[])[], gap = 5): void => {
    let left = 50
    for (const column of rows[0]?.keys() ?? []) {
      for (const [index, cells] of rows.entries()) write(cells[column] ?? '', left, 100 + 18 * index)
      left += gap + Math.max(...rows.map((cells) => font.widthOfTextAtSize(cells[column] ?? '', 11)))
    }
  }

  it('keeps the cells below each heading apart', async () => {
    const rows = [
      ['Naam', 'Klantnr', 'Mobiel'],
      ['Ada Bot', 'HP-1001', '06-12345671'],
      ['Ben Cel', 'HP-1002', '06-12345672'],
    ]
    const pdf = await pdfWith((sheet) => table(sheet, rows))
    expect(await linesOf('tabel.pdf', pdf)).toEqual(rows.map((cells) => cells.join('\t')))
  })

  it('and a sentence below it stays one', async () => {
    const words = 'Zij kan alleen in de ochtend en belt liever zelf'.split(' ')
    const pdf = await pdfWith((sheet) => {
      table(sheet, [
        ['Naam', 'Klantnr', 'Mobiel'],
        ['Ada Bot', 'HP-1001', '06-12345671'],
      ])
      let left = 50
      for (const word of words) {
        sheet.write(word, left, 136)
        left += sheet.font.widthOfTextAtSize(`${word} `, 11)
      }
    })
    expect((await linesOf('tabel.pdf', pdf)).at(-1)).toBe(words.join(' '))
  })
})

describe('two columns about two people', () => {
  it('are read one below the other', async () => {
    const pdf = await pdfWith(({ write }) => {
      write('Verwijzing', 50, 60, 16)
      write('Klant', 50, 100)
      write('Klantmanager', 300, 100)
      write('Naam: Ben Vis', 50, 116)
      write('Naam: Anna Smit', 300, 116)
      write('Telefoon: 06-12345671', 50, 132)
      write('Telefoon: 06-87654321', 300, 132)
      write('Klantnummer: HP-2202', 50, 148)
      write('Opmerkingen', 50, 190)
    })
    expect(await linesOf('kolommen.pdf', pdf)).toEqual([
      'Verwijzing',
      'Klant',
      'Naam: Ben Vis',
      'Telefoon: 06-12345671',
      'Klantnummer: HP-2202',
      'Klantmanager',
      'Naam: Anna Smit',
      'Telefoon: 06-87654321',
      'Opmerkingen',
    ])
  })

  it('that have no labels stay as they are', async () => {
    const pdf = await pdfWith(({ write }) => {
      write('Klant', 50, 100)
      write('Klantmanager', 300, 100)
      write('Ben Vis', 50, 116)
      write('Anna Smit', 300, 116)
    })
    expect(await linesOf('kolommen.pdf', pdf)).toEqual(['Klant\tKlantmanager', 'Ben Vis\tAnna Smit'])
  })
})
