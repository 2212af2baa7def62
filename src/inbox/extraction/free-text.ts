import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import type { FormField } from '#src/domain/contract/contract.ts'
import { isPrefix } from '#src/domain/values/name-words.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import type { LabelledValue } from './entry.ts'
import type { FormValues } from './labelled-lines.ts'
import { quotedMailStarts } from './quoted-mail.ts'
import { isSignatureStart } from './signature.ts'
import { isSame } from './split-participants.ts'

/**
 * What running sentences say of a participant: 'Hierbij meld ik mevrouw F. Yilmaz aan, klantnummer 20411, geboren op 3-4-1987'. Only to
 * give the person who reads the mail a start: nothing that is found so is ever acted on.
 */
export const readFreeText = (text: string): FormValues => valuesIn(typedPart(text))

/** The same of each of several people: from one name to the next, when a number goes with each. */
export const readPeopleInText = (text: string): readonly FormValues[] => {
  const typed = typedPart(text)
  const starts = differentNames(typed)
    .map((name) => ({ name, at: typed.indexOf(name) }))
    .filter(({ at }) => at !== -1)
    .toSorted((one, other) => one.at - other.at)
  const people = starts.map(({ name, at }, index) => {
    const values = valuesIn(typed.slice(index === 0 ? 0 : at, starts[index + 1]?.at))
    return new Map([...values, ['name', [asWritten(name)]]] as const)
  })
  const isEachReached = people.every((values) => values.has('phone') || values.has('client_number'))
  return people.length > 1 && isEachReached ? people : [valuesIn(typed)]
}

/** 'F. Yilmaz' and 'Yilmaz' further on are one. */
const differentNames = (typed: string): readonly string[] =>
  namesIn(typed).filter((name, index, names) => !names.slice(0, index).some((before) => isSame(before, name)))

const valuesIn = (typed: string): FormValues => {
  const found: [FormField, string[]][] = [
    ['name', namesIn(typed)],
    ['client_number', firstOf(all(typed, clientNumber), all(typed, inBrackets))],
    ['phone', phonesIn(typed)],
    ['birth_date', all(typed, birthDate)],
    ['email', all(typed, email)],
    ['language', all(typed, language)],
    ['interpreter', interpreterIn(typed)],
    ['risk', all(typed, risk)],
    ['product', all(typed, product)],
  ]
  return new Map(
    found.filter(([, values]) => values.length > 0).map(([field, values]) => [field, values.map(asWritten)]),
  )
}

/** In characters. Nobody refers with a longer story. */
const longest = 20_000

/** What was typed: without the greeting and what follows, and without earlier mails. */
export const typedPart = (text: string): string => {
  const lines = text.slice(0, longest).split('\n')
  const [quoted = lines.length] = quotedMailStarts(lines)
  const signature = lines.findIndex((line) => isSignatureStart(line))
  return lines.slice(0, Math.min(quoted, signature === -1 ? lines.length : signature)).join('\n')
}

const firstOf = (some: string[], others: string[]): string[] => (some.length > 0 ? some : others)

const asWritten = (value: string): LabelledValue => ({ label: '', value, apart: false, likelyBy: 'sentence' })

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, value, other = value]) => (value ?? other)?.trim() ?? [])),
]

const inBrackets = /\p{Lu}\p{Ll}+ \(((?:[A-Z]{1,4}[ -]?)?\d[\d./ -]{3,14})\)/gu
const clientNumber =
  /\b(?:klant|cliënt|client|kandidaat|deelnemers?|inwoners?|dossier|registratie|reg|zaak)[- ]?(?:nummer|nr|code|number|no)\.?\s*(?:(?:bij ons )?is|:|=)?\s*((?:[A-Z]{1,4} )?(?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]{1,18}[A-Z0-9])(?![\p{L}\p{N}])/giu
const birthDate =
  /\b(?:geboren|geboortedatum|geb\.?|born|date of birth)\s*(?:op|on|d\.?d\.?|is|:)?\s*(\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})\.?[-/. ](?:\d{4}|\d{2}))(?!\d)/gi
const email = /(?<![\w.@-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/g
const language =
  /\b(?:spreekt|speaks|taal is|voertaal is|moedertaal is)\s+((?:alleen |vooral |goed |een beetje |geen )?\p{L}{4,20})/giu

/** 'Een tolk is nodig', 'geen tolk': what was meant by it, as a form has it. Both in one mail is a doubt. */
const interpreterIn = (text: string): string[] =>
  interpreterSaid.flatMap(([answer, pattern]) => (pattern.test(text) ? [answer] : []))

const needed = '(?:nodig|gewenst|wenselijk|noodzakelijk|vereist|needed|required)'
const interpreterSaid: readonly (readonly [string, RegExp])[] = [
  [
    'nee',
    new RegExp(
      `\\b(?:geen|zonder|no) (?:\\w+ )?(?:tolk|interpreter)\\b|\\btolk\\b[^.!?\\n]{0,30}\\bniet ${needed}`,
      'i',
    ),
  ],
  [
    'ja',
    new RegExp(
      `(?<!\\b(?:geen|zonder|no) (?:\\w+ )?)\\b(?:tolk|interpreter)\\b(?![^.!?\\n]{0,30}\\b(?:niet|not)\\b)[^.!?\\n]{0,30}\\b${needed}\\b|\\b(?:met|via|graag|behoefte aan|needs) (?:een |an? )?tolk\\b|\\bneeds? an? interpreter\\b`,
      'i',
    ),
  ],
]

/** 'Er is een verhoogd risico', 'het risico op uitval is hoog'. */
const risk =
  /\b((?:geen|laag|lage|gemiddeld|verhoogd|hoog|hoge|problematisch)e?) (?:no-?show[- ]?)?risico\b|\b(?:no-?show[- ]?)?risico(?:profiel|niveau)?(?: op [\p{L} -]{3,25}?)? (?:is|schatten? (?:ik|wij|we) in (?:op|als))\s+((?:laag|gemiddeld|verhoogd|hoog|problematisch))\b/giu

/** 'Voor het traject Werkfit': its name begins with a capital, or stands between quote marks. */
const product =
  /\b(?:traject|product|module|programma|voorziening|arrangement)\s+(?:["“‘']([^"”’'\n]{3,60})["”’']|((?:\p{Lu}|\d)[\p{L}\p{N}-]{2,}(?:[ -](?:(?:en|naar|van|op|in|met|voor|&) )?(?:\p{Lu}|\d)[\p{L}\p{N}-]*){0,4}))/gu

/** A number that stands alone on a line is under somebody's name: the sender's. */
const phonesIn = (text: string): string[] => {
  const sentences = text
    .split('\n')
    .filter((line) => /\p{L}{3}/u.test(line))
    .join('\n')
    .replaceAll(/[,;] /g, ' | ') // else '613, 06-12345678' is one number
  const found = findPhoneNumbersInText(sentences, { defaultCountry: 'NL', extended: true })
  const written = found.map(({ startsAt, endsAt }) => sentences.slice(startsAt, endsAt).replace(/^\((?!.*\))/, ''))
  return [...new Set(written.filter((text) => parsePhoneNumber(text) !== undefined))]
}

const address =
  /(?<![\p{L}])(?:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|de heer|dhr\.?|mr\.?|mrs\.?|ms\.?|kandidaat|deelnemer|deelneemster|klant|cliënt|inwoner|betrokkene)\s+((?:[\p{L}'’.-]+[ ]?){1,7})/giu

/** 'De aanmelding van Fatma Yilmaz', and 'Fatma Yilmaz, klantnummer 20411'. */
const named = [
  /\b(?:aanmelding|verwijzing|traject|intake|dossier|deelname|gegevens|telefoonnummer|nummer|opdracht) (?:van|voor):?\s+((?:[\p{L}'’.-]+[ ]?){2,6})/giu,
  /((?:\p{Lu}[\p{L}'’.-]*\s+)(?:(?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|el|al|ten|ter)\s*){1,5})(?:\([mvx]\))?,?\s*\(?(?:klant|cliënt|client|kandidaat|deelnemers?|inwoners?|dossier|registratie|geb\b|geboren|born|\d{1,2}-\d{1,2}-\d{2}|(?<=\()(?:tel\.? ?)?(?:0|\+31)[\d (-])/gu,
]

/** 'Spreekt de kandidaat Nederlands?' */
const question = /[^\n.!?]*\?/g

/** As many words as can be of a name: initials, prefixes, and words that begin with a capital. */
const namesIn = (text: string): string[] => {
  const told = text.replaceAll(question, '')
  const found = [address, ...named].map((pattern) => [...told.matchAll(pattern)].map(([, words = '']) => words))
  const names = (found.find((some) => some.length > 0) ?? []).map((words) => nameAtStart(words.trim().split(/\s+/)))
  return [...new Set(names.filter((name) => name !== ''))]
}

const familyStart = /^(?:van|de|den|der|el|al|ten|ter|ben)$/

const nameAtStart = (words: readonly string[]): string => {
  if (!/^['’]?\p{Lu}/u.test(words[0] ?? '') && !familyStart.test(words[0] ?? '')) return ''
  const end = words.findIndex((word) => !/^['’]?\p{Lu}/u.test(word) && !isPrefix(word))
  const name = words.slice(0, end === -1 ? words.length : end)
  while (name.length > 0 && isPrefix(name.at(-1) ?? '')) name.pop()
  return /\p{Lu}\p{Ll}/u.test(name.join(' ')) ? name.join(' ').replace(/[.,]+$/, '') : ''
}
