import { describe, expect, it } from 'vitest'
import { linesOf, read, textsOf } from './reading-of.ts'

describe('a list of values', () => {
  it.each<[string, string | Buffer, string[]]>([
    ['semicolons', 'Naam;Mobiel\r\nSanne;0612345678\r\n', ['Naam\tMobiel', 'Sanne\t0612345678']],
    [
      'semicolons, commas within',
      'Naam;Plaats\nVries, Sanne de;Voorbeeldstad, NL',
      ['Naam\tPlaats', 'Vries, Sanne de\tVoorbeeldstad, NL'],
    ],
    ['commas', 'Naam,Mobiel\n"Vries, Sanne de",0612345678', ['Naam\tMobiel', 'Vries, Sanne de\t0612345678']],
    ['tabs', 'Naam\tMobiel\nSanne\t0612345678', ['Naam\tMobiel', 'Sanne\t0612345678']],
    ['a mark that is named', 'sep=|\nNaam|Tolk\nSanne|ja', ['Naam\tTolk', 'Sanne\tja']],
    [
      'quotes and line ends in quotes',
      '"Naam";"Opmerking"\n"Sanne";"zegt ""ja""\nen komt"',
      ['Naam\tOpmerking', 'Sanne\tzegt "ja" en komt'],
    ],
    ['a quote that never ends', 'Naam;Opmerking\n"Sanne;5 breed', ['Naam\tOpmerking', '"Sanne\t5 breed']],
    ['numbers that keep their zero', 'Mobiel;="0612345678"', ['Mobiel\t0612345678']],
    ['empty cells', 'Naam;Mobiel;Tolk\nSanne;;ja\nBram;;', ['Naam\tMobiel\tTolk', 'Sanne\t\tja', 'Bram\t']],
    ['UTF-8 with its mark', '\uFEFFNaam;René', ['Naam\tRené']],
    ['windows-1252', Buffer.from('Naam;Ren\u00E9', 'latin1'), ['Naam\tRené']],
    ['UTF-16', Buffer.from('\uFEFFNaam\tRené', 'utf16le'), ['Naam\tRené']],
  ])('with %s', async (_, content, lines) => {
    expect(await linesOf('lijst.csv', content)).toEqual(lines)
  })

  it('has a limit', async () => {
    expect(await read('lijst.csv', 'a;b\n'.repeat(20_001))).toEqual({ kind: 'unreadable', why: 'too_large' })
    expect(await read('lijst.csv', 'a'.repeat(500_001))).toEqual({ kind: 'unreadable', why: 'too_large' })
  })

  it('says so when it is empty', async () => {
    expect(await read('lijst.csv', '\r\n\r\n')).toEqual({ kind: 'no_text', type: 'csv' })
  })
})

describe('a plain text', () => {
  it('is read as it stands, in characters that are seen', async () => {
    const { text } = await textsOf(
      'aanmelding.txt',
      'Naam: Sanne\r\nMobiel: 06\u200B12345678\r\n\r\n\r\n\r\nTolk: ja  \r\n',
    )
    expect(text).toBe('Naam: Sanne\nMobiel: 0612345678\n\nTolk: ja')
  })

  it('takes no time for a line of nothing but spaces', async () => {
    const { text } = await textsOf('aanmelding.txt', `${' '.repeat(400_000)}x${'\t '.repeat(20_000)}y`)
    expect(text.trim().startsWith('x')).toBe(true)
  })
})
