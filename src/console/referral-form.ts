import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { FormField } from '#src/domain/contract/contract.ts'
import type { Installation } from '#src/domain/installation.ts'
import type { Participant, ReferralForm } from '#src/domain/participant.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { birthDateFault } from '#src/domain/values/birth-date.ts'
import { redactBsn } from '#src/domain/values/bsn.ts'
import { parseClientNumber } from '#src/domain/values/client-number.ts'
import { domainOf, parseEmailAddress } from '#src/domain/values/email-address.ts'
import { ourLanguages, parseLanguage } from '#src/domain/values/language.ts'
import { longestName, parsePersonName } from '#src/domain/values/person-name.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import { parseRiskLevel } from '#src/domain/values/risk-level.ts'

const longestText = 2_000
const longestLine = 254

const tooLong = (most: number): string => `Dit is te lang: hooguit ${most.toLocaleString('nl-NL')} tekens.`
const typed = (most: number) => z.string().trim().max(most, tooLong(most)).default('')

/** Filled in, and good; else a sentence that says what to do. */
const needed = <Value>(read: (text: string) => Value | undefined, words: string, most = longestLine) =>
  typed(most).transform((text, context): Value => {
    const value = read(text)
    if (value !== undefined) return value
    context.addIssue(words)
    return z.NEVER
  })

/** Empty, or good. */
const allowed = <Value>(read: (text: string) => Value | undefined, words: string, most = longestLine) =>
  typed(most).transform((text, context): Value | undefined => {
    const value = text === '' ? undefined : read(text)
    if (value === undefined && text !== '') context.addIssue(words)
    return value
  })

/** Free text goes into the form without citizen service numbers, whoever typed it (promise 6). */
const freeText = () => typed(longestText).transform((text) => redactBsn(text).text || undefined)

const isoDate = (text: string): string | undefined => z.iso.date().safeParse(text).data

/** The fields of a referral as a person sees and corrects them. */
const Fields = z.object({
  contract: typed(longestLine).pipe(z.string().min(1, 'Kies het contract.')),
  naam: needed(parsePersonName, 'Vul de naam in, zonder cijfers of vreemde tekens.', longestName),
  klantnummer: needed(parseClientNumber, 'Vul het klantnummer van de gemeente in. Een BSN mag hier niet staan.'),
  telefoon: allowed(parsePhoneNumber, 'Dit nummer bestaat niet. Laat het leeg als u het niet weet.'),
  email: allowed(parseEmailAddress, 'Dit is geen mailadres. Laat het leeg als u het niet weet.'),
  geboortedatum: allowed(isoDate, 'Dit is geen datum. Schrijf hem als jaar-maand-dag, zoals 1990-12-31.'),
  taal: z.enum(ourLanguages, 'Kies een taal.').default('nl'),
  anderetaal: freeText(),
  tolk: z.literal('ja').optional(),
  consulent: allowed(parsePersonName, 'Vul een naam in, of laat het leeg.', longestName),
  consulentmail: needed(parseEmailAddress, 'Vul het mailadres van de consulent in.'),
  product: freeText(),
  risico: z
    .enum(['', 'none', 'raised', 'problematic'], 'Kies een risico.')
    .default('')
    .transform((risk) => risk || undefined),
  opmerkingen: freeText(),
})

export type ReferralField = keyof z.infer<typeof Fields>
/** In the order of the form. */
export const referralFields = Object.keys(Fields.shape) as readonly ReferralField[] // its own keys

export type TypedFields = Readonly<Partial<Record<ReferralField, string>>>
export type FieldErrors = Readonly<Partial<Record<ReferralField, string>>>

export type Reviewed =
  | { readonly kind: 'good'; readonly form: ReferralForm; readonly contractId: string }
  | { readonly kind: 'wrong'; readonly errors: FieldErrors }

/** What was read in the mail, as a person finds it in the form. */
export function fieldsOf(form: ReferralForm | undefined, contractId: string | undefined): TypedFields {
  const contract = contractId === undefined ? {} : { contract: contractId }
  if (!form) return contract
  const { participant, product, risk, otherLanguage, remarks } = form
  const { name, clientNumber, phone, email, birthDate, language, interpreter, consulent } = participant
  const known = {
    naam: name.full,
    klantnummer: clientNumber,
    telefoon: phone,
    email,
    geboortedatum: birthDate,
    taal: language,
    anderetaal: otherLanguage,
    tolk: interpreter ? 'ja' : undefined,
    consulent: consulent.name,
    consulentmail: consulent.email,
    product,
    risico: risk,
    opmerkingen: remarks,
  }
  return { ...contract, ...present(known) }
}

/** A language in which we have texts, else its name for the person who must know. */
function languageAsWritten(written: string | undefined): TypedFields {
  const language = written === undefined ? undefined : parseLanguage(written)
  if (language !== undefined && language !== 'other') return { taal: language }
  return written === undefined ? {} : { anderetaal: written }
}

/** A draft out of what stands behind the labels of a mail: nothing of it was checked, the person does that. */
export function fieldsAsWritten(
  written: Readonly<Partial<Record<FormField, string>>>,
  contractId: string | undefined,
  from?: string,
): TypedFields {
  return present({
    contract: contractId,
    naam: written.name,
    klantnummer: written.client_number,
    telefoon: written.phone,
    email: written.email,
    geboortedatum: isoDate(written.birth_date ?? ''),
    ...languageAsWritten(written.language),
    tolk: /^(?:ja|nodig)\b/i.test(written.interpreter ?? '') ? 'ja' : undefined,
    consulent: written.consulent_name,
    consulentmail: written.consulent_email ?? from, // who sends a referral is mostly whom it is from
    product: written.product,
    risico: parseRiskLevel(written.risk ?? ''),
    opmerkingen: written.remarks,
  })
}

/** What was most likely meant, as a person finds it in the form. */
export function fieldsOfProposal(proposal: ProposedReferral, contractId: string | undefined): TypedFields {
  const { name, clientNumber, phone, email, birthDate, language, interpreter, consulent, product, risk } = proposal
  return present({
    contract: contractId,
    naam: name?.full,
    klantnummer: clientNumber,
    telefoon: phone,
    email,
    geboortedatum: birthDate,
    ...languageAsWritten(language),
    tolk: interpreter ? 'ja' : undefined,
    consulent: consulent.name,
    consulentmail: consulent.email,
    product,
    risico: risk,
    opmerkingen: proposal.remarks,
  })
}

/** Which field of the form shows what stood behind a label of the mail. */
export const fieldOfLabel: Readonly<Record<FormField, ReferralField>> = {
  name: 'naam',
  family_name: 'naam',
  given_name: 'naam',
  initials: 'naam',
  name_prefix: 'naam',
  client_number: 'klantnummer',
  phone: 'telefoon',
  email: 'email',
  birth_date: 'geboortedatum',
  language: 'taal',
  interpreter: 'tolk',
  product: 'product',
  risk: 'risico',
  municipality: 'contract',
  consulent_name: 'consulent',
  consulent_email: 'consulentmail',
  remarks: 'opmerkingen',
}

const plain = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim()

/** The fields in which somebody typed something else than the draft that they were given. */
export const changedFields = (draft: TypedFields, typed: TypedFields): ReferralField[] =>
  referralFields.filter((field) => plain(typed[field]) !== plain(draft[field] ?? (field === 'taal' ? 'nl' : '')))

/** The keys that have a value, without the others. */
type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }
const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T> // the same keys

const birthDateWords = {
  too_early: 'Deze geboortedatum is meer dan 120 jaar geleden. Kijk het jaar na.',
  in_future: 'Deze geboortedatum ligt in de toekomst. Kijk het jaar na.',
} as const

/** A slip of the finger in the year makes somebody of 176 years old, or one who is not born yet. */
function strangeBirthDate({ geboortedatum }: TypedFields, today: Temporal.PlainDate): FieldErrors {
  const date = isoDate(geboortedatum?.trim() ?? '')
  const fault = date && birthDateFault(date, today)
  return fault ? { geboortedatum: birthDateWords[fault] } : {}
}

const errorsIn = (error: z.ZodError | undefined): FieldErrors =>
  Object.fromEntries(error?.issues.toReversed().map(({ path, message }) => [String(path[0]), message]) ?? [])

/** A consulent is only ever mailed at an address of the contract's own domains. */
function strangeAddress({ contract, consulentmail }: TypedFields, { contracts }: Installation): FieldErrors {
  const mail = parseEmailAddress(consulentmail ?? '')
  const domains = contracts.find(({ id }) => id === contract)?.domains
  if (!mail || !domains || domains.includes(domainOf(mail))) return {}
  const listed = domains.map((domain) => `@${domain}`).join(', ')
  return { consulentmail: `Dit adres hoort niet bij dit contract. Wel: ${listed}.` }
}

function formOf(fields: z.infer<typeof Fields>): ReferralForm {
  const { naam, klantnummer, taal, consulent, consulentmail, tolk } = fields
  const { telefoon: phone, email, geboortedatum: birthDate } = fields
  const participant: Participant = {
    name: naam,
    clientNumber: klantnummer,
    language: taal,
    consulent: { email: consulentmail, ...present({ name: consulent?.full }) },
    ...present({ phone, email, birthDate, interpreter: tolk && true }),
  }
  const { product, risico: risk, anderetaal: otherLanguage, opmerkingen: remarks } = fields
  return { participant, ...present({ product, risk, otherLanguage, remarks }) }
}

/** Reads what a person typed. Every field that is not good gets a sentence, all at once, in the order of the form. */
export function reviewFields(fields: TypedFields, installation: Installation, today: Temporal.PlainDate): Reviewed {
  const { data, error } = Fields.safeParse(fields)
  const found = { ...errorsIn(error), ...strangeAddress(fields, installation), ...strangeBirthDate(fields, today) }
  const errors: FieldErrors = present(Object.fromEntries(referralFields.map((field) => [field, found[field]])))
  if (!data || Object.keys(errors).length > 0) return { kind: 'wrong', errors }
  return { kind: 'good', contractId: data.contract, form: formOf(data) }
}

/** What a posted form said, field by field; anything else in it is left out. */
export const typedFields = (posted: Readonly<Record<string, unknown>>): TypedFields =>
  Object.fromEntries(
    referralFields.flatMap((field) => {
      const value = posted[field]
      return typeof value === 'string' ? [[field, value]] : []
    }),
  )
