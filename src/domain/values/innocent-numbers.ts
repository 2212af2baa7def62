import { groupsOfLength, spanOf, type DigitGroup } from './digit-groups.ts'
import { overlap, spansOf, type TextSpan } from './text-span.ts'

const sep = String.raw`[ \u00A0.\-]{0,2}`

/**
 * Numbers that are clearly something else than a BSN. Each pattern is narrow on purpose: what is only perhaps a phone number or a date
 * stays a candidate, because one BSN that slips through is worse than one number too many taken out.
 */
const patterns: readonly RegExp[] = [
  // A Dutch telephone number with its country code, or without it as '(0)6-...'.
  new RegExp(String.raw`(?:(?:\+|(?<!\d)00)${sep}31${sep}(?:\(0\))?|\(0\))${sep}[1-9](?:${sep}\d){8}(?!\d)`, 'dg'),
  // One of another country: a plus and ten to fifteen digits.
  new RegExp(String.raw`\+(?!31)[1-9](?:${sep}\d){9,14}(?!\d)`, 'dg'),
  // A Dutch bank account and a VAT number.
  /(?<![A-Z\d])NL\d{2} ?[A-Z]{4} ?(?:\d{4} ?){2}\d{2}(?!\d)/dgi,
  /(?<![A-Z\d])NL[ .]?(?:\d[ .]?){9}B[ .]?\d{2}(?!\d)/dgi,
  // Dates with a year in full, in either order, and a time of day.
  /(?<!\d)(?<!\d[-./])(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?!\d)(?![-./]\d)/dg,
  /(?<!\d)(?<!\d[-./])(?:19|20)\d{2}([-./])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)(?![-./]\d)/dg,
  /(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/dg,
]

/** What forms call the number of a client or of their file, and nothing that a BSN is called too. */
const ofClient =
  '(?:klant|cli[eë]nt|deelnemer|kandidaat|kandidaten|inwoner|werkzoekende|dossier|zaak|registratie|administratie|uitkering|relatie|referentie|suite|customer|client|case)(?:s|n)?'
const clientLabel = `(?<!\\p{L})${ofClient}[ -]?(?:nummer|nr|no|id|number)`

/** What a form itself calls the number of a client. */
const clientNumber = new RegExp(
  String.raw`${clientLabel}(?!\p{L})\.?(?: (?:klant|cli[eë]nt|kandidaat|deelnemer|inwoner|gemeente))?\s{0,3}[:=]?\s{0,3}([a-z\d][a-z\d./-]{2,19})`,
  'dgiu',
)

/** A mobile number without its first zero, as a spreadsheet leaves it, behind a label for a phone. */
const phoneWithoutZero =
  /(?<!\p{L})(?:tel|telefoon|mobiel|mobiele|mob|gsm|phone|mobile)(?: ?(?:nummer|nr|telefoon|number|mobiel))*(?!\p{L})\.?(?: (?:van de )?(?:klant|cli[eë]nt|kandidaat|deelnemer|inwoner))?\s{0,3}[:=]?\s{0,3}(6(?:[ -]?\d){8})(?!\d)/dgiu

/** Whether a heading of a column is one under which such numbers stand. */
export const headsClientNumbers = (heading: string): boolean => new RegExp(`^\\s*${clientLabel}`, 'iu').test(heading)
export const headsPhones = (heading: string): boolean =>
  /^\s*(?:tel|telefoon|mobiel|mobiele|mob|gsm|phone|mobile|06)(?:[ .-]?(?:nummer|nr|telefoon|number|mobiel))*\.?(?: \p{L}+)?\s*$/iu.test(
    heading,
  )

/** A Dutch telephone number in groups: an area code ('06', '010', '0182') and the rest, ten digits in all, no single digits. */
function phoneInGroups(text: string, run: readonly DigitGroup[], from: number): TextSpan[] {
  const first = run[from]
  if (!first || !/^0[1-9]\d{0,2}$/.test(first.digits) || /[.\-/]/.test(text.charAt(first.start - 1))) return []
  const groups = groupsOfLength(run, from, 10)
  return groups?.every(({ digits }) => digits.length >= 2) ? [spanOf(groups)] : []
}

export function innocentSpans(text: string, runs: readonly DigitGroup[][]): TextSpan[] {
  const clear = [
    ...patterns.flatMap((pattern) => spansOf(text, pattern)),
    ...spansOf(text, clientNumber, 1),
    ...spansOf(text, phoneWithoutZero, 1),
  ]
  const phones = runs.flatMap((run) => run.flatMap((_, from) => phoneInGroups(text, run, from)))
  // The month of '12 03 1980' looks like an area code.
  return [...clear, ...phones.filter((phone) => !clear.some((other) => overlap(phone, other)))]
}
