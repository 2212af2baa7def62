import { describe, expect, it } from 'vitest'
import { readEntries } from '#src/inbox/extraction/form-entries.ts'
import { vocabularyOf } from '#src/inbox/extraction/vocabulary.ts'

const vocabulary = vocabularyOf({})

/** 'name Jan', or 'name Jan @1' for the second participant of a table. */
const read = (text: string): string[] =>
  readEntries(text.split('\n'), vocabulary).entries.map(({ field, value, inTable }) =>
    inTable === undefined ? `${field} ${value}` : `${field} ${value} @${String(inTable)}`,
  )

describe('a form is read, whatever its layout', () => {
  it.each<[string, string, string[]]>([
    ['several in one line', 'Naam: Jan Smit     Telefoon: 06-1', ['name Jan Smit', 'phone 06-1']],
    ['with a slash', 'Naam: Jan Smit / Klantnummer: 12', ['name Jan Smit', 'client_number 12']],
    ['a number said first', 'Naam: Jan Smit\nNr. klant: 12', ['name Jan Smit', 'client_number 12']],
    ['with a semicolon', 'Naam: Jan Smit; Klantnummer: 12', ['name Jan Smit', 'client_number 12']],
    ['only semicolons', 'Naam; Jan Smit; Klantnummer; 12', ['name Jan Smit', 'client_number 12']],
    ['pairs with a colon in a path', 'Naam: Jan Smit > Klantnummer: 12', ['name Jan Smit', 'client_number 12']],
    ['a path', 'Consulent > Naam > Petra Klein\nConsulent > Telefoon > 010-1', ['consulent_name Petra Klein']],
    ['a number of somebody else behind a semicolon', 'Naam; Jan Smit\nTel. moeder; 06-2', ['name Jan Smit']],
    ['two pairs in a row', 'Naam\tJan Smit\tTelefoon\t06-1', ['name Jan Smit', 'phone 06-1']],
    ['a colon in a cell of its own', 'Naam\t:\tJan Smit', ['name Jan Smit']],
    ['a value and the next label in one cell', 'Naam\tJan Smit Telefoon\t06-1', ['name Jan Smit', 'phone 06-1']],
    [
      'two pairs with colons in cells of their own',
      'Naam\t:\tJan Smit\tTaal\t:\tTurks',
      ['name Jan Smit', 'language Turks'],
    ],
    ['a box that is ticked', 'Tolk nodig: ☐ ja ☒ nee', ['interpreter nee']],
    ['a value that is a label too', 'Product\tTraject', ['product Traject']],
  ])('%s', (_, text, entries) => {
    expect(read(text)).toEqual(entries)
  })

  it.each<[string, string, string[]]>([
    [
      'a participant per row',
      'Naam\tKlantnummer\tTelefoon\nJan Smit\t12-1\t06-1\nPiet Bos\t12-2\t06-2',
      [
        'name Jan Smit @0',
        'client_number 12-1 @0',
        'phone 06-1 @0',
        'name Piet Bos @1',
        'client_number 12-2 @1',
        'phone 06-2 @1',
      ],
    ],
    [
      'a participant per row, with semicolons',
      'Naam;Klantnummer;Telefoon\nJan Smit;12-1;06-1\n\nPiet Bos;12-2',
      ['name Jan Smit @0', 'client_number 12-1 @0', 'phone 06-1 @0', 'name Piet Bos @1', 'client_number 12-2 @1'],
    ],
    [
      'a participant per row, with an empty line and an empty cell',
      'Naam\tKlantnummer\tTelefoon\n\nJan Smit\t\t06-1',
      ['name Jan Smit @0', 'phone 06-1 @0'],
    ],
    [
      'a participant per column',
      'Naam\tJan Smit\tPiet Bos\nKlantnummer\t12-1\t12-2\nTaal\tTurks\tPools',
      [
        'name Jan Smit @0',
        'name Piet Bos @1',
        'client_number 12-1 @0',
        'client_number 12-2 @1',
        'language Turks @0',
        'language Pools @1',
      ],
    ],
  ])('a table with %s', (_, text, entries) => {
    expect(read(text)).toEqual(entries)
  })

  it('and a column from which the citizen service numbers were taken out says nothing, also the first', () => {
    const text = 'BSN\tNaam\tKlantnummer\n[BSN verwijderd]\tJan Smit\t12-1\n[BSN verwijderd]\tPiet Bos\t12-2'
    expect(read(text)).toEqual([
      'name Jan Smit @0',
      'client_number 12-1 @0',
      'name Piet Bos @1',
      'client_number 12-2 @1',
    ])
  })

  it('and a column with a heading that nobody knows says nothing', () => {
    expect(read('Naam\tKlantnummer\tSchoenmaat\nJan Smit\t12-1\t43')).toEqual([
      'name Jan Smit @0',
      'client_number 12-1 @0',
    ])
  })

  it('a row with more cells than the heading is of nobody', () => {
    const { entries, brokenTable } = readEntries(['Naam\tKlantnummer', 'Jan\tSmit\t12-1'], vocabulary)
    expect([entries, brokenTable]).toEqual([[], true])
  })

  it('and so is one with more semicolons', () => {
    const { entries, brokenTable } = readEntries(['Naam;Klantnummer;Taal', 'Jan;Smit;12-1;Turks'], vocabulary)
    expect([entries, brokenTable]).toEqual([[], true])
  })

  it.each(['Hij werkt nu; hij wil meer; bel hem', 'Jan Smit > kantoor > 06-1', 'a;b', 'Groet; tot snel'])(
    'a sentence is none, whatever stands in it: %s',
    (line) => {
      expect(read(`Klantnummer: 12\n${line}`)).toEqual(['client_number 12'])
    },
  )

  it('a line of text ends a table', () => {
    expect(read('Naam\tKlantnummer\nJan Smit\t12-1\nMet dank\nPiet Bos\t12-2')).toEqual([
      'name Jan Smit @0',
      'client_number 12-1 @0',
    ])
  })
})

describe('whose it is', () => {
  it.each<[string, string, string[]]>([
    [
      'a part about the consulent',
      'Naam: Jan Smit\n\nGegevens consulent\nNaam: Petra Klein\nTelefoon: 010-1\nE-mail: p@x.example',
      ['name Jan Smit', 'consulent_name Petra Klein', 'consulent_email p@x.example'],
    ],
    [
      'a role above other labels',
      'Klantmanager:\nNaam: Petra Klein\nTelefoon: 010-1\nKlant:\nNaam: Jan Smit\nTelefoon: 06-1',
      ['consulent_name Petra Klein', 'name Jan Smit', 'phone 06-1'],
    ],
    [
      'a part about somebody else',
      'Naam: Jan Smit\nGegevens bewindvoerder\nNaam: Kees Vos\nTelefoon: 06-2',
      ['name Jan Smit'],
    ],
    [
      'what nobody asks of a consulent ends the part about them',
      'Gegevens verwijzer\nNaam: Petra Klein\nKlantnummer: 12\nTelefoon: 06-1',
      ['consulent_name Petra Klein', 'client_number 12', 'phone 06-1'],
    ],
    [
      'a label that names the participant, wherever it stands',
      'Gegevens consulent\nNaam: Petra Klein\nTelefoon klant: 06-1',
      ['consulent_name Petra Klein', 'phone 06-1'],
    ],
    [
      'two people beside each other',
      'Gegevens klant\tGegevens consulent\nNaam\tJan Smit\tNaam\tPetra Klein\nTelefoon\t06-1\tTelefoon\t010-1',
      ['name Jan Smit', 'consulent_name Petra Klein', 'phone 06-1'],
    ],
    [
      'two people beside each other, each with a label and a value in one cell',
      'Klant\tConsulent\nNaam: Jan Smit\tNaam: Petra Klein\nTel: 06-1\tTel: 010-1\nKlantnummer: 12\nGeb: 1-2-1990',
      ['name Jan Smit', 'consulent_name Petra Klein', 'phone 06-1', 'client_number 12', 'birth_date 1-2-1990'],
    ],
    [
      'the consulent first',
      'Consulent\tKlant\nNaam: Petra Klein\tNaam: Jan Smit\nTel: 010-1\tTel: 06-1',
      ['consulent_name Petra Klein', 'name Jan Smit', 'phone 06-1'],
    ],
    [
      'two people beside each other with one label for both',
      '\tKlant\tConsulent\nNaam\tJan Smit\tPetra Klein\nTelefoon\t06-1\t010-1',
      ['name Jan Smit', 'consulent_name Petra Klein', 'phone 06-1'],
    ],
    [
      'a list of participants with their consulenten',
      'Klant\tConsulent\nJan Smit\tPetra Klein\nPiet Bos\tRia Vos',
      ['name Jan Smit @0', 'consulent_name Petra Klein @0', 'name Piet Bos @1', 'consulent_name Ria Vos @1'],
    ],
  ])('%s', (_, text, entries) => {
    expect(read(text)).toEqual(entries)
  })

  it('a number right below the consulent’s name is perhaps theirs, and one with a line between is not', () => {
    const perhaps = (text: string): unknown[] =>
      readEntries(text.split('\n'), vocabulary).entries.flatMap(({ field, perhapsOfConsulent }) =>
        field === 'phone' ? [perhapsOfConsulent] : [],
      )
    expect(perhaps('Consulent: Petra Klein\nTelefoon: 010-1')).toEqual([true])
    expect(perhaps('Consulent: Petra Klein\n\nTelefoon: 06-1')).toEqual([undefined])
    expect(perhaps('Consulent: Petra Klein\nTelefoon klant: 06-1')).toEqual([undefined])
  })
})

describe('what is not asked', () => {
  it.each(['BSN: 123456782', 'Burgerservicenummer: 1', 'Telefoon consulent: 010-1', 'Partner: Kees', 'IBAN: NL1'])(
    '%s is passed over',
    (line) => {
      expect(read(`${line}\nNaam: Jan Smit`)).toEqual(['name Jan Smit'])
    },
  )
})

describe('what is of somebody around the participant is passed over', () => {
  it.each([
    'Telefoon moeder: 06-2',
    'Telefoon (van moeder): 06-2',
    'Telefoon - moeder: 06-2',
    'Tel. zus: 06-2',
    'Tel. zus\t06-2',
    'Telefoon\tTel. moeder\t06-2',
    'Mobiel vader\t06-2',
    'Telefoon noodgeval\n06-2',
    'Moeder:\nTelefoon: 06-2',
    'Gegevens voogd\nNaam: Ria Smit\nTelefoon: 06-2',
    'E-mail (moeder): ria@post.example',
    'E-mail - oma: ria@post.example',
    'Naam (moeder): Ria Smit',
    'Naam - vader: Ries Smit',
    'Geboortedatum zus: 1-2-1990',
  ])('%j', (text) => {
    expect(read(`Naam: Jan Smit\n${text}`)).toEqual(['name Jan Smit'])
  })

  it('and not what only says more of the participant’s own', () => {
    expect(read('Naam (voluit): Jan Smit\nTelefoon (mobiel van klant): 06-1')).toEqual(['name Jan Smit', 'phone 06-1'])
  })

  it('and the consulent in brackets is the consulent', () => {
    expect(read('Naam (consulent): Ria Bos')).toEqual(['consulent_name Ria Bos'])
  })
})

/** Of each phone number and address whether it may be of somebody else. */
const whose = (text: string): string[] =>
  readEntries(text.split('\n'), vocabulary).entries.flatMap(({ field, value, perhapsOfConsulent }) =>
    ['phone', 'email', 'birth_date'].includes(field) ? [`${value} ${perhapsOfConsulent ? 'perhaps' : 'certain'}`] : [],
  )

describe('a number that stands with somebody else is in doubt', () => {
  it.each([
    ['in a block of the sender above the form', 'Van: Ria Bos\nTelefoon: 06-2\nTeam Werk\n\nNaam: Jan Smit'],
    ['in a signature above the form', 'Ria Bos\nGemeente Zandvliet\nTel: 06-2\n\nHierbij:\nNaam: Jan Smit'],
    ['in a close without a greeting', 'Naam: Jan Smit\nAlvast bedankt!\n\nRia\nTel: 06-2'],
    ['with a name below it and nothing more', 'Naam: Jan Smit\nBereikbaar op: 06-2\nRia'],
    ['with the days on which somebody works', 'Naam: Jan Smit\nAanwezig: ma, di\nBereikbaar op: 06-2'],
    ['below a language buddy', 'Naam: Jan Smit\nTaalbuddy: Piet\nTelefoon: 06-2'],
    ['below an employer', 'Naam: Jan Smit\nWerkgever: Bakker\nTelefoon: 06-2'],
    ['below a team', 'Naam: Jan Smit\nNaam wijkteam: Oost\nTelefoon: 06-2'],
    ['alone in a row below two people', 'Klant\tConsulent\nNaam: Jan Smit\tNaam: Ria Bos\nTel: 06-2'],
    ['below whoever has a name', 'Naam: Jan Smit\nLoket: Ria Bos\nTelefoon: 06-2'],
    [
      'in the half of a table that is the consulent’s',
      'Naam\tJan Smit\tKlantmanager\tRia\nKlantnummer\t12\tTelefoon\t06-2',
    ],
  ])('%s', (_, text) => {
    expect(whose(text)).toEqual(['06-2 perhaps'])
  })

  it.each([
    ['below an address', 'Naam: Jan Smit\nAdres: Dorpsstraat 1\nZandvliet\nTelefoon: 06-1'],
    ['below a heading', 'Naam: Jan Smit\n\nContactgegevens\nTelefoon: 06-1'],
    ['below a title', 'Aanmelding Zandvliet\nTelefoon: 06-1\nNaam: Jan Smit'],
    ['below what is no person', 'Naam: Jan Smit\nNationaliteit: Syrisch\nTelefoon: 06-1'],
    ['with a heading below it', 'Naam: Jan Smit\nTelefoon: 06-1\nWerkverleden\nProduct: Start'],
    ['below the consulent with an empty line between', 'Consulent: Ria Bos\n\nTelefoon: 06-1\nNaam: Jan Smit'],
    ['in its own half of a table', 'Naam\tJan Smit\tKlantmanager\tRia\nTelefoon\t06-1\tFunctie\tCoach'],
  ])('and is the participant’s %s', (_, text) => {
    expect(whose(text)).toEqual(['06-1 certain'])
  })

  it('as is the birth date of a partner', () => {
    expect(whose('Naam: Jan Smit\nNaam partner: Ria Bos\nGeboortedatum: 1-2-1990')).toEqual(['1-2-1990 perhaps'])
    expect(whose('Naam: Jan Smit\nConsulent: Ria Bos\nGeboortedatum: 1-2-1990')).toEqual(['1-2-1990 certain'])
  })
})

describe('a name that resembles a label is a name', () => {
  it.each(['Sofie Jansen', 'Telma Santos', 'Mobina Ahmadi', 'Tamara Tolk', 'Risco Jansen', 'Bsna Ali', 'Jan Taal'])(
    '%s',
    (name) => {
      const pairs = [`name ${name}`, 'client_number 12', 'phone 06-1']
      expect(read(`Naam\t${name}\nKlantnummer\t12\nTelefoon\t06-1\nAantal kinderen\tTwee kleine`)).toEqual(pairs)
      expect(read(`Klantnummer\t12\tNaam\t${name}\nTelefoon\t06-1`).toSorted()).toEqual(pairs.toSorted())
      expect(read(`Naam\tKlantnummer\tTelefoon\n${name}\t12\t06-1`)).toEqual(pairs.map((pair) => `${pair} @0`))
      expect(read(`Naam\t${name}\tRia Bos\nKlantnummer\t12\t13`)[1]).toBe('name Ria Bos @1')
    },
  )

  it.each(['Sofia', 'Risco', 'Telma'])('%s as a first name', (name) => {
    expect(read(`Voornaam\t${name}\nAchternaam\tSmit`)).toEqual([`given_name ${name}`, 'family_name Smit'])
  })

  it('and a label with a value is no heading of what comes below it', () => {
    expect(read('Naam\tTeam\nKlantnummer\t12\nWoont bij\tMaria Santos')).toEqual(['client_number 12'])
  })
})

describe('boxes to tick say what is chosen', () => {
  it('and leave it open when they may belong to the words on either side', () => {
    expect(read('Tolk nodig\n☐\nJa\n☒\nNee\n☐')).toEqual(['interpreter Ja / Nee'])
  })

  it('and take no label for the words of a box', () => {
    expect(read('Toestemming\n☒\nNaam\nJan Bos')).toEqual(['name Jan Bos'])
    expect(read('Rijbewijs\n☒\nAuto\n☐\nKlantnummer\n20411')).toEqual(['client_number 20411'])
  })

  it.each([
    ['below their label', 'Tolk nodig\n☐ Ja ☒ Nee', 'nee'],
    ['on lines of their own', 'Tolk nodig:\n☐ Ja\n☒ Nee', 'nee'],
    ['in paragraphs of their own', 'Tolk nodig\n\n☐ Ja\n\n☒ Nee', 'nee'],
    ['typed, below their label', 'Tolk nodig\n[ ] Ja\n[x] Nee', 'nee'],
    ['the first beside the label', 'Tolk nodig: ☐ Ja\n☒ Nee', 'nee'],
    ['behind their words', 'Tolk nodig\nJa ☐\nNee ☒', 'nee'],
    ['round ones', 'Tolk nodig\n○ Ja\n● Nee', 'nee'],
    ['in cells', 'Tolk nodig\t☐ Ja\t☒ Nee', 'nee'],
    ['below one another in a cell', 'Tolk nodig\t☐ Ja\n☒ Nee\t', 'nee'],
    ['in paragraphs of a cell', 'Tolk nodig\t☐ Ja\n\n☒ Nee', 'nee'],
    ['in cells apart from their words', 'Tolk nodig\t☐\tJa\t☒\tNee', 'nee'],
    ['without a colon', 'Tolk nodig ☐ Ja ☒ Nee', 'nee'],
    ['ticked', 'Tolk nodig\n☒ Ja\n☐ Nee', 'ja'],
    ['alone on their lines, above their words', 'Tolk nodig?\n☐\nJa\n☒\nNee', 'nee'],
    ['alone on their lines, below their words', 'Tolk nodig?\nJa\n☐\nNee\n☒', 'nee'],
    ['alone in their paragraphs', 'Tolk nodig:\n\n[ ]\n\nJa\n\n[x]\n\nNee', 'nee'],
    ['struck out by hand', 'Tolk nodig: ~~ja~~ nee', 'nee'],
    ['before the question itself', '☒ Geen tolk nodig\n☐ Rijbewijs', 'geen tolk nodig'],
  ])('%s', (_, text, chosen) => {
    expect(read(text).map((entry) => entry.toLowerCase())).toEqual([`interpreter ${chosen}`])
  })

  it.each([
    ['on lines', 'Tolk nodig\n☐ Ja\n☐ Nee'],
    ['in cells', 'Tolk nodig\t☐ Ja\t☐ Nee'],
    ['and each stands alone', 'Tolk nodig\n☐\nJa\n☐\nNee'],
    ['and one stands alone', 'Tolk nodig\n☐\nNee'],
  ])('and nothing when none is ticked %s', (_, text) => {
    expect(read(text)).toEqual([])
  })

  it.each([
    ['on lines', 'Tolk nodig\nJa\nNee'],
    ['in cells', 'Tolk nodig\tJa\tNee'],
  ])('and leave both open when the boxes themselves are lost %s', (_, text) => {
    expect(read(text)).toEqual(['interpreter Ja / Nee'])
  })

  it('of which a mark before a labelled line is none', () => {
    expect(read('✓ Naam: Jan Smit\n✓ Taal: Turks')).toEqual(['name Jan Smit', 'language Turks'])
  })
})
