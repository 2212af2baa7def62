import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  readBirthDate,
  readClientNumber,
  readEmail,
  readInterpreter,
  readLanguage,
  readName,
  readPhone,
  readRisk,
  readTexts,
} from '#src/inbox/extraction/field-reading.ts'

const behind = (value: string, label = 'naam') => [{ label, value, apart: false }]
const below = (value: string) => [{ label: 'naam', value, apart: true }]
const today = Temporal.PlainDate.from('2026-09-14')
const both = (...values: string[]) => values.flatMap((value) => behind(value))

describe('a name', () => {
  it.each([
    'Jan de Vries',
    'jan de vries',
    'Vries, J. de',
    'van den Berg, Anna Maria',
    'Jansen van den Berg, A.P.',
    'mevr. F. el Amrani',
    'Nguyễn Thị Hoa',
    'محمد علي',
  ])('%s is read', (name) => {
    expect(readName(behind(name)).kind).toBe('read')
  })

  it.each([
    'Deze klant wil graag werken.',
    'Jan de Vries en Piet Jansen',
    'zie bijlage',
    'N.N.',
    'nb',
    'Test Persoon',
    'Naamconsulent',
    'Jan de Vries, Piet Jansen',
    'volgt nog',
    'Zo\uFFFD M\uFFFDller',
    'Jan 06-12345678',
    'Hij heeft al eens eerder bij ons een traject gedaan',
  ])('%s is in doubt', (name) => {
    expect(readName(behind(name)).kind).toBe('doubtful')
  })

  it.each(['Aantal kinderen', 'Cons Mail', 'Voornaam Onbekend', 'Team', 'Bijstand sinds'])(
    'that is made of words of forms waits: %s',
    (name) => {
      expect(readName(behind(name))).toMatchObject({ kind: 'doubtful', value: { full: name } })
    },
  )

  it.each(['Jan Taal', 'Ans Klant', 'Team Boonmee', 'Tamara Tolk'])('%s is read all the same', (name) => {
    expect(readName(behind(name)).kind).toBe('read')
  })

  it('below its label is only read when it looks like one', () => {
    expect(readName(below('Fatima el Amrani')).kind).toBe('read')
    expect(readName(below('Graag snel een intake plannen')).kind).toBe('doubtful')
  })

  it.each([
    ['Vries de', 'K.', 'K. de Vries'],
    ['Berg, van den', 'Anna', 'Anna van den Berg'],
    ['de Vries', 'K.', 'K. de Vries'],
    ['Vries', 'K.', 'K. Vries'],
  ])('of %s in the box of the family name is read whole', (family, given, full) => {
    const parts = { family: behind(family), given: behind(given) }
    expect(readName(undefined, parts)).toMatchObject({ kind: 'read', value: { full } })
  })

  it('with initials is that of who is called by a first name that begins so', () => {
    const given = behind('Tesfay', 'roepnaam')
    const family = behind('Gebremedhin', 'achternaam')
    const whole = behind('de heer T. Gebremedhin', 'klant')
    for (const parts of [{ given }, { given, family }])
      expect(readName(whole, parts)).toMatchObject({ kind: 'read', value: { full: 'Tesfay Gebremedhin' } })
    const other = { given: behind('Karel', 'roepnaam') }
    expect(readName(whole, other)).toMatchObject({ kind: 'read', value: { full: 'T. Gebremedhin' } })
  })

  it('beside which a citizen service number stood is read without its place', () => {
    for (const beside of [' (BSN [BSN verwijderd])', ', BSN: [BSN verwijderd]', ' [BSN verwijderd]'])
      expect(readName(behind(`Aad Mus${beside}`))).toMatchObject({ kind: 'read', value: { full: 'Aad Mus' } })
    expect(readName(behind('[BSN verwijderd]')).kind).toBe('doubtful')
  })

  it('that is given twice in the same words is one name', () => {
    expect(readName(both('Jan de Vries', 'JAN DE VRIES')).kind).toBe('read')
    expect(readName(both('Jan de Vries', 'Piet de Vries'))).toMatchObject({
      words: expect.stringContaining('meer dan één deelnemer'),
    })
  })
})

describe('a telephone number', () => {
  it.each([
    ['06123', 'heeft 5 cijfers'],
    ['6', 'heeft 1 cijfer.'],
    ['f.elamrani@post.example', 'staat in de mail een mailadres'],
    ['jan1988@post.example', 'staat in de mail een mailadres'],
    ['via haar dochter', 'geen nummer'],
    ['06-12345678 (zoon)', 'andere tekst'],
    ['0612345678 of 0612345679', 'verschillende telefoonnummers'],
    ['0612345678 / 0612345679', 'verschillende telefoonnummers'],
    ['010-5550123 / 010-5550124', 'verschillende telefoonnummers'],
    ['0900-123456', 'bestaat niet'],
  ])('%s: %s', (written, words) => {
    expect(readPhone(behind(written, 'telefoon'))).toMatchObject({
      kind: 'doubtful',
      words: expect.stringContaining(words),
    })
  })

  it.each(['onbekend', 'niet bekend', 'n.v.t.', 'geen', '?', '(nog onbekend)'])(
    '%s is no number, and no doubt',
    (written) => {
      expect(readPhone(behind(written, 'telefoon'))).toEqual({ kind: 'absent' })
    },
  )

  it('of which the same label says two waits', () => {
    const values = [...behind('06-12345678', 'telefoon'), ...behind('06-12345679', 'telefoon')]
    expect(readPhone(values)).toMatchObject({ words: expect.stringContaining('verschillende telefoonnummers') })
  })

  it('behind "mobiel" goes before one behind "telefoon"', () => {
    const values = [...behind('010-1234567', 'telefoon'), ...behind('06-12345678', 'mobiel')]
    expect(readPhone(values)).toEqual({ kind: 'read', value: '+31612345678' })
  })

  it.each(['06-12345678 / 010-5550123', '010-5550123 / 06 1234 5678', '010 5550123 of 0612345678 (mobiel)'])(
    'of two in one line the mobile one is taken: %s',
    (written) => {
      expect(readPhone(behind(written, 'telefoon'))).toEqual({ kind: 'read', value: '+31612345678' })
    },
  )

  it('in doubt keeps the likeliest number, for the person who looks', () => {
    expect(readPhone(behind('06-12345678 (zoon)', 'telefoon'))).toMatchObject({
      kind: 'doubtful',
      value: '+31612345678',
    })
  })

  it('below the consulent’s name is taken with doubt, and not at all beside one of the participant', () => {
    const perhaps = { label: 'telefoon', value: '06-87654321', apart: false, perhapsOfConsulent: true } as const
    expect(readPhone([perhaps])).toMatchObject({ kind: 'doubtful', words: expect.stringContaining('bij de consulent') })
    expect(readPhone([...behind('06-12345678', 'telefoon'), perhaps])).toEqual({ kind: 'read', value: '+31612345678' })
  })

  it('written in two ways is one number', () => {
    expect(readPhone(both('06-12345678', '+31 6 12345678')).kind).toBe('read')
  })
})

describe('other fields', () => {
  it.each([
    ['geen', { kind: 'read', value: 'none' }],
    ['verhoogd', { kind: 'read', value: 'raised' }],
    ['n.v.t.', { kind: 'absent' }],
    ['Nee.', { kind: 'read', value: 'none' }],
    ['geen verhoogd risico', { kind: 'read', value: 'none' }],
    ['Laag risico', { kind: 'read', value: 'none' }],
    ['laag tot gemiddeld', { kind: 'read', value: 'raised' }],
    ['verhoogd risico op verzuim', { kind: 'read', value: 'raised' }],
    ['dreigend problematisch', { kind: 'read', value: 'problematic' }],
  ])('risk: %s', (written, reading) => {
    expect(readRisk(behind(written))).toEqual(reading)
  })

  it.each(['nee, wel eens verzuim', 'laag, maar let op', 'geen idee', 'ja, namelijk verslaving', 'nee tot nu toe'])(
    'risk: %s is not one level, so it waits',
    (written) => {
      expect(readRisk(behind(written))).toMatchObject({ kind: 'doubtful', words: expect.stringContaining('risico') })
    },
  )

  it.each([
    ['ja', true],
    ['Ja, Arabisch', true],
    ['Arabisch', true],
    ['nee', false],
    ['geen', false],
    ['niet nodig', false],
    ['Geen tolk nodig', false],
    ['nee, spreekt goed Nederlands', false],
  ])('interpreter: %s', (written, value) => {
    expect(readInterpreter(behind(written))).toEqual({ kind: 'read', value })
  })

  it.each([
    'misschien',
    'niet zeker',
    'geen idee',
    'graag geen tolk',
    'nee, wel bij moeilijke gesprekken',
    'ja of nee',
  ])('interpreter: %s waits', (written) => {
    expect(readInterpreter(behind(written)).kind).toBe('doubtful')
  })

  it.each(['12-03-2027', '12-03-2020', '12-03-1850', '12-03-1901'])('a date of birth %s cannot be', (written) => {
    expect(readBirthDate(behind(written), today)).toMatchObject({
      kind: 'doubtful',
      words: expect.stringContaining('geboortedatum'),
    })
  })

  it.each(['14', '14 jaar', 'ca. 12', '8', '112', '140'])('an age of %s cannot be', (written) => {
    expect(readBirthDate(behind(written, 'leeftijd'), today)).toMatchObject({
      kind: 'doubtful',
      words: expect.stringContaining('te jong of te oud'),
    })
  })

  it('an age and a date of birth that do not go together wait; an age alone is no date of birth, and no doubt', () => {
    const born = behind('12-03-1988', 'geboortedatum')
    expect(readBirthDate([...born, ...behind('38', 'leeftijd')], today)).toEqual({ kind: 'read', value: '1988-03-12' })
    expect(readBirthDate([...born, ...behind('83', 'leeftijd')], today)).toMatchObject({
      kind: 'doubtful',
      value: '1988-03-12',
      words: expect.stringContaining('horen niet bij elkaar'),
    })
    for (const age of ['38', '38 jaar', '30-40', 'eind dertig', '27+'])
      expect(readBirthDate(behind(age, 'leeftijd'), today)).toEqual({ kind: 'absent' })
  })

  it('two languages behind one label wait; behind two labels, or in one line, they are what somebody speaks', () => {
    expect(readLanguage([...behind('Nederlands', 'taal'), ...behind('Engels', 'taal')])).toMatchObject({
      words: expect.stringContaining('verschillende talen'),
    })
    const spoken = { kind: 'read', value: 'Nederlands, Arabisch' }
    expect(readLanguage([...behind('Nederlands', 'taal'), ...behind('Arabisch', 'moedertaal')])).toEqual(spoken)
    expect(readLanguage(behind('Nederlands, Arabisch', 'taal'))).toEqual(spoken)
  })

  it.each([
    'Nederlands O Turks X anders',
    'Nederlands x Turks',
    'Nederlands Turks',
    'Nederlands / Engels / anders',
    '☒ Nederlands ☒ Turks',
    '🔘 Nederlands 🔳 Turks',
    '\uE123 Nederlands \uE124 Turks',
  ])('a language of which nobody can tell whether it was chosen waits: %s', (written) => {
    expect(readLanguage(behind(written, 'taal'))).toMatchObject({ kind: 'doubtful' })
  })

  it('another language than the form has is the one that is named', () => {
    expect(readLanguage(behind('anders, nl. Tigrinya', 'taal'))).toEqual({ kind: 'read', value: 'Tigrinya' })
  })

  it('a date of birth may carry the age', () => {
    expect(readBirthDate(behind('12-03-1988 (38 jaar)'), today)).toEqual({ kind: 'read', value: '1988-03-12' })
    expect(readBirthDate(behind('12-03-88'), today)).toEqual({ kind: 'read', value: '1988-03-12' })
    expect(readBirthDate(behind('12-03-12'), today).kind).toBe('doubtful')
  })

  it('or the place', () => {
    expect(readBirthDate(behind('04-04-1994, Asmara'), today)).toEqual({ kind: 'read', value: '1994-04-04' })
    expect(readBirthDate(behind('04-04-1994 te Asmara'), today)).toEqual({ kind: 'read', value: '1994-04-04' })
    expect(readBirthDate(behind('04-04-1994, Asmara 05-05-1995'), today).kind).toBe('doubtful')
  })

  it.each([
    ['Nee', 'geen Nederlands'],
    ['nee, Arabisch', 'geen Nederlands, Arabisch'],
    ['ja', 'Nederlands'],
    ['een beetje', 'Nederlands een beetje'],
    ['onvoldoende', 'Nederlands onvoldoende'],
  ])('whether somebody speaks Dutch: %s', (written, value) => {
    expect(readLanguage(behind(written, 'spreektdekandidaatnederlands'))).toEqual({ kind: 'read', value })
  })

  it('a client number that could be a BSN is in doubt', () => {
    expect(readClientNumber(behind('123456782')).kind).toBe('doubtful')
    expect(readClientNumber(behind('2026-4711'))).toEqual({ kind: 'read', value: '2026-4711' })
  })

  it('the words say whose address cannot be read, and not the address', () => {
    expect(readEmail(behind('a b@c'), 'de consulent')).toMatchObject({ words: expect.stringContaining('de consulent') })
  })

  it('texts are kept once each, without a BSN', () => {
    expect(readTexts(both('een', 'een', 'twee 123456782'))).toEqual(['een', 'twee [BSN verwijderd]'])
  })
})
