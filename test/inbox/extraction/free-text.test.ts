import { describe, expect, it } from 'vitest'
import { readFreeText, readPeopleInText } from '#src/inbox/extraction/free-text.ts'

const read = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...readFreeText(text)].map(([field, found]) => [field, found.map(({ value }) => value).join(' | ')]),
  )

describe('running sentences', () => {
  it.each<[string, Record<string, string>]>([
    [
      'Hierbij meld ik mevrouw F. Yilmaz aan, klantnummer 20411, geboren op 3-4-1987.',
      { name: 'F. Yilmaz', client_number: '20411', birth_date: '3-4-1987' },
    ],
    [
      'Graag een intake voor dhr. Jan van den Berg (klantnr. K-2041).',
      { name: 'Jan van den Berg', client_number: 'K-2041' },
    ],
    ['De aanmelding van Fatima Yilmaz volgt.', { name: 'Fatima Yilmaz' }],
    ['Jan de Vries, klantnummer 20411, wil graag beginnen.', { name: 'Jan de Vries', client_number: '20411' }],
    [
      'Zij is te bereiken op 06-12345678 en f.yilmaz@post.example.',
      { phone: '06-12345678', email: 'f.yilmaz@post.example' },
    ],
    ['Meneer Abdi spreekt Somalisch.', { name: 'Abdi', language: 'Somalisch' }],
    [
      'Hierbij de opdracht voor: Mahmoud Al Sayed (m), geb. 03-03-1983, klantnr. GV-8871.',
      { name: 'Mahmoud Al Sayed', client_number: 'GV-8871', birth_date: '03-03-1983' },
    ],
    ['Spreekt de kandidaat Nederlands?\nNee', {}],
    [
      'Mevrouw Haddad spreekt Arabisch, een tolk is nodig. Er is een verhoogd risico.',
      { name: 'Haddad', language: 'Arabisch', interpreter: 'ja', risk: 'verhoogd' },
    ],
    ['Een tolk is niet nodig. Het risico op uitval is laag.', { interpreter: 'nee', risk: 'laag' }],
    ['Er is geen tolk nodig, graag voor het traject Werkfit Plus.', { interpreter: 'nee', product: 'Werkfit Plus' }],
    ['Voor de module “Taal op de werkvloer” dus.', { product: 'Taal op de werkvloer' }],
    ['Kees Els (klantnummer 613, 06-12341040).', { name: 'Kees Els', client_number: '613', phone: '06-12341040' }],
    ['He speaks Arabic and needs an interpreter.', { language: 'Arabic', interpreter: 'ja' }],
    ['Meestal geen tolk nodig, bij de arts is een tolk gewenst.', { interpreter: 'nee | ja' }],
    ['Hij werkte als tolk. Het traject is besproken, zonder risico voor ons.', {}],
    ['Wij spreken elkaar morgen.', {}],
    ['De klant komt niet.', {}],
    ['', {}],
  ])('%s', (text, fields) => {
    expect(read(text)).toEqual(fields)
  })

  it('below the greeting, in an earlier mail, or alone on a line say nothing of the participant', () => {
    expect(read('Bel mij.\n06-87654321\n\nMet vriendelijke groet,\nmevrouw P. Klein, bel 06-12345678')).toEqual({})
    expect(read('Zie onder.\n\n-----Oorspronkelijk bericht-----\nmevrouw Fatima Yilmaz, klantnummer 20411')).toEqual({})
  })
})

describe('several people in running sentences', () => {
  const people = (text: string): string[] =>
    readPeopleInText(text).map((values) =>
      [...values.values()].flatMap((found) => found.map(({ value }) => value)).join(', '),
    )

  it('are each with their own numbers', () => {
    expect(
      people(
        'Twee klanten: Kees de Groot (06-12345609, klantnummer 1001) en Fatima Zahra Bennani (06-12345610, klantnummer 1002).',
      ),
    ).toEqual(['Kees de Groot, 1001, 06-12345609', 'Fatima Zahra Bennani, 1002, 06-12345610'])
  })

  it('are one when it is the same person, or when nobody can tell whose the number is', () => {
    expect(people('Mevrouw F. Yilmaz, klantnummer 20411. Mevrouw Yilmaz is bereikbaar op 06-12345678.')).toHaveLength(1)
    expect(people('Meneer Jan Bos en mevrouw Ria Smit, klantnummer 20411.')).toHaveLength(1)
  })
})
