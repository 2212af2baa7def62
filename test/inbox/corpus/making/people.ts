import type { Person } from './cases.ts'

/** What is said about a person, in the words in which a consulent writes it. */
export type Words = readonly (readonly [label: string, value: string])[]

/** A number as a consulent writes it: 06-12340001. */
export function national(phone: string): string {
  return phone.startsWith('+316') ? `06-${phone.slice(4)}` : phone.replace('+31', '0')
}

/** 3-4-1987 */
export function dutchDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day}-${month}-${year}`
}

interface Dialect {
  /** Of the fields in the order of a person's row, the town last. */
  readonly labels: readonly string[]
  readonly order: readonly number[]
  readonly date: (iso: string) => string
  readonly phone: (phone: string) => string
  readonly yes: string
  readonly no: string
  readonly risk: Readonly<Record<'none' | 'raised' | 'problematic', string>>
}

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** How forms of different municipalities say the same. */
const dialects: readonly Dialect[] = [
  {
    labels:
      'Naam|Geboortedatum|Klantnummer|Telefoonnummer|E-mailadres|Taal|Tolk nodig|Product|Risicoprofiel|Gemeente'.split(
        '|',
      ),
    order: [0, 1, 2, 3, 4, 5, 6, 9, 7, 8],
    date: dutchDate,
    phone: national,
    yes: 'ja',
    no: 'nee',
    risk: { none: 'laag', raised: 'verhoogd', problematic: 'hoog' },
  },
  {
    labels:
      'Naam deelnemer|Geb. datum|Cliëntnummer|Mobiel|Mailadres|Voertaal|Tolk gewenst|Traject|Risico|Gemeente'.split(
        '|',
      ),
    order: [2, 0, 1, 9, 3, 4, 5, 6, 7, 8],
    date: (iso) => iso.split('-').toReversed().join('-'),
    phone: (phone) => groups(national(phone).replace('-', ''), [2, 2, 2, 2, 2]),
    yes: 'Ja',
    no: 'Nee',
    risk: { none: 'Laag', raised: 'Gemiddeld', problematic: 'Hoog' },
  },
  {
    labels:
      'Naam van de kandidaat|Datum geboorte|Dossiernr.|Tel. mobiel|E-mail|Spreektaal|Tolk|Gevraagd product|Risico-inschatting|Gemeente'.split(
        '|',
      ),
    order: [7, 8, 0, 1, 4, 3, 2, 9, 5, 6],
    date: (iso) => `${Number(iso.slice(8))} ${months[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`,
    phone: (phone) => `${phone.slice(0, 3)} ${phone.slice(3, 4)} ${phone.slice(4)}`,
    yes: 'ja, graag',
    no: 'niet nodig',
    risk: { none: 'geen', raised: 'verhoogd risico', problematic: 'hoog risico' },
  },
  {
    labels:
      'Volledige naam cliënt|Geboortedatum cliënt|Registratienummer|Telefoonnummer cliënt|E-mailadres cliënt|Moedertaal|Tolk noodzakelijk?|Soort traject|Risico op uitval|Gemeente'.split(
        '|',
      ),
    order: [0, 2, 1, 9, 5, 6, 3, 4, 8, 7],
    date: (iso) => iso.split('-').toReversed().join('/'),
    phone: (phone) => `00${phone.slice(1)}`,
    yes: 'ja',
    no: 'nee',
    risk: { none: 'laag', raised: 'gemiddeld', problematic: 'hoog' },
  },
  {
    labels:
      'Werkzoekende|Geboren op|Klantnr|06-nummer|Mail|Communicatietaal|Is een tolk nodig|Voorziening|Mate van risico|Gemeente'.split(
        '|',
      ),
    order: [0, 3, 4, 1, 2, 9, 5, 6, 7, 8],
    date: (iso) => iso,
    phone: (phone) => national(phone).replace('-', ' - '),
    yes: 'JA',
    no: 'NEE',
    risk: { none: 'LAAG', raised: 'VERHOOGD', problematic: 'HOOG' },
  },
]

const languages: Readonly<Record<string, string>> = {
  nl: 'Nederlands',
  ar: 'Arabisch',
  ti: 'Tigrinya',
  uk: 'Oekraïens',
  pl: 'Pools',
  tr: 'Turks',
  fa: 'Farsi',
  so: 'Somalisch',
  en: 'Engels',
  es: 'Spaans',
  fr: 'Frans',
}

function groups(digits: string, sizes: readonly number[]): string {
  return sizes.map((size, index) => digits.slice(index * size, index * size + size)).join(' ')
}

/**
 * The form of a person, as label and value, in one of the dialects: another one for each person, unless several stand
 * in one table.
 */
export function wordsOf(
  person: Person,
  dialect = Number(person.phone_e164?.slice(-3)) % dialects.length,
): [label: string, value: string][] {
  const words = dialects[dialect]
  if (words === undefined) throw new Error('A form needs a phone number, or to be told its dialect')
  const { interpreter, risk, birth_date: birth, phone_e164: phone, language } = person
  const values = [
    person.name,
    birth && words.date(birth),
    person.client_number,
    phone && words.phone(phone),
    person.email,
    language && languages[language],
    interpreter === undefined || interpreter === null ? null : interpreter ? words.yes : words.no,
    person.product,
    risk && words.risk[risk],
    person.municipality,
  ]
  return words.order.flatMap((field) => {
    const value = values[field]
    return value === null || value === undefined ? [] : [[words.labels[field] ?? '', value] as [string, string]]
  })
}

/** `label: value`, a line each. */
export function lines(words: Words): string {
  return words.map(([label, value]) => `${label}: ${value}`).join('\n')
}

export function form(person: Person, dialect?: number): string {
  return lines(wordsOf(person, dialect))
}

/** Somebody about whom nothing special is said; `number` makes phone, client number and address theirs alone. */
export function someone(number: number, name: string, more: Person = {}): Person {
  const tail = String(number).padStart(4, '0')
  return {
    name,
    phone_e164: `+3161234${tail}`,
    client_number: `26${tail}`,
    email: `${mailName(name)}@post.example`,
    birth_date: `${1965 + (number % 38)}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    language: 'nl',
    interpreter: false,
    product: 'Ontwikkeltraject',
    risk: 'none',
    ...more,
  }
}

const fields = [
  'name',
  'birth_date',
  'client_number',
  'phone_e164',
  'email',
  'language',
  'interpreter',
  'product',
  'risk',
  'municipality',
] as const

/**
 * A person in one line: name | birth date | client number | phone | e-mail | language | interpreter (ja, nee) | product |
 * risk | municipality, the last only where it is not the sender's. A dash is what is not said.
 */
export function person(row: string): Person {
  const cells = row.split(' | ')
  if (cells.length < 9) throw new Error(`Too few fields: ${row}`)
  return Object.fromEntries(
    fields.flatMap((field, index) => {
      const cell = cells[index] ?? '-'
      if (cell === '-') return []
      return [[field, field === 'interpreter' ? cell === 'ja' : cell]]
    }),
  )
}

function mailName(name: string): string {
  const letters = name.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return letters
    .replaceAll(/[^A-Za-z]+/g, '.')
    .replaceAll(/^\.|\.$/g, '')
    .toLowerCase()
}
