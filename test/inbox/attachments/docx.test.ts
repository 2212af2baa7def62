import { describe, expect, it } from 'vitest'
import { cell, docxOf, paragraph, relationships, run, table, word } from './made-office.ts'
import { linesOf, read, textsOf } from './reading-of.ts'

const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const tick = (checked: boolean): string =>
  control(`<w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/></w14:checkbox>`, run(checked ? '☒' : '☐'))
const formField = (data: string, result = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result === '' ? '' : run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('a Word document', () => {
  it('has nothing of what is crossed out', async () => {
    const crossed = '<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">ja</w:t></w:r>'
    const docx = docxOf(paragraph('Tolk nodig: ', crossed, '/ nee'))
    expect(await linesOf('aanmelding.docx', docx)).toEqual(['Tolk nodig: / nee'])
  })

  it('is a line per paragraph and a line with tabs per row of a table', async () => {
    const docx = docxOf(
      paragraph('Aanmelding') +
        table(
          ['Naam deelnemer', 'Sanne de Vries'],
          ['Mobiel', paragraph(run('06-1234'), run('5678'))],
          ['E-mail', ''],
        ) +
        paragraph('Consulent:', '<w:r><w:tab/></w:r>', 'Bram van Dijk') +
        paragraph('Risico: laag', '<w:r><w:br/></w:r>', 'Product: Werkfit'),
    )
    expect(await linesOf('aanmelding.docx', docx)).toEqual([
      'Aanmelding',
      'Naam deelnemer\tSanne de Vries',
      'Mobiel\t06-12345678',
      'E-mail\t',
      'Consulent:\tBram van Dijk',
      'Risico: laag',
      'Product: Werkfit',
    ])
  })

  it('keeps labels and values of a cell with several lines together', async () => {
    const docx = docxOf(
      table(
        [paragraph('Naam') + paragraph('Mobiel'), paragraph('Sanne de Vries') + paragraph('0612345678')].map((one) =>
          cell(one),
        ),
      ) +
        table([cell(paragraph('Naam: Sanne') + paragraph('Mobiel: 0612345678')), cell('Aanmelding')]) +
        table(['Toelichting', cell(paragraph('Kan niet op maandag.') + paragraph('Heeft geen auto.'))]),
    )
    expect(await linesOf('aanmelding.docx', docx)).toEqual([
      'Naam\tSanne de Vries',
      'Mobiel\t0612345678',
      'Naam: Sanne',
      'Mobiel: 0612345678',
      'Aanmelding',
      'Toelichting\tKan niet op maandag. Heeft geen auto.',
    ])
  })

  it('reads a table within a table, and cells that run over rows', async () => {
    const docx = docxOf(
      table(['Deelnemer', cell(table(['Naam', 'Sanne'], ['Mobiel', '0612345678']) + '<w:p/>')]) +
        table(
          [cell('Consulent', '<w:vMerge w:val="restart"/>'), 'Naam', 'Bram'],
          [cell('123456782', '<w:vMerge/>'), 'E-mail', 'bram@voorbeeldstad.example'],
        ),
    )
    expect(await textsOf('aanmelding.docx', docx)).toMatchObject({
      text: 'Deelnemer\nNaam\tSanne\nMobiel\t0612345678\nConsulent\tNaam\tBram\n\tE-mail\tbram@voorbeeldstad.example',
      hiddenText: '123456782',
    })
  })

  it('reads its controls, and not the words that ask to fill them in', async () => {
    const docx = docxOf(
      table(
        ['Naam', cell(control('<w:text/>', paragraph('Sanne de Vries')))],
        ['Taal', cell(paragraph(control('<w:dropDownList/>', run('Arabisch'))))],
        ['Geboortedatum', cell(paragraph(control('<w:date w:fullDate="1990-03-12T00:00:00Z"/>', run('12-3-1990'))))],
        ['Mobiel', cell(paragraph(control('<w:showingPlcHdr/><w:text/>', run('Klik om tekst in te voeren.'))))],
        ['E-mail', cell(paragraph(run('Voer tekst in', '<w:rStyle w:val="Tekstvantijdelijkeaanduiding"/>')))],
        ['Tolk nodig', cell(paragraph(tick(true), ' ja  ', tick(false), ' nee'))],
      ) + control('<w:text/>', paragraph('Risico: laag')),
    )
    expect(await linesOf('aanmelding.docx', docx)).toEqual([
      'Naam\tSanne de Vries',
      'Taal\tArabisch',
      'Geboortedatum\t12-3-1990',
      'Mobiel\t',
      'E-mail\t',
      'Tolk nodig\t☒ ja  ☐ nee',
      'Risico: laag',
    ])
  })

  it('reads the form fields of older versions', async () => {
    const docx = docxOf(
      paragraph('Naam: ', formField('<w:textInput/>', 'Sanne de Vries')) +
        paragraph(
          'Risico: ',
          formField('<w:ddList><w:result w:val="1"/><w:listEntry w:val="laag"/><w:listEntry w:val="hoog"/></w:ddList>'),
        ) +
        paragraph(
          'Tolk: ',
          formField('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'),
          'ja ',
          formField('<w:checkBox><w:default w:val="0"/></w:checkBox>'),
          'nee',
        ),
    )
    expect(await linesOf('aanmelding.docx', docx)).toEqual(['Naam: Sanne de Vries', 'Risico: hoog', 'Tolk: ☒ ja ☐ nee'])
  })

  it('shows the boxes of picture fonts as boxes', async () => {
    const docx = docxOf(
      paragraph(
        'Tolk: ',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        ' ja ',
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
        ' nee',
      ) +
        paragraph(
          'Vervoer: ',
          run('þ', '<w:rFonts w:ascii="Wingdings"/>'),
          ' fiets ',
          run('o', '<w:rFonts w:ascii="Wingdings"/>'),
          ' auto',
        ),
    )
    expect(await linesOf('aanmelding.docx', docx)).toEqual(['Tolk: ☑ ja ☐ nee', 'Vervoer: ☑ fiets ☐ auto'])
  })

  it('reads a text box once, below its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph('Mobiel: 0612345678')}</w:txbxContent>`
    const docx = docxOf(
      paragraph(
        'Naam: Sanne',
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    )
    expect(await linesOf('aanmelding.docx', docx)).toEqual(['Naam: Sanne', 'Mobiel: 0612345678'])
  })

  it('takes what was added, and hides what was deleted or not shown', async () => {
    const docx = docxOf(
      paragraph(
        'Mobiel: 06',
        `<w:ins>${run('12345678')}</w:ins>`,
        '<w:del><w:r><w:delText>87654321</w:delText></w:r></w:del>',
      ) + paragraph('Naam: Sanne', run('BSN 123456782', '<w:vanish/>'), `<w:moveFrom>${run('oud')}</w:moveFrom>`),
    )
    expect(await textsOf('aanmelding.docx', docx)).toMatchObject({
      text: 'Mobiel: 0612345678\nNaam: Sanne',
      hiddenText: '87654321\nBSN 123456782\noud',
    })
  })

  it('has headers, footers, comments, notes and properties as hidden text only', async () => {
    const parts = ['header', 'footer', 'comments', 'footnotes']
    const docx = docxOf(paragraph('Naam: Sanne'), {
      'word/_rels/document.xml.rels': relationships(...parts.map((part) => [part, part, `${part}1.xml`])),
      ...Object.fromEntries(parts.map((part) => [`word/${part}1.xml`, word(paragraph(`Naam: ${part}`))])),
      'docProps/core.xml': '<cp:coreProperties xmlns:cp="urn:cp"><title>BSN 123456782</title></cp:coreProperties>',
    })
    expect(await textsOf('aanmelding.docx', docx)).toMatchObject({
      text: 'Naam: Sanne',
      hiddenText: 'Naam: header\nNaam: footer\nNaam: comments\nNaam: footnotes\nBSN 123456782',
    })
  })
})

describe('a Word document that is not read', () => {
  it.each<[string, Record<string, string>, string]>([
    ['has macros', { 'word/vbaProject.bin': 'x' }, 'macros'],
    ['has an object of another program', { 'word/embeddings/oleObject1.bin': 'x' }, 'active_content'],
    ['has controls of the system', { 'word/activeX/activeX1.xml': '<a/>' }, 'active_content'],
    [
      'fetches its template from the web',
      {
        'word/_rels/settings.xml.rels': relationships([
          'a',
          'attachedTemplate',
          'https://kwaad.example/x.dotm',
          'External',
        ]),
      },
      'active_content',
    ],
    [
      'takes in another file',
      { 'word/_rels/document.xml.rels': relationships(['a', 'aFChunk', 'stuk.html']) },
      'active_content',
    ],
  ])('because it %s', async (_, parts, why) => {
    expect(await read('aanmelding.docx', docxOf(paragraph('Naam: Sanne'), parts))).toEqual({ kind: 'refused', why })
  })

  it('because a field starts a program', async () => {
    const docx = docxOf(
      paragraph(
        '<w:r><w:instrText>DDE</w:instrText></w:r>',
        '<w:r><w:instrText>AUTO c:\\reken.exe</w:instrText></w:r>',
      ),
    )
    expect(await read('aanmelding.docx', docx)).toEqual({ kind: 'refused', why: 'active_content' })
  })

  it('but is read with links, a template on a share, and pictures from elsewhere', async () => {
    const docx = docxOf(paragraph('Naam: Sanne'), {
      'word/_rels/document.xml.rels': relationships(
        ['a', 'hyperlink', 'https://voorbeeldstad.example', 'External'],
        ['b', 'image', 'https://voorbeeldstad.example/x.png', 'External'],
      ),
      'word/_rels/settings.xml.rels': relationships([
        'a',
        'attachedTemplate',
        'file:///G:/Sjablonen/brief.dotx',
        'External',
      ]),
    })
    expect(await linesOf('aanmelding.docx', docx)).toEqual(['Naam: Sanne'])
  })

  it('because there is nothing in it', async () => {
    expect(await read('leeg.docx', docxOf('<w:p/>'))).toEqual({ kind: 'no_text', type: 'docx' })
  })

  it.each<[string, string, string]>([
    [
      'it has a document type',
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><w:document>&c;</w:document>',
      'broken',
    ],
    ['it is nested without end', '<w:p>'.repeat(100_000), 'too_large'],
    ['it breaks off', '<w:document><w:body><w:p><w:r><w:t>Naam: San', 'broken'],
    ['its text is too long', word(paragraph('x'.repeat(500_001))), 'too_large'],
    ['it has too many lines', word('<w:p/>'.repeat(20_001)), 'too_large'],
  ])('because %s', async (_, xml, why) => {
    expect(await read('aanmelding.docx', docxOf('', { 'word/document.xml': xml }))).toEqual({ kind: 'unreadable', why })
  })
})
