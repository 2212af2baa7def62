import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskBsn, passesElevenTest, redactBsn } from '#src/domain/values/bsn.ts'

const gone = '[BSN verwijderd]'

/** Nine digits that pass, or undefined when no last digit makes them pass. Written apart from the code under test. */
function withCheckDigit(eight: string): string | undefined {
  const [a, b, c, d, e, f, g, h] = [...eight].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const remainder = (9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h) % 11
  return remainder === 10 || eight === '00000000' ? undefined : `${eight}${remainder}`
}

const eightDigits = fc.integer({ min: 1, max: 99_999_999 }).map((n) => String(n).padStart(8, '0'))
const bsn = eightDigits.map(withCheckDigit).filter((digits) => digits !== undefined)
const noBsn = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((n) => String(n).padStart(9, '0'))
  .filter((digits) => withCheckDigit(digits.slice(0, 8)) !== digits && digits !== '000000000')

describe('the eleven test', () => {
  it.each(['123456782', '111222333', '999990019', '012345672', '12345672'])('is passed by %s', (digits) => {
    expect(passesElevenTest(digits)).toBe(true)
  })

  it.each(['123456789', '123456783', '000000000', '00000000', '1234567', '1234567820', '12345678a', ''])(
    'is not passed by "%s"',
    (digits) => {
      expect(passesElevenTest(digits)).toBe(false)
    },
  )

  it('is passed by every number with its check digit and by no other', () => {
    fc.assert(fc.property(bsn, (digits) => passesElevenTest(digits)))
    fc.assert(fc.property(noBsn, (digits) => !passesElevenTest(digits)))
  })
})

describe('a number that the text calls a BSN is taken out, whether or not it passes the test', () => {
  it.each([
    ['BSN: 123456782', `BSN: ${gone}`],
    ['BSN 123456789', `BSN ${gone}`],
    ['bsn:12345678', `bsn:${gone}`],
    ['BSN-nummer: 123.456.789', `BSN-nummer: ${gone}`],
    ['B.S.N. 1234.56.789', `B.S.N. ${gone}`],
    ['BSN nr. 123 456 789', `BSN nr. ${gone}`],
    ['BSN: 1 2 3 4 5 6 7 8 9', `BSN: ${gone}`],
    ['burgerservicenummer 123456789', `burgerservicenummer ${gone}`],
    ['Burger Service Nummer (9 cijfers): 123456789', `Burger Service Nummer (9 cijfers): ${gone}`],
    ['sofinummer: 123456789', `sofinummer: ${gone}`],
    ['sofi-nummer 123456789', `sofi-nummer ${gone}`],
    ['citizen service number: 123456789', `citizen service number: ${gone}`],
    ['BSN\t123456789', `BSN\t${gone}`],
    ['BSN:\n  123456789', `BSN:\n  ${gone}`],
    ['BSN: 123 456\n789 volgt', `BSN: ${gone} volgt`],
    ['Het BSN van de deelnemer is 123456789.', `Het BSN van de deelnemer is ${gone}.`],
    ['BSN van dhr. A. Jansen: 123456789', `BSN van dhr. A. Jansen: ${gone}`],
    ['BSN: O12345678', `BSN: ${gone}`],
    ['BSN: l23456782', `BSN: ${gone}`],
    ['BSN: 1234O6782', `BSN: ${gone}`],
    ['Klantnummer (BSN): 123456789', `Klantnummer (BSN): ${gone}`],
    ['BSN/klantnummer: 123456789', `BSN/klantnummer: ${gone}`],
    ['123456789 (BSN)', `${gone} (BSN)`],
    ['123456789 is mijn BSN', `${gone} is mijn BSN`],
    ['bsn123456789', `bsn${gone}`],
    ['aanmelding_bsn_123456789.pdf', `aanmelding_bsn_${gone}.pdf`],
    ['<td>BSN</td><td>123456789</td>', `<td>BSN</td><td>${gone}</td>`],
    ['BSN: 1234567', `BSN: ${gone}`],
    ['BSN: 12345678 2026', `BSN: ${gone} 2026`],
    ['BSN: １２３４５６７８９', `BSN: ${gone}`],
  ])('%j', (text, redacted) => {
    expect(redactBsn(text)).toEqual({ text: redacted, found: 1 })
  })

  it('takes out every number of a list', () => {
    expect(redactBsn("BSN's: 123456789, 987654321 en 111111111.")).toEqual({
      text: `BSN's: ${gone}, ${gone} en ${gone}.`,
      found: 3,
    })
  })

  it.each([
    'BSN: onbekend, geboren 12-03-1980',
    'BSN volgt per post, bel 06-12340001',
    'BSN:\nGeboortedatum: 12-03-1980',
    'BSN: \nTelefoon: 06-12340001',
    'BSN:\nKlantnummer: 1234567',
    'Het BSN mag niet gebruikt worden (eis 10).',
    'De gemeente heeft geen BSN gestuurd op 2 november 2026.',
  ])('leaves what comes after an empty field: %j', (text) => {
    expect(redactBsn(text)).toEqual({ text, found: 0 })
  })

  it('leaves the phone number and the date that follow the number', () => {
    expect(redactBsn('BSN 123456789 06-12340001 geboren 12-03-1980').text).toBe(
      `BSN ${gone} 06-12340001 geboren 12-03-1980`,
    )
  })
})

describe('a bare number that passes the test is taken out', () => {
  it.each([
    ['123456782', gone],
    ['Jansen 123456782 06-12340001', `Jansen ${gone} 06-12340001`],
    ['123 456 782', gone],
    ['1234.56.782', gone],
    ['123-456-782', gone],
    ['12.34.56.782', gone],
    ['12.03.19.809', gone],
    ['Jansen_123456782.pdf', `Jansen_${gone}.pdf`],
    ['A. Jansen123456782B', `A. Jansen${gone}B`],
    ['1 2 3 4 5 6 7 8 2', gone],
    ['|1|2|3|4|5|6|7|8|2|', `|${gone}|`],
    ['1\n2\n3\n4\n5\n6\n7\n8\n2', gone],
    ['1\u200B23456782', gone],
    ['123\u00A0456\u00A0782', gone],
    ['2026 123456782', `2026 ${gone}`],
    ['123 456\n782', gone],
    ['1980\n1\n2\n3\n4\n5\n6\n7\n8\n2\n', `1980\n${gone}\n`],
    ['012345672 1 kind', `${gone} 1 kind`],
    ['012 345 672 1 kind', `${gone} 1 kind`],
    ['1234-05-671 12345', `${gone} 12345`],
    ['op 12 03 1980, 12 03 1980 0000 00 012', `op 12 03 1980, 12 03 1980 ${gone}`],
    ['612345671', gone],
    ['op 12-03-1980 geboren, 123456782', `op 12-03-1980 geboren, ${gone}`],
  ])('%j', (text, redacted) => {
    expect(redactBsn(text)).toEqual({ text: redacted, found: 1 })
  })

  it('wherever it stands among words, and however it is grouped', () => {
    const grouped = fc.tuple(
      bsn,
      fc.constantFrom('', ' ', '.', '-', '\u00A0'),
      fc.constantFrom([3, 3, 3], [4, 2, 3], [2, 2, 2, 3], [5, 4]),
    )
    const word = fc.constantFrom(
      'Jansen',
      'geboren op 12-03-1980',
      'bel 06-12340001',
      'eis 9.',
      '\n',
      '(',
      'afspraak 2 nov 2026 10:15,',
    )
    fc.assert(
      fc.property(grouped, word, word, ([digits, separator, sizes], before, after) => {
        let at = 0
        const written = sizes.map((size) => digits.slice(at, (at += size))).join(separator)
        const { text } = redactBsn(`${before} ${written} ${after}`)
        expect(text).toContain(gone)
        expect(text.replaceAll(/\D/g, '')).not.toContain(digits)
      }),
    )
  })
})

describe('what is clearly something else stays', () => {
  it.each([
    'bel 0612345678 of 06-12345678 of 06 12 34 56 78',
    'bel +31612345671, +31 6 12345671, +31 (0)6 12345671, +31 (0)612345671, 0031 612345671, (0)6-12345671',
    'bel 010-1234567 12 keer, of 0182 123456',
    'bel +32 470 12 34 56 78',
    'IBAN NL91ABNA0417164300, NL91 ABNA 0417 1643 00',
    'btw NL123456782B01',
    'btw NL1234.56.782.B01',
    'klantnummer: 123456782',
    'Cliëntnummer 123456782',
    'cliëntnr. 123456782',
    'Zaaknummer: 123456782',
    'Dossiernr: 123456782',
    'Registratienummer klant: 123456782',
    'Kandidaatnummer 123456782',
    'Client ID: 123456782',
    'Telefoon: 612345671',
    'Mobiel nummer klant: 6 12345671',
    'afspraak op 2-11-2026 10:15, 2026-11-02 11:00, 12/03/1980 en 02 11 2026',
    '123456783',
    'kamer 12345\n6782 AB',
    '1234567820',
    'postbus 12345, 1234 AB',
  ])('%s', (text) => {
    expect(redactBsn(text)).toEqual({ text, found: 0 })
  })

  it('a number that fails the test and that nobody calls a BSN', () => {
    fc.assert(fc.property(noBsn, (digits) => redactBsn(`dossier ${digits} van Jansen`).found === 0))
  })

  it('a date with a time of day, whichever it is', () => {
    const date = fc.date({ min: new Date('1930-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(date, time, (day, [hour, minute]) => {
        const clock = `${hour}:${String(minute).padStart(2, '0')}`
        const text = `op ${day.getUTCDate()}-${day.getUTCMonth() + 1}-${day.getUTCFullYear()} ${clock}`
        expect(redactBsn(text).text).toBe(text)
      }),
    )
  })
})

describe('redaction', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(bsn, fc.constantFrom('BSN', ':', ' ', '\n', '06-12340001', 'x', '1'))), (parts) => {
        const once = redactBsn(parts.join(''))
        expect(redactBsn(once.text).text).toBe(once.text)
      }),
    )
  })

  it('takes a long mail in one look', () => {
    const long = 'BSN: van de heer 12 34 5 -nummer-nummer '.repeat(20_000)
    for (const text of [long, '1 '.repeat(400_000), 'bsn'.repeat(200_000)])
      expect(redactBsn(text).text.length).toBeGreaterThan(text.length / 3)
  })
})

describe('for a person who judges the mail', () => {
  it.each([
    ['dossier 123 456 782 van Jansen', 'dossier [misschien een BSN: •••••••82] van Jansen'],
    ['１２３４５６７８２', '[misschien een BSN: •••••••８２]'],
    ['BSN 123456782', `BSN ${gone}`],
    ['BSN 123456783', `BSN ${gone}`],
    ['123456782 (BSN)', `${gone} (BSN)`],
    ['klantnummer: 123456782', 'klantnummer: 123456782'],
  ])('only what nobody calls a BSN keeps its last two digits: %j', (text, masked) => {
    expect(maskBsn(text).text).toBe(masked)
  })

  it('takes out the same numbers, and never leaves more than two digits of one', () => {
    fc.assert(
      fc.property(bsn, fc.constantFrom('', 'BSN '), (digits, label) => {
        const text = `x ${label}${digits} y`
        const masked = maskBsn(text)
        expect(masked.found).toBe(redactBsn(text).found)
        expect(masked.text.replaceAll(/\D/g, '').length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
