import { describe, expect, it } from 'vitest'
import { calmName } from '#src/domain/values/calm-name.ts'
import { parsePersonName } from '#src/domain/values/person-name.ts'

const calmed = (text: string): string | undefined => {
  const name = parsePersonName(text)
  return name && calmName(name).full
}

describe('a name that is written wholly in capitals', () => {
  it.each([
    ['FATIMA YILMAZ', 'Fatima Yilmaz'],
    ['YUSUF ABDULKADIR JAMA', 'Yusuf Abdulkadir Jama'],
    ['ANNA VAN DER BERG', 'Anna van der Berg'],
    ['BERG, ANNA VAN DEN', 'Anna van den Berg'],
    ['VAN DER BERG, A.', 'A. van der Berg'],
    ['DE VRIES', 'De Vries'],
    ["JAN VAN 'T HOF", "Jan van 't Hof"],
    ['FATIMA EL AMRANI', 'Fatima el Amrani'],
    ['YUSUF BEN ALI', 'Yusuf Ben Ali'],
    ['MARIA DE LA CRUZ', 'Maria de la Cruz'],
    ['JAN-WILLEM JANSEN-DE BOER', 'Jan-Willem Jansen-de Boer'],
    ['IJSBRAND JANSEN', 'IJsbrand Jansen'],
    ["SEAN O'BRIEN", "Sean O'Brien"],
    ['A. JANSEN E/V DE GROOT', 'A. Jansen e/v de Groot'],
    ['P.J.M. JANSEN', 'P.J.M. Jansen'],
    ['P.J. (PIET) JANSEN', 'P.J. (Piet) Jansen'],
    ['ÉLODIE ÇELIK', 'Élodie Çelik'],
    ['İBRAHİM YILMAZ', 'İbrahim Yilmaz'],
  ])('%s is shown as %s', (text, full) => {
    expect(calmed(text)).toBe(full)
  })

  it.each([
    ['JOHN MCDONALD', 'John MCDONALD'],
    ['AB JANSEN', 'AB Jansen'],
    ['PJM JANSEN', 'PJM Jansen'],
    ['IŞIK YILMAZ', 'IŞIK Yilmaz'],
  ])('keeps the words of which nobody can tell: %s is %s', (text, full) => {
    expect(calmed(text)).toBe(full)
  })

  it.each(['Fatima YILMAZ', 'Anna van der Berg', 'P.J. de Vries', 'A. B.', 'Li Na', 'فاطمة علي'])(
    'and no other: %s',
    (text) => {
      expect(calmed(text)).toBe(parsePersonName(text)?.full)
    },
  )
})
