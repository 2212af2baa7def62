import { describe, expect, it } from 'vitest'
import { relationships, rowsXml, xlsxOf } from './made-office.ts'
import { linesOf, read, textsOf } from './reading-of.ts'

const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`
const styles = (formats: readonly string[]): string =>
  `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}<xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`

describe('a spreadsheet', () => {
  it('is a line per row, a tab between the columns also where one is empty', async () => {
    const sheet = rowsXml(['Naam', 'Telefoon', 'Tolk'], ['Sanne de Vries', '', 'ja'], ['Bram', '0612345678'])
    expect(await linesOf('lijst.xlsx', xlsxOf([{ name: 'Blad1', xml: sheet }]))).toEqual([
      'Naam\tTelefoon\tTolk',
      'Sanne de Vries\t\tja',
      'Bram\t0612345678',
    ])
  })

  it('begins at its first column with something in it, and leaves an empty row where one is', async () => {
    const sheet =
      '<sheetData><row r="3"><c r="B3" t="str"><v>Naam</v></c><c r="D3" t="str"><v>Sanne</v></c></row><row r="90"><c r="B90" t="str"><v>Tolk</v></c><c r="D90" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="B3:C3"/></mergeCells>'
    expect(await linesOf('lijst.xlsx', xlsxOf([{ name: 'Blad1', xml: sheet }]))).toEqual([
      'Naam\t\tSanne',
      '',
      'Tolk\t\tja',
    ])
  })

  it('reads texts that are shared, formatted in pieces, or read out for the Japanese', async () => {
    const sheet = rowsXml(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'])
    const strings =
      '<sst><si><r><t>Naam </t></r><r><rPr><b/></rPr><t>deelnemer</t></r></si><si><t>Sanne</t><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>'
    const xlsx = xlsxOf([{ name: 'Blad1', xml: sheet }], { 'xl/sharedStrings.xml': strings })
    expect(await linesOf('lijst.xlsx', xlsx)).toEqual(['Naam deelnemer\tSanne'])
  })

  it.each<[string, string, number, string]>([
    ['a phone number without its zero', '612345678', 4, '612345678'],
    ['a number with an exponent', '6.12345678E8', 4, '612345678'],
    ['a broken sum', '0.30000000000000004', 4, '0.3'],
    ['zeros that the format puts in front', '612345678', 0, '0612345678'],
    ['places with a dash', '612345678', 1, '06-12345678'],
    ['a date of the program', '32944', 5, '12-03-1990'],
    ['a date in its own form', '32944', 2, '12-03-1990'],
    ['a date with a time', '46000.5', 6, '09-12-2025 12:00'],
    ['a date as Word writes it out', '32944', 3, '12-03-1990'],
    ['a date before March 1900', '59', 5, '28-02-1900'],
  ])('shows %s', async (_, value, style, shown) => {
    const formats = ['0000000000', '00\\-00000000', 'dd/mm/yyyy;@', '[$-413]d mmmm yyyy', 'General']
    const xlsx = xlsxOf([{ name: 'Blad1', xml: rowsXml(['Waarde', number(value, style)]) }], {
      'xl/styles.xml': styles(formats),
    })
    expect(await linesOf('lijst.xlsx', xlsx)).toEqual([`Waarde\t${shown}`])
  })

  it('counts days from 1904 where a workbook does', async () => {
    const xlsx = xlsxOf(
      [{ name: 'Blad1', xml: rowsXml([number('31482', 1)]) }],
      { 'xl/styles.xml': styles(['0']) },
      '<workbookPr date1904="1"/>',
    )
    expect(await linesOf('lijst.xlsx', xlsx)).toEqual(['12-03-1990'])
  })

  it('takes of a formula what it came to, of a truth ja or nee, and of an error nothing', async () => {
    const sheet = rowsXml([
      '<c t="str"><f>HYPERLINK("https://kwaad.example")</f><v>Sanne</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>1990-03-12T00:00:00</v></c>',
    ])
    expect(await linesOf('lijst.xlsx', xlsxOf([{ name: 'Blad1', xml: sheet }]))).toEqual(['Sanne\tnee\t\t12-03-1990'])
  })

  it('makes one line of the lines in a cell, unless the row has nothing else', async () => {
    const sheet = rowsXml(['Toelichting', 'een&#10;twee'], ['Naam: Sanne&#10;Mobiel: 0612345678'])
    expect(await linesOf('lijst.xlsx', xlsxOf([{ name: 'Blad1', xml: sheet }]))).toEqual([
      'Toelichting\teen twee',
      'Naam: Sanne',
      'Mobiel: 0612345678',
    ])
  })

  it('has hidden sheets, rows and columns, comments and properties as hidden text only', async () => {
    const first = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="str"><v>Naam</v></c><c r="B1" t="str"><v>kolom</v></c><c r="C1" t="str"><v>Sanne</v></c></row><row r="2" hidden="1"><c r="A2" t="str"><v>rij</v></c></row></sheetData><headerFooter><oddHeader>kop</oddHeader></headerFooter>`
    const xlsx = xlsxOf(
      [
        { name: 'Lijst', xml: rowsXml(['lijst']), state: 'hidden' },
        { name: 'Blad1', xml: first },
        { name: 'Diep', xml: rowsXml(['diep']), state: 'veryHidden' },
        { name: 'Blad2', xml: rowsXml(['Tolk', 'ja']) },
      ],
      {
        'xl/comments1.xml':
          '<comments><commentList><comment><text><r><t>BSN 123456782</t></r></text></comment></commentList></comments>',
        'xl/pivotCache/pivotCacheRecords1.xml': '<r><s v="draaitabel"/></r>',
        'docProps/core.xml': '<c><title>titel</title></c>',
      },
    )
    const { text, hiddenText } = await textsOf('lijst.xlsx', xlsx)
    expect(text).toBe('Naam\tSanne\n\nTolk\tja')
    for (const word of ['lijst', 'kolom', 'rij', 'kop', 'diep', 'BSN 123456782', 'draaitabel', 'titel']) {
      expect(hiddenText.split('\n')).toContain(word)
    }
  })
})

describe('a spreadsheet that is not read', () => {
  const sheets = [{ name: 'Blad1', xml: rowsXml(['Naam', 'Sanne']) }]

  it.each<[string, Record<string, string>, string]>([
    ['has macros', { 'xl/vbaProject.bin': 'x' }, 'macros'],
    ['has macros of before 1997', { 'xl/macrosheets/sheet1.xml': '<a/>' }, 'macros'],
    ['fetches data', { 'xl/connections.xml': '<connections/>' }, 'active_content'],
    [
      'starts a program',
      { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' },
      'active_content',
    ],
    [
      'has an object of another program',
      { 'xl/worksheets/_rels/sheet1.xml.rels': relationships(['a', 'oleObject', '../embeddings/x.bin']) },
      'active_content',
    ],
  ])('because it %s', async (_, parts, why) => {
    expect(await read('lijst.xlsx', xlsxOf(sheets, parts))).toEqual({ kind: 'refused', why })
  })

  it('because it has too many rows', async () => {
    const xml = `<sheetData>${'<row><c t="b"><v>1</v></c></row>'.repeat(20_001)}</sheetData>`
    expect(await read('lijst.xlsx', xlsxOf([{ name: 'Blad1', xml }]))).toEqual({ kind: 'unreadable', why: 'too_large' })
  })

  it('but is read when a million rows are only coloured', async () => {
    const xml = `<sheetData><row r="1"><c t="str"><v>Naam</v></c></row>${'<row s="1"/>'.repeat(100_000)}</sheetData>`
    expect(await linesOf('lijst.xlsx', xlsxOf([{ name: 'Blad1', xml }]))).toEqual(['Naam'])
  })

  it('because it is empty, or a sheet is not there', async () => {
    expect(await read('leeg.xlsx', xlsxOf([{ name: 'Blad1', xml: '<sheetData/>' }]))).toEqual({
      kind: 'no_text',
      type: 'xlsx',
    })
    const gone = xlsxOf(sheets, {
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/weg.xml']),
    })
    expect(await read('lijst.xlsx', gone)).toEqual({ kind: 'unreadable', why: 'broken' })
  })
})
