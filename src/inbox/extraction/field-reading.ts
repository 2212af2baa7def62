import { parseClientNumber } from '#src/domain/values/client-number.ts'
import { type EmailAddress, parseEmailAddress } from '#src/domain/values/email-address.ts'
import { parseLanguage } from '#src/domain/values/language.ts'
import { parsePersonName, type PersonName } from '#src/domain/values/person-name.ts'
import { parsePhoneNumber, type PhoneNumber } from '#src/domain/values/phone-number.ts'
import { parseRiskLevel, type RiskLevel } from '#src/domain/values/risk-level.ts'
import type { ClientNumber } from '#src/domain/values/client-number.ts'
import { parseDutchDate } from './dutch-date.ts'
import type { LabelledValue } from './labelled-lines.ts'

/** What one field of a form says. The words never repeat the value: they end up in lists and mails. */
export type FieldReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'absent' }
  | { readonly kind: 'doubtful'; readonly words: string }

type Values = readonly LabelledValue[] | undefined

export const readName = (values: Values): FieldReading<PersonName> =>
  readOne(values, plausibleName, {
    unreadable: 'De naam in de mail is niet te lezen als naam. Vraag de consulent om de juiste naam.',
    several:
      'In de mail staan verschillende namen. Gaat het om meer dan één deelnemer? Vraag de consulent om één mail per deelnemer.',
  })

export const readClientNumber = (values: Values): FieldReading<ClientNumber> =>
  readOne(values, parseClientNumber, {
    unreadable:
      'Het klantnummer in de mail is niet te gebruiken. Een BSN mag niet als klantnummer. Vraag de consulent om het klantnummer.',
    several: 'In de mail staan verschillende klantnummers. Vraag de consulent welk nummer klopt.',
  })

export const readPhone = (values: Values): FieldReading<PhoneNumber> => {
  const mobile = values?.filter(({ label }) => /mobiel|gsm|^06/.test(label)) ?? []
  const numbers = mobile.length > 0 ? mobile : values
  return readOne(numbers, parsePhoneNumber, {
    unreadable: unreadablePhone(numbers?.[0]?.value ?? ''),
    several: 'In de mail staan verschillende telefoonnummers. Vraag de consulent welk nummer klopt.',
  })
}

export const readEmail = (values: Values, whose: 'de deelnemer' | 'de consulent'): FieldReading<EmailAddress> =>
  readOne(values, parseEmailAddress, {
    unreadable: `Het mailadres van ${whose} in de mail is niet te lezen. Vraag de consulent om het juiste adres.`,
    several: `In de mail staan verschillende mailadressen van ${whose}. Vraag de consulent welk adres klopt.`,
  })

export const readBirthDate = (values: Values): FieldReading<string> =>
  readOne(values, parseDutchDate, {
    unreadable: 'De geboortedatum in de mail is niet te lezen. Vraag de consulent om dag, maand en jaar.',
    several: 'In de mail staan verschillende geboortedata. Vraag de consulent welke klopt.',
  })

export const readRisk = (values: Values): FieldReading<RiskLevel> =>
  readOne(values, parseRiskLevel, {
    unreadable: 'Het risico in de mail is niet herkend. Vraag de consulent wat ermee bedoeld is.',
    several: 'In de mail staan verschillende risico’s. Vraag de consulent welk risico klopt.',
  })

export const readInterpreter = (values: Values): FieldReading<boolean> =>
  readOne(values, yesOrNo, {
    unreadable: 'Of er een tolk nodig is staat niet duidelijk in de mail. Vraag het aan de consulent.',
    several: 'De mail zegt twee verschillende dingen over een tolk. Vraag het aan de consulent.',
  })

/** Everything that was written behind the labels of one field, each text once. */
export const readTexts = (values: Values): string[] => [...new Set(filled(values).map(({ value }) => value))]

interface Words {
  readonly unreadable: string
  readonly several: string
}

const readOne = <Value>(
  values: Values,
  parse: (text: string) => Value | undefined,
  words: Words,
): FieldReading<Value> => {
  const parsed = filled(values).map(({ value }) => parse(value))
  const [first, ...others] = parsed
  if (parsed.length === 0) return { kind: 'absent' }
  if (first === undefined || others.includes(undefined)) return { kind: 'doubtful', words: words.unreadable }
  const same = others.every((other) => JSON.stringify(other).toLowerCase() === JSON.stringify(first).toLowerCase())
  return same ? { kind: 'read', value: first } : { kind: 'doubtful', words: words.several }
}

/** 'Telefoon: onbekend' says the same as an empty line. */
const filled = (values: Values): LabelledValue[] =>
  (values ?? []).filter(({ value }) => !saysNothing.test(value.trim()))

const saysNothing = /^(?:\(?(?:nog )?(?:niet )?(?:onbekend|bekend|n\.? ?v\.? ?t\.?|geen|leeg|ingevuld)\)?\.?|[?x/]+)$/i

/** A sentence, two people, or letters lost to a wrong character set are nobody's name. */
const plausibleName = (text: string): PersonName | undefined => {
  const words = text.trim().split(/\s+/)
  const isSentence = words.length > 8 || /\p{L}{4,}[.!?]$/u.test(text.trim())
  const isSeveral = words.some((word) => /^(?:en|and|&|\+|\/)$/i.test(word))
  return isSentence || isSeveral || text.includes('\uFFFD') ? undefined : parsePersonName(text)
}

const unreadablePhone = (value: string): string => {
  const digits = value.replace(/\D/g, '').length
  const what = digits === 0 ? 'is geen nummer' : `heeft ${digits} ${digits === 1 ? 'cijfer' : 'cijfers'}`
  return `Het telefoonnummer in de mail ${what} en is niet te gebruiken. Vraag de consulent om het juiste nummer.`
}

const yesOrNo = (text: string): boolean | undefined => {
  const said = text.trim().toLowerCase()
  if (/^(?:nee|neen|n|no|geen|niet)\b/.test(said)) return false
  if (/^(?:ja|j|yes|y|nodig|graag|gewenst)\b/.test(said)) return true
  return parseLanguage(text) === undefined ? undefined : true
}
