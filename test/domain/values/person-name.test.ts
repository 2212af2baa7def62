import { describe, expect, it } from 'vitest'
import { firstNameOf, parsePersonName } from '#src/domain/values/person-name.ts'

describe("a person's name", () => {
  it.each([
    ['Anna Jansen', 'Anna', 'Jansen'],
    ['Anna Maria Jansen', 'Anna Maria', 'Jansen'],
    ['Anna de Vries', 'Anna', 'de Vries'],
    ['Jan-Willem van den Berg', 'Jan-Willem', 'van den Berg'],
    ["Kees van 't Hof", 'Kees', "van 't Hof"],
    ['Fatima el Amrani', 'Fatima', 'el Amrani'],
    ['Fatima El Amrani', 'Fatima', 'El Amrani'],
    ['José da Silva', 'José', 'da Silva'],
    ['Ben Jansen', 'Ben', 'Jansen'],
    ['Mary O’Brien', 'Mary', 'O’Brien'],
    ['J. Jansen-de Boer', 'J.', 'Jansen-de Boer'],
    ['Anna Jansen - de Boer', 'Anna', 'Jansen - de Boer'],
    ['Anna van der Linden-de Groot', 'Anna', 'van der Linden-de Groot'],
    ['Anna Jansen e/v de Boer', 'Anna', 'Jansen e/v de Boer'],
    ['P.J.M. Jansen', 'P.J.M.', 'Jansen'],
    ['P.J.M. (Piet) van der Berg', 'P.J.M. (Piet)', 'van der Berg'],
    ['P.J.M. Jansen (Piet)', 'P.J.M. (Piet)', 'Jansen'],
    ['Jansen (Piet)', 'Piet', 'Jansen'],
    ['Piet Jansen (m)', 'Piet', 'Jansen'],
    ['  Piet   Jansen ', 'Piet', 'Jansen'],
    ['محمد علي', 'محمد', 'علي'],
    // One letter behind a name may be what is left of a family name.
    ['Karin V.', 'Karin', 'V.'],
    ['Karin de V.', 'Karin', 'de V.'],
    ['J. v/d Berg', 'J.', 'v/d Berg'],
    ['V.D. Berg', 'V.D.', 'Berg'],
    ['Piet (Ben) Jansen', 'Piet (Ben)', 'Jansen'],
  ])('in the order of speech: "%s"', (text, given, family) => {
    expect(parsePersonName(text)).toEqual({ given, family, full: `${given} ${family}` })
  })

  it.each([
    ['Jansen, Anna', 'Anna', 'Jansen'],
    ['Jansen,Anna', 'Anna', 'Jansen'],
    ['Berg, A. van den', 'A.', 'van den Berg'],
    ['Berg, van den, Anna', 'Anna', 'van den Berg'],
    ['van den Berg, Anna', 'Anna', 'van den Berg'],
    ['Van den Berg, Anna', 'Anna', 'van den Berg'],
    ["'t Hof, Kees van", 'Kees', "van 't Hof"],
    ['El Amrani, Fatima', 'Fatima', 'El Amrani'],
    ['Jansen, dhr. P.', 'P.', 'Jansen'],
    ['Jansen-de Boer, Anna Maria', 'Anna Maria', 'Jansen-de Boer'],
    ['Vries de, K.', 'K.', 'de Vries'],
    ['Vries de, Karin', 'Karin', 'de Vries'],
    ['Berg van den, A.M.', 'A.M.', 'van den Berg'],
    ["Hof van 't, P.", 'P.', "van 't Hof"],
    ['Amrani el, F.', 'F.', 'el Amrani'],
    ['VRIES DE, K.', 'K.', 'DE VRIES'],
    ['mevr. Smit van der, A.', 'A.', 'van der Smit'],
    ['Smit van der, mevr. A.', 'A.', 'van der Smit'],
    ['Vries (de), K.', 'K.', 'de Vries'],
    ['Vries - de, K.', 'K.', 'de Vries'],
    ['Berg v.d., J.', 'J.', 'v.d. Berg'],
    ['Berg v/d, J.', 'J.', 'v/d Berg'],
    ['Berg van den A.M.', 'A.M.', 'van den Berg'],
    ['Jansen P.J.', 'P.J.', 'Jansen'],
    ['Jansen P.J. (Piet)', 'P.J. (Piet)', 'Jansen'],
    ['Vries K. de', 'K.', 'de Vries'],
    ['VRIES DE P.J.', 'P.J.', 'DE VRIES'],
    // 'Van' with a capital behind a name is mostly somebody's own.
    ['Nguyen Van, An', 'An', 'Nguyen Van'],
    ['Ben, Ali', 'Ali', 'Ben'],
  ])('in the order of a list: "%s"', (text, given, family) => {
    expect(parsePersonName(text)).toEqual({ given, family, full: `${given} ${family}` })
  })

  it.each([
    'dhr. P. Jansen',
    'de heer P. Jansen',
    'Dhr P. Jansen',
    'mevr. drs. P. Jansen',
    'De heer/mevrouw P. Jansen',
    'Mw. P. Jansen',
  ])('without its title: "%s"', (text) => {
    expect(parsePersonName(text)?.full).toBe('P. Jansen')
  })

  it.each(['Jansen', 'de Vries', 'Van Dam', 'mevrouw Jansen', 'Mohammad'])('with a family name only: "%s"', (text) => {
    const name = parsePersonName(text)
    expect(name).not.toHaveProperty('given')
    expect(name?.full).toBe(text.replace('mevrouw ', ''))
  })

  it.each([
    '',
    '...',
    '-',
    '123',
    'Anna Jansen 06-12340001',
    'a@b.example',
    'Naam: Anna',
    'Anna\nJansen',
    'dhr.',
    'de',
    'Jan van',
    'Groot de',
    'Berg van den,',
    '<b>Anna</b>',
    'x'.repeat(101),
  ])('is not read from "%s"', (text) => {
    expect(parsePersonName(text)).toBeUndefined()
  })
})

describe('the name to greet somebody by', () => {
  it.each([
    ['Anna Jansen', 'Anna'],
    ['Anna Maria Jansen', 'Anna'],
    ['Jan-Willem Jansen', 'Jan-Willem'],
    ['P.J.M. (Piet) Jansen', 'Piet'],
    ['Bo van Dam', 'Bo'],
    ['ANNA JANSEN', 'Anna'],
    ['JAN-WILLEM JANSEN', 'Jan-Willem'],
    ['IJSBRAND JANSEN', 'IJsbrand'],
  ])('of %s is %s', (text, first) => {
    const name = parsePersonName(text)
    expect(name && firstNameOf(name)).toBe(first)
  })

  it.each(['P. Jansen', 'P.J.M. Jansen', 'Th. de Boer', 'AB Jansen', 'Jansen', 'P. JANSEN'])(
    'is the whole name when there are only initials or none: %s',
    (text) => {
      const name = parsePersonName(text)
      expect(name && firstNameOf(name)).toBe(text)
    },
  )
})
