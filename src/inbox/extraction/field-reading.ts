import { redactBsn } from '#src/domain/values/bsn.ts'
import { type ClientNumber, parseClientNumber } from '#src/domain/values/client-number.ts'
import { type EmailAddress, parseEmailAddress } from '#src/domain/values/email-address.ts'
import { parseLanguage } from '#src/domain/values/language.ts'
import { isPrefix } from '#src/domain/values/name-words.ts'
import { parsePersonName, type PersonName } from '#src/domain/values/person-name.ts'
import { parsePhoneNumber, type PhoneNumber } from '#src/domain/values/phone-number.ts'
import { parseRiskLevel, type RiskLevel } from '#src/domain/values/risk-level.ts'
import { parseDutchDate } from './dutch-date.ts'
import type { LabelledValue } from './labelled-lines.ts'

/** What one field of a form says. The words never repeat the value: they end up in lists and mails. */
export type FieldReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'absent' }
  | { readonly kind: 'doubtful'; readonly words: string }

type Values = readonly LabelledValue[] | undefined

export const readName = (values: Values): FieldReading<PersonName> =>
  readOne(filled(values), plausibleName, {
    unreadable: 'De naam in de mail is niet te lezen als naam van één persoon. Vraag de consulent om de juiste naam.',
    several:
      'In de mail staan verschillende namen. Gaat het om meer dan één deelnemer? Vraag de consulent om één mail per deelnemer.',
  })

export const readClientNumber = (values: Values): FieldReading<ClientNumber> =>
  readOne(filled(values), ({ value }) => parseClientNumber(value), {
    unreadable:
      'Het klantnummer in de mail is niet te gebruiken. Een BSN mag niet als klantnummer. Vraag de consulent om het klantnummer.',
    several: 'In de mail staan verschillende klantnummers. Vraag de consulent welk nummer klopt.',
  })

/** A number behind 'mobiel' goes before one behind 'telefoon': that is what the two fields of a form are for. */
export const readPhone = (values: Values): FieldReading<PhoneNumber> => {
  const given = filled(values)
  const mobile = given.filter(({ label }) => /mobiel|gsm|^06/.test(label))
  const numbers = mobile.length > 0 ? mobile : given
  const unusable = numbers.find(({ value }) => parsePhoneNumber(value) === undefined)
  return readOne(numbers, ({ value }) => parsePhoneNumber(value), {
    unreadable: `${unusablePhone(unusable?.value ?? '')} Vraag de consulent om het juiste nummer.`,
    several: 'In de mail staan verschillende telefoonnummers. Vraag de consulent welk nummer klopt.',
  })
}

export const readEmail = (values: Values, whose: 'de deelnemer' | 'de consulent'): FieldReading<EmailAddress> =>
  readOne(filled(values), ({ value }) => parseEmailAddress(value), {
    unreadable: `Het mailadres van ${whose} in de mail is niet te lezen. Vraag de consulent om het juiste adres.`,
    several: `In de mail staan verschillende mailadressen van ${whose}. Vraag de consulent welk adres klopt.`,
  })

export const readBirthDate = (values: Values): FieldReading<string> =>
  readOne(filled(values), ({ value }) => parseDutchDate(value.replace(/\s*\([^()]*\)$/, '')), {
    unreadable: 'De geboortedatum in de mail is niet te lezen. Vraag de consulent om dag, maand en jaar.',
    several: 'In de mail staan verschillende geboortedatums. Vraag de consulent welke klopt.',
  })

export const readRisk = (values: Values): FieldReading<RiskLevel> =>
  readOne(known(values), ({ value }) => parseRiskLevel(value), {
    unreadable: 'Het risico in de mail is niet herkend. Vraag de consulent wat ermee bedoeld is.',
    several: 'In de mail staan verschillende risico’s. Vraag de consulent welk risico klopt.',
  })

export const readInterpreter = (values: Values): FieldReading<boolean> =>
  readOne(known(values), ({ value }) => yesOrNo(value), {
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
  const [first, ...others] = values.map(parse)
  if (values.length === 0) return { kind: 'absent' }
  if (first === undefined || others.includes(undefined)) return { kind: 'doubtful', words: words.unreadable }
  const same = others.every((other) => comparable(other) === comparable(first))
  return same ? { kind: 'read', value: first } : { kind: 'doubtful', words: words.several }
}

const comparable = (value: unknown): string => JSON.stringify(value).toLowerCase()

/** 'Telefoon: onbekend' says the same as an empty line. */
const known = (values: Values): LabelledValue[] => (values ?? []).filter(({ value }) => !saysNothing.test(value))

/** 'Geen' is an empty line too, where it is no answer. */
const filled = (values: Values): LabelledValue[] => known(values).filter(({ value }) => !/^geen\.?$/i.test(value))

const saysNothing = /^\(?(?:(?:nog )?(?:niet )?(?:onbekend|bekend|ingevuld)|n\.? ?v\.? ?t\.?|leeg|[?x/]+)\.?\)?$/i

/** A sentence, two people, a reference elsewhere, or letters lost to a wrong character set are nobody's name. */
const plausibleName = ({ value, apart }: LabelledValue): PersonName | undefined => {
  const words = value.split(/\s+/)
  const isSentence = words.length > 8 || /\p{L}{4,}[.!?]$/u.test(value)
  const isSeveral = words.some((word) => /^(?:en|and|&|\+|\/)$/i.test(word))
  const isElsewhere = /^(?:zie|volgt|idem|nog)(?!\p{L})/iu.test(value)
  if (isSentence || isSeveral || isElsewhere || value.includes('\uFFFD')) return undefined
  return apart && !words.every(looksLikeName) ? undefined : parsePersonName(value)
}

const looksLikeName = (word: string): boolean => /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(word) || isPrefix(word)

const unusablePhone = (value: string): string => {
  const digits = value.replace(/\D/g, '').length
  if (digits === 0) return 'Bij het telefoonnummer staat in de mail geen nummer.'
  if (/[^\d\s()+./–-]/.test(value) || digits > 13)
    return 'Bij het telefoonnummer staat in de mail meer dan één nummer, of andere tekst.'
  if (digits < 10) return `Het telefoonnummer in de mail heeft ${digits} ${digits === 1 ? 'cijfer' : 'cijfers'}.`
  return 'Het telefoonnummer in de mail bestaat niet, of er is niemand op te bereiken.'
}

const yesOrNo = (text: string): boolean | undefined => {
  const said = text.toLowerCase()
  if (/^(?:nee|neen|n|no|geen|niet)\b/.test(said)) return false
  if (/^(?:ja|j|yes|y|nodig|graag|gewenst)\b/.test(said)) return true
  return parseLanguage(text) === undefined ? undefined : true
}
