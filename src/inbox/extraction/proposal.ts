import type { Temporal } from 'temporal-polyfill'
import type { FormField } from '#src/domain/contract/contract.ts'
import type { ClientNumber } from '#src/domain/values/client-number.ts'
import { type EmailAddress, parseEmailAddress } from '#src/domain/values/email-address.ts'
import type { PersonName } from '#src/domain/values/person-name.ts'
import type { PhoneNumber } from '#src/domain/values/phone-number.ts'
import type { RiskLevel } from '#src/domain/values/risk-level.ts'
import {
  type FieldReading,
  readBirthDate,
  readClientNumber,
  readEmail,
  readInterpreter,
  readLanguage,
  readName,
  readPhone,
  readRisk,
  readTexts,
} from './field-reading.ts'
import type { LabelledValue } from './entry.ts'
import type { FormValues } from './labelled-lines.ts'

/** What a mail says of one participant: each field read, absent, or in doubt. Nothing is acted on here. */
export interface Proposal {
  readonly name: FieldReading<PersonName>
  readonly clientNumber: FieldReading<ClientNumber>
  readonly phone: FieldReading<PhoneNumber>
  readonly email: FieldReading<EmailAddress>
  readonly birthDate: FieldReading<string>
  /** As written: it may name several. */
  readonly language: FieldReading<string>
  readonly interpreter: FieldReading<boolean>
  readonly risk: FieldReading<RiskLevel>
  readonly product?: string
  readonly municipality?: string
  readonly remarks?: string
  readonly consulentEmail: FieldReading<EmailAddress>
  readonly consulentNames: readonly string[]
  /** What stood behind the labels, as written: where a field comes from. */
  readonly written: FormValues
}

interface Context {
  /** The day on which the mail arrived. */
  readonly today: Temporal.PlainDate
  /** Whether an address is the municipality's: such a one is never the participant's. */
  readonly isMunicipal: (address: EmailAddress) => boolean
}

export const proposalOf = (written: FormValues, context: Context): Proposal => {
  const { own, municipal } = emailsIn(written.get('email') ?? [], context)
  return {
    name: readName(written.get('name'), {
      family: written.get('family_name'),
      given: written.get('given_name'),
      initials: written.get('initials'),
      prefix: written.get('name_prefix'),
    }),
    clientNumber: readClientNumber(written.get('client_number')),
    phone: readPhone(written.get('phone')),
    email: readEmail(own, 'de deelnemer'),
    birthDate: readBirthDate(written.get('birth_date'), context.today),
    language: readLanguage(written.get('language')),
    interpreter: readInterpreter(written.get('interpreter')),
    risk: readRisk(written.get('risk')),
    ...textOf('product', written, ', ', longestText),
    ...textOf('municipality', written, ', ', longestText),
    ...textOf('remarks', written, '\n', longestRemarks),
    consulentEmail: readEmail(
      [...(written.get('consulent_email') ?? []), ...municipal, ...besideName(written)],
      'de consulent',
    ),
    consulentNames: readTexts(written.get('consulent_name')),
    written,
  }
}

/** In characters. What a form says of itself is short; the whole mail is kept anyway. */
const longestText = 200
const longestRemarks = 4000

const textOf = <Field extends FormField>(
  field: Field,
  written: FormValues,
  between: string,
  longest: number,
): Partial<Record<Field, string>> => {
  const text = readTexts(written.get(field)).join(between).slice(0, longest)
  return text === '' ? {} : ({ [field]: text } as Record<Field, string>) // one key, of this name
}

/** 'E-mail' behind a consulent's name or in a form without parts may be either's; its domain tells whose. */
const emailsIn = (values: readonly LabelledValue[], { isMunicipal }: Context) => {
  const isTheirs = ({ value }: LabelledValue): boolean => {
    const address = parseEmailAddress(value)
    return address !== undefined && isMunicipal(address)
  }
  return { own: values.filter((value) => !isTheirs(value)), municipal: values.filter(isTheirs) }
}

/** What is in doubt, in Dutch: everything at once, so that the consulent needs to be asked only once. */
export const doubtsIn = (proposal: Proposal): string[] => {
  const { name, clientNumber, phone, email, birthDate, language, interpreter, risk, consulentEmail } = proposal
  return [name, clientNumber, phone, email, birthDate, language, interpreter, risk, consulentEmail].flatMap((field) =>
    field.kind === 'doubtful' ? [field.words] : [],
  )
}

/** What a journey cannot begin without unless a person says so, in Dutch. */
export const missingIn = ({ name, clientNumber, phone }: Proposal): string[] => [
  ...(name.kind === 'absent' ? ['de naam van de deelnemer'] : []),
  ...(clientNumber.kind === 'absent' ? ['het klantnummer'] : []),
  ...(phone.kind === 'absent' ? ['het telefoonnummer van de deelnemer'] : []),
]

/** The value that was read, or that is most likely. */
export const likely = <Value>(field: FieldReading<Value>): Value | undefined =>
  field.kind === 'absent' ? undefined : field.value

/** 'Consulent: Jan Peereboom (j.peereboom@gemeente.example)' */
const besideName = (written: FormValues): LabelledValue[] =>
  (written.get('consulent_name') ?? []).flatMap(({ value, ...rest }) => {
    const [address] = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(value) ?? []
    return address === undefined ? [] : [{ ...rest, value: address }]
  })

/** Whether there is a person in it: of a mere phone number or product, or a sentence behind 'Deelnemers', nobody can say whose it is. */
export const namesSomebody = ({ name, clientNumber, written }: Proposal): boolean =>
  likely(name) !== undefined || likely(clientNumber) !== undefined || (name.kind !== 'absent' && written.size > 2)

/** How many fields say something, to choose between two readings of one mail. */
export const fieldsKnown = ({ written }: Proposal): number => written.size
