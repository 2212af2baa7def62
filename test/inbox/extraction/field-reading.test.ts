import { describe, expect, it } from 'vitest'
import {
  readBirthDate,
  readClientNumber,
  readEmail,
  readInterpreter,
  readName,
  readPhone,
  readRisk,
  readTexts,
} from '#src/inbox/extraction/field-reading.ts'

const behind = (value: string, label = 'naam') => [{ label, value, apart: false }]
const below = (value: string) => [{ label: 'naam', value, apart: true }]
const both = (...values: string[]) => values.flatMap((value) => behind(value))

describe('a name', () => {
  it.each(['Jan de Vries', 'jan de vries', 'Vries, J. de', 'mevr. F. el Amrani', 'Nguyễn Thị Hoa', 'محمد علي'])(
    '%s is read',
    (name) => {
      expect(readName(behind(name)).kind).toBe('read')
    },
  )

  it.each([
    'Deze klant wil graag werken.',
    'Jan de Vries en Piet Jansen',
    'zie bijlage',
    'volgt nog',
    'Zo\uFFFD M\uFFFDller',
    'Jan 06-12345678',
    'Hij heeft al eens eerder bij ons een traject gedaan',
  ])('%s is in doubt', (name) => {
    expect(readName(behind(name)).kind).toBe('doubtful')
  })

  it('below its label is only read when it looks like one', () => {
    expect(readName(below('Fatima el Amrani')).kind).toBe('read')
    expect(readName(below('Graag snel een intake plannen')).kind).toBe('doubtful')
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
    ['via haar dochter', 'geen nummer'],
    ['06-12345678 (zoon)', 'andere tekst'],
    ['06-12345678 / 010-1234567', 'meer dan één nummer'],
    ['0612345678 of 0612345679', 'meer dan één nummer'],
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

  it('behind "mobiel" goes before one behind "telefoon"', () => {
    const values = [...behind('010-1234567', 'telefoon'), ...behind('06-12345678', 'mobiel')]
    expect(readPhone(values)).toEqual({ kind: 'read', value: '+31612345678' })
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
  ])('risk: %s', (written, reading) => {
    expect(readRisk(behind(written))).toEqual(reading)
  })

  it.each([
    ['ja', true],
    ['Ja, Arabisch', true],
    ['Arabisch', true],
    ['nee', false],
    ['geen', false],
    ['niet nodig', false],
  ])('interpreter: %s', (written, value) => {
    expect(readInterpreter(behind(written))).toEqual({ kind: 'read', value })
  })

  it('interpreter: perhaps', () => {
    expect(readInterpreter(behind('misschien')).kind).toBe('doubtful')
  })

  it('a date of birth may carry the age', () => {
    expect(readBirthDate(behind('12-03-1988 (38 jaar)'))).toEqual({ kind: 'read', value: '1988-03-12' })
    expect(readBirthDate(behind('12-03-88')).kind).toBe('doubtful')
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
