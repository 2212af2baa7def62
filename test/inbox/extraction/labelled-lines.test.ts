import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLabelledLines } from '#src/inbox/extraction/labelled-lines.ts'
import { foldLabel } from '#src/inbox/extraction/fold-label.ts'
import { vocabularyOf } from '#src/inbox/extraction/vocabulary.ts'

const labels = {
  client_number: ['zaaknummer'],
  consulent_name: ['Contactpersoon werkplein'],
  product: ['naam traject'],
}

/** The fields that were read; several values of one field are joined by ' | '. */
const read = (text: string): Record<string, string> => {
  const [values = new Map()] = readLabelledLines(text, vocabularyOf(labels)).forms
  return Object.fromEntries(
    [...values].map(([field, found]) => [field, found.map(({ value }: { value: string }) => value).join(' | ')]),
  )
}

describe('a labelled line is understood', () => {
  it.each([
    ['with a colon', 'Naam: Jan de Vries'],
    ['in capitals', 'NAAM : Jan de Vries'],
    ['without a space', 'naam:Jan de Vries'],
    ['with a tab', 'Naam\tJan de Vries'],
    ['with a tab and a colon', 'Naam:\tJan de Vries'],
    ['with dots', 'Naam ........: Jan de Vries'],
    ['with only dots', 'Naam ........ Jan de Vries'],
    ['with many spaces', 'Naam        Jan de Vries'],
    ['with a dash', 'Naam - Jan de Vries'],
    ['with a long dash', 'Naam – Jan de Vries'],
    ['with an equals sign', 'Naam = Jan de Vries'],
    ['with a semicolon', 'Naam; Jan de Vries'],
    ['with a semicolon and no space', 'Naam;Jan de Vries'],
    ['with a semicolon and the value on the next line', 'Naam;\nJan de Vries'],
    ['with a sign for what is inside', 'Naam > Jan de Vries'],
    ['with two of them', 'Naam >> Jan de Vries'],
    ['with an arrow', 'Naam ➔ Jan de Vries'],
    ['with such a sign in a reply', '> Naam > Jan de Vries'],
    ['with something in brackets', 'Naam (voluit): Jan de Vries'],
    ['behind a bullet', '• Naam: Jan de Vries'],
    ['behind a dash', '- Naam: Jan de Vries'],
    ['behind a number', '1. Naam: Jan de Vries'],
    ['in a reply', '> Naam: Jan de Vries'],
    ['in a reply to a reply', '>> > Naam: Jan de Vries'],
    ['in bold', '*Naam:* Jan de Vries'],
    ['in bold of another kind', '**Naam**: Jan de Vries'],
    ['in a table of lines', '| Naam | Jan de Vries |'],
    ['with spaces behind it', 'Naam: Jan de Vries   '],
    ['with the value on the next line', 'Naam:\nJan de Vries'],
    ['with an empty line in between', 'Naam\n\nJan de Vries'],
    ['with a label of more words', 'Naam van de deelnemer: Jan de Vries'],
    ['with a hyphen in the label', 'Voor- en achternaam: Jan de Vries'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ name: 'Jan de Vries' })
  })

  it.each([
    ['an accent', 'Cliëntnummer: 4711'],
    ['no accent', 'Clientnummer: 4711'],
    ['an abbreviation', 'Cliënt-nr.: 4711'],
    ['a label of the contract', 'Zaaknummer: 4711'],
    ['the name of a program', 'Suitenr.: 4711'],
    ['whose number it is', 'Klantnummer gemeente: 4711'],
  ])('with %s', (_, text) => {
    expect(read(text)).toEqual({ client_number: '4711' })
  })

  it.each([
    ['the longest label wins', 'Naam consulent: P. Jansen', { consulent_name: 'P. Jansen' }],
    ['also when a shorter one is set apart', 'E-mail - consulent: p@x.example', { consulent_email: 'p@x.example' }],
    ['the contract says what a label means', 'Naam traject: Start', { product: 'Start' }],
    ['a municipality that carries it out', 'Uitvoerende gemeente: Stad', { municipality: 'Stad' }],
    ['a date with a place', 'Geboortedatum en -plaats: 04-04-1994, Asmara', { birth_date: '04-04-1994, Asmara' }],
    ['a language to speak in', 'Communicatie in: Pools', { language: 'Pools' }],
    ['a product by another word', 'In te zetten instrument: Taalstage', { product: 'Taalstage' }],
    ['a kind of service', 'Soort dienstverlening: Training', { product: 'Training' }],
    ['an abbreviation with a dot', 'Tel. 06-12345678', { phone: '06-12345678' }],
    ['a question', 'Is er een tolk nodig? Ja', { interpreter: 'Ja' }],
    ['a question with its answers', 'Tolk nodig? (ja/nee): nee', { interpreter: 'nee' }],
    ['a question with its answer in brackets', 'Tolk nodig? (ja)', { interpreter: '(ja)' }],
    ['round boxes below a label', 'Tolk nodig\n○ Ja ● Nee', { interpreter: 'Nee' }],
    ['boxes below a label', 'Tolk nodig\n☐ Ja\n☒ Nee', { interpreter: 'Nee' }],
    ['a link behind an address', 'E-mail: a@b.example <mailto:a@b.example>', { email: 'a@b.example' }],
    ['a plus sign stays', 'Telefoon: +31 6 12345678', { phone: '+31 6 12345678' }],
    ['two pairs in a row', 'Naam\tJan\tTelefoon\t0612345678', { name: 'Jan', phone: '0612345678' }],
  ])('%s', (_, text, values) => {
    expect(read(text)).toEqual(values)
  })
})

describe('boxes that somebody drew with letters say what is chosen', () => {
  it.each([
    ['O and X', 'Taal: O Nederlands X Engels O anders', { language: 'Engels' }],
    ['o and x', 'Taal: o Nederlands x Pools o anders, nl.', { language: 'Pools' }],
    ['nought and X', 'Taal: 0 Nederlands X Arabisch 0 Engels', { language: 'Arabisch' }],
    ['lines to write on', 'Taal: _ Nederlands  _x_ Turks', { language: 'Turks' }],
    ['behind their words', 'Taal: Nederlands O Turks X', { language: 'Turks' }],
    ['on a line below the label', 'Taal:\no Nederlands x Pools', { language: 'Pools' }],
    ['on lines of their own', 'Taal:\no Nederlands\no Engels\n\nx Pools', { language: 'Pools' }],
    ['the first beside the label', 'Taal: o Nederlands\nx Pools', { language: 'Pools' }],
    ['in a reply', '> Taal:\n> o Nederlands\n> x Pools', { language: 'Pools' }],
    ['without a colon', 'Tolk nodig O ja X nee', { interpreter: 'nee' }],
    ['for a yes', 'Tolk nodig: X ja O nee', { interpreter: 'ja' }],
    ['in a cell', 'Risico\tO laag X gemiddeld O hoog', { risk: 'gemiddeld' }],
    ['for a product', 'Traject: _ Werkfit _x_ Taal op de werkvloer', { product: 'Taal op de werkvloer' }],
  ])('%s', (_, text, values) => {
    expect(read(text)).toEqual(values)
  })

  it.each([
    ['a bullet', 'o Naam: Jan\no Taal: Turks', { name: 'Jan', language: 'Turks' }],
    ['a number', 'Opmerkingen: 0 kinderen, werkt 2 x per week', { remarks: '0 kinderen, werkt 2 x per week' }],
  ])('and %s is none', (_, text, values) => {
    expect(read(text)).toEqual(values)
  })
})

describe('no value is read', () => {
  it.each([
    ['from a sentence that starts with a label', 'Naam van deze klant is bij ons bekend.'],
    ['from a longer word', 'Naamswijziging: ja'],
    ['from a label without a value', 'Naam:'],
    ['from a line to write on', 'Naam: ____________'],
    ['from dots to write on', 'Naam: ............'],
    ['from a dash', 'Naam: -'],
    ['from far below the label', 'Naam:\n\n\nEen heel ander verhaal'],
    ['from the next label', 'Naam:\nAdres: Dorpsstraat 1'],
    ['from the next unknown label', 'Naam:\nHuisnummer: 1'],
    ['from a line with a phone number of the consulent', 'Telefoonnummer consulent: 010-1234567'],
    ['from a BSN line', 'BSN: 123456782'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({})
  })
})

describe('the form ends at the signature', () => {
  it.each([
    'Met vriendelijke groet,',
    'met vriendelijke groeten',
    'Vriendelijke groet',
    'Hartelijke groeten,',
    'Groet,',
    'Groetjes',
    'MVG',
    'm.v.g.',
    'Hoogachtend,',
    '--',
    '-- ',
    '> Met vriendelijke groet,',
    'Verzonden vanaf mijn telefoon',
  ])('%s', (greeting) => {
    const text = `Naam: Jan\n\n${greeting}\nP. Jansen\nTelefoon: 010-1234567`
    expect(read(text)).toEqual({ name: 'Jan' })
  })

  it('but not at a word that only begins like one', () => {
    expect(read('Groetenboer is zijn vak\nNaam: Jan')).toEqual({ name: 'Jan' })
  })

  it('and says when a form stands below it', () => {
    const vocabulary = vocabularyOf(labels)
    expect(readLabelledLines('Groet,\nPiet\nNaam: Jan', vocabulary).moreBelowSignature).toBe(true)
    expect(readLabelledLines('Naam: Jan\nGroet,\nPiet\nTelefoon: 1', vocabulary).moreBelowSignature).toBe(false)
  })
})

it.each(['Jan Stolk', 'Stolk', 'Maria Ibanez', 'Ibanez', 'Afaxa'])(
  'a name below its label is a name, also when it has a word of the form in it: %s',
  (name) => {
    expect(read(`Naam:\n${name}\nTelefoon: 1`)).toEqual({ name, phone: '1' })
  },
)

it('a value in the next cell stands beside its label, one on the next line apart from it', () => {
  const vocabulary = vocabularyOf(labels)
  expect(readLabelledLines('Naam\tJan', vocabulary).forms[0]?.get('name')?.[0]?.apart).toBe(false)
  expect(readLabelledLines('Naam\nJan', vocabulary).forms[0]?.get('name')?.[0]?.apart).toBe(true)
})

describe('several values', () => {
  it('of one field are all kept, in order', () => {
    expect(read('Naam: Jan\nTelefoon: 1\nTelefoon: 2')).toEqual({ name: 'Jan', phone: '1 | 2' })
    expect(read('Naam: Jan\nNaam: Jan de Vries')).toEqual({ name: 'Jan | Jan de Vries' })
  })

  it('of a name are of several participants', () => {
    const { forms } = readLabelledLines('Naam: Jan\nTelefoon: 1\nNaam: Piet\nTelefoon: 2', vocabularyOf(labels))
    expect(forms.map((form) => [...form].map(([field, [first]]) => `${field} ${first?.value ?? ''}`))).toEqual([
      ['name Jan', 'phone 1'],
      ['name Piet', 'phone 2'],
    ])
  })

  it('remarks go on until the next label', () => {
    const text =
      'Opmerkingen: Wil graag werken.\nLet op: niet voor 9 uur.\nBSN: 123456782\nDit hoort bij niets.\nTaal: Nederlands'
    expect(read(text)).toEqual({ remarks: 'Wil graag werken. | Let op: niet voor 9 uur.', language: 'Nederlands' })
  })
})

it('reads back what was written with any label of the vocabulary, in any common style', () => {
  const styles = fc.constantFrom(': ', ':\t', ' : ', '\t', ' ..... ', ' = ', ':\n')
  const written = fc.constantFrom('Naam', 'naam deelnemer', 'NAAM KLANT', 'Volledige naam')
  const value = fc.stringMatching(/^[A-Z][a-z]{1,12}( [A-Z][a-z]{1,12}){0,3}$/)
  // 'Naam<tab>Team' is the first row of a table: what a label itself stands behind another is no value.
  const isLabel = (text: string) => vocabularyOf(labels).fieldOf(foldLabel(text)) !== undefined
  fc.assert(
    fc.property(written, styles, value, (label, style, name) => {
      fc.pre(!isLabel(name))
      fc.pre(!['Groet', 'Groeten', 'Groetjes', 'Mvg', 'Hoogachtend'].some((word) => name.startsWith(word)))
      expect(read(`${label}${style}${name}`)).toEqual({ name })
    }),
  )
})

it('comes to the end of any text', () => {
  const vocabulary = vocabularyOf(labels)
  for (const hostile of ['naam ', 'naam (', '. ', '*_', '\t|', 'é', '> ', '-- - ', ' ']) {
    const { forms } = readLabelledLines(hostile.repeat(200_000), vocabulary)
    expect(forms.some((form) => form.has('phone'))).toBe(false)
  }
})
