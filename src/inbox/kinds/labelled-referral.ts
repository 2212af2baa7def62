import type { Participant, ReferralForm } from '#src/domain/participant.ts'
import type { EmailAddress } from '#src/domain/values/email-address.ts'
import { parseLanguage } from '#src/domain/values/language.ts'
import { listsDomainOf, type MailContract } from '../contract-of-mail.ts'
import {
  type FieldReading,
  readBirthDate,
  readClientNumber,
  readEmail,
  readInterpreter,
  readName,
  readPhone,
  readRisk,
  readTexts,
} from '../extraction/field-reading.ts'
import { type LabelledLines, readLabelledLines } from '../extraction/labelled-lines.ts'
import { vocabularyOf } from '../extraction/vocabulary.ts'
import type { MailReading, WaitReason } from '../mail-reading.ts'

type Outcome = MailReading['outcome']

/**
 * A referral written as 'label: value' lines. Accepted only when name and client number are there, the consulent's address is the
 * municipality's own, and nothing that is there is in doubt. A phone number may be absent: then somebody calls the consulent.
 */
export const readLabelledReferral = (text: string, contract: MailContract, from: EmailAddress): Outcome => {
  const lines = readLabelledLines(text, vocabularyOf(contract.labels))
  const { values } = lines
  if (!values.has('name') && !values.has('client_number')) return notAReferral(lines)
  const fields = readFields(lines, from)
  const who = requiredOf(fields)
  const doubts = doubtsIn(fields)
  if (who === undefined || doubts.length > 0) return waitsFor(missingIn(fields), doubts)
  if (!listsDomainOf(contract, who.consulentEmail)) return waits('consulent_outside_domain', outsideDomain)
  return { kind: 'referral', form: formOf(who, fields, lines) }
}

type Fields = ReturnType<typeof readFields>

const readFields = ({ values }: LabelledLines, from: EmailAddress) => {
  const written = readEmail(values.get('consulent_email'), 'de consulent')
  const sender: FieldReading<EmailAddress> = { kind: 'read', value: from }
  return {
    name: readName(values.get('name')),
    clientNumber: readClientNumber(values.get('client_number')),
    consulentEmail: written.kind === 'absent' ? sender : written,
    phone: readPhone(values.get('phone')),
    email: readEmail(values.get('email'), 'de deelnemer'),
    birthDate: readBirthDate(values.get('birth_date')),
    interpreter: readInterpreter(values.get('interpreter')),
    risk: readRisk(values.get('risk')),
  }
}

type Required = Pick<Participant, 'name' | 'clientNumber'> & { readonly consulentEmail: EmailAddress }

const requiredOf = ({ name, clientNumber, consulentEmail }: Fields): Required | undefined =>
  name.kind === 'read' && clientNumber.kind === 'read' && consulentEmail.kind === 'read'
    ? { name: name.value, clientNumber: clientNumber.value, consulentEmail: consulentEmail.value }
    : undefined

const doubtsIn = (fields: Fields): string[] =>
  Object.values(fields).flatMap((field) => (field.kind === 'doubtful' ? [field.words] : []))

const missingIn = ({ name, clientNumber }: Fields): string[] => [
  ...(name.kind === 'absent' ? ['de naam van de deelnemer'] : []),
  ...(clientNumber.kind === 'absent' ? ['het klantnummer'] : []),
]

/** Everything that is wrong at once, so that the consulent needs to be asked only once. */
const waitsFor = (missing: readonly string[], doubts: readonly string[]): Outcome => {
  if (missing.length === 0) return waits('field_doubtful', doubts.join(' '))
  const what = `In de mail ontbreekt ${missing.join(' en ')}. Vraag de consulent om een volledige aanmelding.`
  return waits('field_missing', [what, ...doubts].join(' '))
}

const outsideDomain =
  'Het mailadres van de consulent in de mail is niet van deze gemeente. Daarheen sturen we geen berichten. Vraag de consulent om het juiste adres.'

const notAReferral = ({ moreBelowSignature, hasColumns }: LabelledLines): Outcome => {
  if (hasColumns) return waits('field_doubtful', columns)
  return waits('not_a_referral', moreBelowSignature ? belowGreeting : noLabels)
}

const columns =
  'De gegevens staan in een tabel met kolommen, misschien van meer dan één deelnemer. Die is niet gelezen. Voer de aanmelding zelf in.'
const belowGreeting =
  'De gegevens staan onder de groet van de mail en zijn daarom niet gelezen. Voer de aanmelding zelf in.'
const noLabels =
  'In de mail staan geen regels met een naam en een klantnummer. Is dit een aanmelding, voer die dan zelf in.'

const waits = (why: WaitReason, words: string): Outcome => ({ kind: 'waits', why, words })

const formOf = (who: Required, fields: Fields, { values }: LabelledLines): ReferralForm => {
  const product = readTexts(values.get('product')).join(', ').slice(0, longestText)
  const remarks = readTexts(values.get('remarks')).join('\n').slice(0, longestRemarks)
  const { language, otherLanguage } = languageOf(readTexts(values.get('language')).join(', ').slice(0, longestText))
  return {
    participant: { ...participantOf(who, fields, readTexts(values.get('consulent_name'))), language },
    ...(product === '' ? {} : { product }),
    ...(fields.risk.kind === 'read' ? { risk: fields.risk.value } : {}),
    ...(otherLanguage === undefined ? {} : { otherLanguage }),
    ...(remarks === '' ? {} : { remarks }),
  }
}

/** In characters. What a form says of itself is short; the whole mail is kept anyway. */
const longestText = 200
const longestRemarks = 4000

const participantOf = (
  { name, clientNumber, consulentEmail }: Required,
  { phone, email, birthDate, interpreter }: Fields,
  consulentNames: readonly string[],
): Omit<Participant, 'language'> => ({
  name,
  clientNumber,
  ...(phone.kind === 'read' ? { phone: phone.value } : {}),
  ...(email.kind === 'read' ? { email: email.value } : {}),
  ...(birthDate.kind === 'read' ? { birthDate: birthDate.value } : {}),
  ...(interpreter.kind === 'read' ? { interpreter: interpreter.value } : {}),
  consulent: consulentOf(consulentEmail, consulentNames),
})

/** Two different names of consulenten: we greet none of them rather than the wrong one. */
const consulentOf = (email: EmailAddress, [name, ...others]: readonly string[]): Participant['consulent'] =>
  name !== undefined && name.length <= longestText && others.length === 0 ? { name, email } : { email }

/** A language without texts, or a word that we do not know as one, is passed on as written, so that a person hears of it. */
const languageOf = (written: string): { language: Participant['language']; otherLanguage?: string } => {
  if (written === '') return { language: 'nl' }
  const language = parseLanguage(written)
  return language === 'nl' || language === 'en' ? { language } : { language: 'nl', otherLanguage: written }
}
