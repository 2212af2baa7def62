import { calmName } from '#src/domain/values/calm-name.ts'
import type { Temporal } from 'temporal-polyfill'
import { redactBsn, removedBsn } from '#src/domain/values/bsn.ts'
import { type ClientNumber, parseClientNumber } from '#src/domain/values/client-number.ts'
import { type EmailAddress, parseEmailAddress } from '#src/domain/values/email-address.ts'
import { parseLanguage } from '#src/domain/values/language.ts'
import { isPrefix } from '#src/domain/values/name-words.ts'
import { parsePersonName, type PersonName } from '#src/domain/values/person-name.ts'
import { isMobile, type PhoneNumber } from '#src/domain/values/phone-number.ts'
import type { RiskLevel } from '#src/domain/values/risk-level.ts'
import { asksInterpreter, riskIn } from './choice-answers.ts'
import { parseDutchDate } from './dutch-date.ts'
import { hasBoxes } from '../attachments/chosen-of.ts'
import type { LabelledValue } from './entry.ts'
import { phoneNumbersIn } from './phone-numbers.ts'
import { isMadeOfLabels } from './vocabulary.ts'

/** What one field of a form says. The words never repeat the value: they end up in lists and mails. */
export type FieldReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'absent' }
  /** `value`: what it most likely says, for the person who looks; never acted on. */
  | { readonly kind: 'doubtful'; readonly words: string; readonly value?: Value }

type Values = readonly LabelledValue[] | undefined

const nameWords = {
  unreadable: 'De naam in de mail is niet te lezen als naam van één persoon. Vraag de consulent om de juiste naam.',
  several:
    'In de mail staan verschillende namen. Gaat het om meer dan één deelnemer? Vraag de consulent om één mail per deelnemer.',
}

/** The whole name; where the form has it in parts, the parts together. */
export const readName = (values: Values, parts: NameParts = {}): FieldReading<PersonName> => {
  const whole = readOne(onlyLongest(filled(values)), plausibleName, nameWords)
  if (whole.kind === 'read' && isFamilyOf(whole.value, parts))
    return unlessOfLabels(readNameInParts({ ...parts, family: parts.family ?? onlyLongest(filled(values)) }))
  if (whole.kind === 'read' && isInitialsOf(whole.value, parts))
    return unlessOfLabels(readNameInParts({ ...parts, family: parts.family ?? asFamily(whole.value) }))
  return unlessOfLabels(whole.kind === 'read' || parts.family === undefined ? whole : readNameInParts(parts))
}

const asFamily = ({ family }: PersonName): readonly LabelledValue[] => [{ label: '', value: family, apart: false }]

/** 'Klant: T. Gebremedhin' above 'Roepnaam: Tesfay', and not above the first name of somebody else. */
const isInitialsOf = (name: PersonName, { given }: NameParts): boolean =>
  /^\p{Lu}\.(?:\s?\p{Lu}\.)*$/u.test(name.given ?? '') &&
  filled(calledBy(given)).some(({ value }) => value.charAt(0).toUpperCase() === name.given?.charAt(0))

/** 'Naam: Meulen' above 'Voornaam: Hanneke'. */
const isFamilyOf = (name: PersonName, { given, initials }: NameParts): boolean =>
  name.given === undefined &&
  [...filled(given), ...filled(initials)].some(({ value }) => value.toLowerCase() !== name.full.toLowerCase())

const unlessOfLabels = (reading: FieldReading<PersonName>): FieldReading<PersonName> =>
  reading.kind === 'read' && isMadeOfLabels(reading.value.full)
    ? { kind: 'doubtful', words: nameWords.unreadable, value: reading.value }
    : reading

export interface NameParts {
  readonly family?: Values
  readonly given?: Values
  readonly initials?: Values
  readonly prefix?: Values
}

/** 'Berg', 'Anna', 'A.M.' and 'van den' of four boxes: who has a first name is called by it. */
const readNameInParts = ({ family, given, initials, prefix }: NameParts): FieldReading<PersonName> => {
  const [last, first, letters, between] = [family, calledBy(given), initials, prefix].map((values) => readTexts(values))
  if ([last, first, letters, between].some((texts) => (texts?.length ?? 0) > 1))
    return { kind: 'doubtful', words: nameWords.several }
  const word = ([text = '']: readonly string[] = []): string => (/^geen\.?$/i.test(text) ? '' : text)
  const before = word(between)
  const behind = word(last)
  const familyName =
    before === '' || behind.toLowerCase().startsWith(`${before.toLowerCase()} `) ? behind : `${before} ${behind}`
  const called = word(first) || word(letters)
  const isListed = familyName.includes(',') || isPrefix(familyName.split(' ').at(-1) ?? '')
  const value = (isListed ? [`${familyName},`, called] : [called, familyName]).filter((part) => part !== '').join(' ')
  return readOne([{ label: '', value, apart: false }], plausibleName, nameWords)
}

/** 'Roepnaam: Hanneke' beside 'Voornamen: Johanna Maria'. */
const calledBy = (given: Values): Values => {
  const names = (given ?? []).filter(({ label }) => label.includes('roepnaam'))
  return filled(names).length > 0 ? names : given
}

/** 'Jansen' in one place and 'Jan Jansen' in another are one name. */
const onlyLongest = (values: readonly LabelledValue[]): readonly LabelledValue[] =>
  values.filter(
    ({ value }, index) =>
      !values.some(
        (other, at) =>
          at !== index &&
          wordsIn(value).every((word) => wordsIn(other.value).includes(word)) &&
          (wordsIn(other.value).length > wordsIn(value).length || at < index),
      ),
  )

const wordsIn = (value: string): string[] => value.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []

/** A number of the participant goes before one of a file, and that before a mere reference. */
export const readClientNumber = (values: Values): FieldReading<ClientNumber> => {
  const given = filled(values)
  const kinds = [ofPerson, ofFile].map((kind) => given.filter(({ label }) => kind.test(label)))
  return readOne(
    kinds.find((found) => found.length > 0) ?? given,
    ({ value }) => parseClientNumber(bareNumber(value)),
    {
      unreadable:
        'Het klantnummer in de mail is niet te gebruiken. Een BSN mag niet als klantnummer. Vraag de consulent om het klantnummer.',
      several: 'In de mail staan verschillende klantnummers. Vraag de consulent welk nummer klopt.',
    },
  )
}

const ofPerson = /klant|client|deelnemer|kandidaat|inwoner|werkzoekende|suite/
const ofFile = /dossier|registratie|administratie|zaak|uitkering|relatie/

/** 'nr. 20411' and '20411 (Suite)' */
const bareNumber = (value: string): string =>
  value.replace(/^(?:nr|no|nummer|#)[.:]?\s*/i, '').replace(/\s*\([^()]*\)$/, '')

/**
 * The participant's number: a mobile one before a landline, because that is what a message can reach. One below the consulent's name is
 * taken only when the form has no other, and then with doubt.
 */
export const readPhone = (values: Values): FieldReading<PhoneNumber> => {
  const given = filled(values)
  const certain = given.filter(({ perhapsOfConsulent }) => !perhapsOfConsulent)
  const reading = readNumbers(certain.length > 0 ? certain : given)
  if (certain.length > 0 || reading.kind !== 'read') return reading
  return { kind: 'doubtful', words: whosePhone, value: reading.value }
}

const readNumbers = (given: readonly LabelledValue[]): FieldReading<PhoneNumber> => {
  const all = given.map((written) => ({ ...written, ...phoneNumbersIn(written.value) }))
  const labelled = all.filter(({ label }) => /mobiel|gsm|06|whatsapp|mobile/.test(label))
  const preferred = labelled.some(({ numbers }) => numbers.length > 0) ? labelled : all
  const numbers = [...new Set(preferred.flatMap((one) => one.numbers))]
  const mobiles = [...new Set([...numbers, ...all.flatMap((one) => one.numbers)])].filter(isMobile)
  const [number, ...others] = mobiles.length > 0 ? mobiles : numbers
  const unusable = preferred.find((one) => one.numbers.length === 0)
  if (given.length === 0) return { kind: 'absent' }
  if (number === undefined) return { kind: 'doubtful', words: unusableWords(unusable) }
  if (others.length > 0)
    return {
      kind: 'doubtful',
      value: number,
      words: 'In de mail staan verschillende telefoonnummers. Vraag de consulent welk nummer klopt.',
    }
  if (unusable !== undefined && mobiles.length === 0)
    return { kind: 'doubtful', value: number, words: unusableWords(unusable) }
  return preferred.every(({ alone }) => alone)
    ? { kind: 'read', value: number }
    : { kind: 'doubtful', value: number, words: besideNumber }
}

const unusableWords = (unusable: LabelledValue | undefined): string =>
  `${unusablePhone(unusable?.value ?? '')} Vraag de consulent om het juiste nummer.`
const besideNumber =
  'Bij het telefoonnummer staat in de mail nog andere tekst. Kijk of het nummer van de deelnemer zelf is.'
const whosePhone =
  'Het telefoonnummer staat in de mail bij de consulent of bij iemand anders. Vraag of het van de deelnemer is.'

export const readEmail = (values: Values, whose: 'de deelnemer' | 'de consulent'): FieldReading<EmailAddress> => {
  const given = filled(values)
  const certain = given.filter(({ perhapsOfConsulent }) => !perhapsOfConsulent)
  const isCertain = whose === 'de consulent' || certain.length > 0
  const reading = readOne(isCertain && whose === 'de deelnemer' ? certain : given, readAddress, {
    unreadable: `Het mailadres van ${whose} in de mail is niet te lezen. Vraag de consulent om het juiste adres.`,
    several: `In de mail staan verschillende mailadressen van ${whose}. Vraag de consulent welk adres klopt.`,
  })
  return isCertain || reading.kind !== 'read'
    ? reading
    : { kind: 'doubtful', words: whoseAddress, value: reading.value }
}

const readAddress = ({ value }: LabelledValue): EmailAddress | undefined => parseEmailAddress(value)
const whoseAddress = 'Het mailadres staat in de mail bij iemand anders. Vraag of het van de deelnemer is.'

/** Of somebody who can be referred on that day: not of a child, nor of who would be older than anybody at work. */
export const readBirthDate = (values: Values, today: Temporal.PlainDate): FieldReading<string> => {
  const all = filled(values)
  const ages = all.filter(isAge).flatMap(({ value }) => ageIn(value) ?? [])
  const reading = readDayOfBirth(
    all.filter((written) => !isAge(written)),
    today,
  )
  if (!ages.every(isAgeAtWork)) return { ...reading, kind: 'doubtful', words: impossibleAge }
  const differs = reading.kind === 'read' && ages.some((age) => Math.abs(age - ageOn(reading.value, today)) > 1)
  return differs ? { kind: 'doubtful', words: otherAge, value: reading.value } : reading
}

const isAge = ({ label }: LabelledValue): boolean => label.startsWith('leeftijd') || label === 'age'

/** '34', '34 jaar', 'ca. 34'; nothing of '30-40', which no day of birth is against. */
const ageIn = (value: string): number | undefined => {
  const [, years] = /^\D{0,10}(\d{1,3})(?:\s*(?:jaar|jr|years)\b.*|\D{0,3})$/i.exec(value) ?? []
  return years === undefined ? undefined : Number(years)
}

const ageOn = (day: string, today: Temporal.PlainDate): number => today.since(day, { largestUnit: 'years' }).years

const isAgeAtWork = (age: number): boolean => age >= youngest && age <= oldest

const readDayOfBirth = (given: readonly LabelledValue[], today: Temporal.PlainDate): FieldReading<string> => {
  const certain = given.filter(({ perhapsOfConsulent }) => !perhapsOfConsulent)
  const reading = readOne(
    certain.length > 0 ? certain : given,
    ({ value }) => parseDutchDate(value.replace(/\s*(?:\([^()]*\)|(?:[,/]|,?\s*te(?=\s))\s*\p{Lu}[^\d]*)$/u, '')),
    {
      unreadable: 'De geboortedatum in de mail is niet te lezen. Vraag de consulent om dag, maand en jaar.',
      several: 'In de mail staan verschillende geboortedatums. Vraag de consulent welke klopt.',
    },
  )
  if (reading.kind !== 'read') return reading
  if (certain.length === 0) return { kind: 'doubtful', words: whoseBirthDate }
  return isAgeAtWork(ageOn(reading.value, today)) ? reading : { kind: 'doubtful', words: impossibleAge }
}

const whoseBirthDate =
  'De geboortedatum staat in de mail bij iemand anders. Vraag de consulent om de geboortedatum van de deelnemer.'

/** In years. Nobody under 16 may be in a traject to work; a year more on either side is no typing error. */
const youngest = 15
const oldest = 90
const impossibleAge =
  'De geboortedatum of leeftijd in de mail kan niet kloppen: de deelnemer zou daarmee te jong of te oud zijn. Vraag de consulent om de juiste datum.'
const otherAge =
  'De leeftijd en de geboortedatum in de mail horen niet bij elkaar. Vraag de consulent om de juiste geboortedatum.'

export const readRisk = (values: Values): FieldReading<RiskLevel> =>
  readOne(known(values), ({ value }) => riskIn(value), {
    unreadable: 'Het risico in de mail is niet herkend. Vraag de consulent wat ermee bedoeld is.',
    several: 'In de mail staan verschillende risico’s. Vraag de consulent welk risico klopt.',
  })

/** Two lines with the same label that name different languages: we do not choose in which one to write. */
export const readLanguage = (values: Values): FieldReading<string> => {
  const given = filled(values).map((written) => ({ ...written, value: withoutOther(inDutchAsked(written)) }))
  const contradicts = given.some(({ label, value }) =>
    given.some((other) => other.label === label && parseLanguage(other.value) !== parseLanguage(value)),
  )
  if (contradicts)
    return {
      kind: 'doubtful',
      words: 'In de mail staan verschillende talen achter hetzelfde kopje. Vraag de consulent welke taal klopt.',
    }
  if (given.some(({ value }) => leavesChoice.test(value) || hasBoxes(value) || standsBesideDutch(value)))
    return {
      kind: 'doubtful',
      words: 'In de mail is niet duidelijk welke taal is gekozen of aangekruist. Vraag het aan de consulent.',
    }
  return given.length === 0 ? { kind: 'absent' } : { kind: 'read', value: readTexts(given).join(', ') }
}

/** 'Spreekt de kandidaat Nederlands? Nee' */
const inDutchAsked = ({ label, value }: LabelledValue): string => {
  if (!label.endsWith('nederlands')) return value
  const said = value.replace(/^nee\b/i, 'geen Nederlands').replace(/^ja\b/i, 'Nederlands')
  return parseLanguage(said) === undefined ? `Nederlands ${said}` : said
}

/** 'Anders, nl. Tigrinya': the words of the form, and not Dutch. */
const withoutOther = (value: string): string =>
  value.replace(
    /^(?:een )?(?:anders|andere|overige?)\b(?: taal)?[\s,:;(-]*(?:\b(?:namelijk|nl|nml|te weten)\b)?[\s.:,]*(?=\p{L})/iu,
    '',
  )

/** A mark that we know no meaning of, or one of a box that did not tell its words; and what the form has for 'another' behind a language. */
const leavesChoice = /[\p{So}\p{Co}\uFFFD×]|(?<!\S)(?:[oOxX0]|_+[xX]?_*)(?!\S)|\p{L}.*\b(?:anders|andere taal)\b/u

/** 'Nederlands  Turks': two choices of which the boxes are lost. */
const standsBesideDutch = (value: string): boolean => {
  const languages = value.split(/\s+/).map((word) => (/^\p{L}{3,}$/u.test(word) ? parseLanguage(word) : undefined))
  return languages.some((language, index) => {
    const next = languages[index + 1]
    return language !== undefined && next !== undefined && language !== next && [language, next].includes('nl')
  })
}

export const readInterpreter = (values: Values): FieldReading<boolean> =>
  readOne(known(values, saysNoAnswer), ({ value }) => asksInterpreter(value), {
    unreadable: 'Of er een tolk nodig is, staat niet duidelijk in de mail. Vraag het aan de consulent.',
    several: 'De mail zegt twee verschillende dingen over een tolk. Vraag het aan de consulent.',
  })

/**
 * Everything that was written behind the labels of one field, each text once. Taken out of its line a number may have lost what made
 * it look innocent, so each text is looked at for a BSN once more.
 */
export const readTexts = (values: Values): string[] => [
  ...new Set(filled(values).map(({ value }) => redactBsn(value).text)),
]

interface Words {
  readonly unreadable: string
  readonly several: string
}

const readOne = <Value>(
  values: readonly LabelledValue[],
  parse: (value: LabelledValue) => Value | undefined,
  words: Words,
): FieldReading<Value> => {
  const parsed = values.map(parse)
  const [first, ...others] = parsed
  const likely = parsed.find((value) => value !== undefined)
  if (values.length === 0) return { kind: 'absent' }
  if (first === undefined || others.includes(undefined)) return doubtful(words.unreadable, likely)
  const same = others.every((other) => comparable(other) === comparable(first))
  return same ? { kind: 'read', value: first } : doubtful(words.several, likely)
}

const doubtful = <Value>(words: string, value: Value | undefined): FieldReading<Value> =>
  value === undefined ? { kind: 'doubtful', words } : { kind: 'doubtful', words, value }

const comparable = (value: unknown): string => JSON.stringify(value).toLowerCase()

/** 'Telefoon: onbekend' says the same as an empty line. */
const known = (values: Values, empty = saysNothing): LabelledValue[] =>
  (values ?? []).filter(({ value }) => !empty.test(value))

/** 'Geen' is an empty line too, where it is no answer. */
const filled = (values: Values): LabelledValue[] => known(values).filter(({ value }) => !/^geen\.?$/i.test(value))

const saysNothing = /^\(?(?:(?:nog )?(?:niet )?(?:onbekend|bekend|ingevuld)|n\.? ?v\.? ?t\.?|leeg|[?x/]+)\.?\)?$/i

/** Where a question is put, 'n.v.t.' answers it. */
const saysNoAnswer = /^\(?(?:(?:nog )?(?:niet )?(?:onbekend|bekend|ingevuld)|leeg|[?x/]+)\.?\)?$/i

/** 'Jan Smit (BSN: [BSN verwijderd])' */
const besideBsn = new RegExp(
  String.raw`[\s,;]*\(?(?:bsn\W{0,3})?${removedBsn.replaceAll(/[[\]]/g, String.raw`\$&`)}\)?$`,
  'i',
)

/** A sentence, two people, a reference elsewhere, or letters lost to a wrong character set are nobody's name. */
const plausibleName = ({ value: written, apart }: LabelledValue): PersonName | undefined => {
  const value = written.replace(besideBsn, '')
  const words = value.split(/\s+/)
  const isSentence = words.length > 8 || /\p{L}{4,}[.!?]$/u.test(value)
  const isSeveral = words.some((word) => /^(?:en|and|&|\+|\/)$/i.test(word))
  const isElsewhere = /^(?:zie|volgt|idem|nog)(?!\p{L})/iu.test(value)
  if (
    isSentence ||
    isSeveral ||
    isListOfNames(value) ||
    isElsewhere ||
    isNobody.test(value) ||
    lostLetters.test(value) ||
    value.includes('\uFFFD')
  )
    return undefined
  const name = apart && !words.every(looksLikeName) ? undefined : parsePersonName(value)
  return name && calmName(name)
}

/** 'Jan de Vries, Piet Jansen': two whole names; 'van den Berg, Anna Maria' is one, the family name first. */
const isListOfNames = (value: string): boolean => {
  const [before = '', ...behind] = value.split(',').map((part) => part.split(/\s+/).filter(isWholeWord))
  return before.length > 1 && behind.some((words) => words.length > 1)
}

const isWholeWord = (word: string): boolean => /\p{L}{2}/u.test(word) && !word.includes('.') && !isPrefix(word)

const isNobody = /^(?:n\.?\s?n\.?|n\.?\s?b\.?|anoniem|test(?:\s.*)?|.*\stest)$/i

/** UTF-8 that was read as Latin-1: 'AnaÃ¯s'. */
const lostLetters = /Ã[\u0080-\u00BF\p{P}\p{S}\s]|Ã\p{L}|Å[\u0080-\u00BF\p{P}]|â€|Ä[\u0080-\u00BF\p{P}]/u

const looksLikeName = (word: string): boolean => /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(word) || isPrefix(word)

const unusablePhone = (value: string): string => {
  const digits = value.replace(/\D/g, '').length
  if (value.includes('@')) return 'Bij het telefoonnummer staat in de mail een mailadres.'
  if (digits === 0) return 'Bij het telefoonnummer staat in de mail geen nummer.'
  if (/[^\d\s()+./–-]/.test(value) || digits > 13)
    return 'Bij het telefoonnummer staat in de mail meer dan één nummer, of andere tekst.'
  if (digits < 10) return `Het telefoonnummer in de mail heeft ${digits} ${digits === 1 ? 'cijfer' : 'cijfers'}.`
  return 'Het telefoonnummer in de mail bestaat niet, of er is niemand op te bereiken.'
}
