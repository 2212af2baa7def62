import type { Installation } from '#src/domain/installation.ts'
import type { Participant, ReferralForm } from '#src/domain/participant.ts'
import { parseClientNumber } from '#src/domain/values/client-number.ts'
import { domainOf, parseEmailAddress } from '#src/domain/values/email-address.ts'
import { parsePersonName } from '#src/domain/values/person-name.ts'
import { parsePhoneNumber } from '#src/domain/values/phone-number.ts'
import { redactBsn } from '#src/domain/values/bsn.ts'

/** The fields of a referral as a person sees and corrects them: all text. */
export const referralFields = [
  'contract',
  'naam',
  'klantnummer',
  'telefoon',
  'email',
  'geboortedatum',
  'taal',
  'anderetaal',
  'tolk',
  'consulent',
  'consulentmail',
  'product',
  'risico',
  'opmerkingen',
] as const

export type ReferralField = (typeof referralFields)[number]
export type TypedFields = Readonly<Record<ReferralField, string>>
export type FieldErrors = Partial<Record<ReferralField, string>>

export type Reviewed =
  | { readonly kind: 'good'; readonly form: ReferralForm; readonly contractId: string }
  | { readonly kind: 'wrong'; readonly errors: FieldErrors }

export const noFields: TypedFields = Object.fromEntries(referralFields.map((field) => [field, ''])) as TypedFields // from the list that the type is made of

/** What was read in the mail, as a person finds it in the form. */
export function fieldsOf(form: ReferralForm | undefined, contractId: string | undefined): TypedFields {
  const participant = form?.participant
  return {
    ...noFields,
    contract: contractId ?? '',
    naam: participant?.name.full ?? '',
    klantnummer: participant?.clientNumber ?? '',
    telefoon: participant?.phone ?? '',
    email: participant?.email ?? '',
    geboortedatum: participant?.birthDate ?? '',
    taal: participant?.language ?? 'nl',
    anderetaal: form?.otherLanguage ?? '',
    tolk: participant?.interpreter ? 'ja' : '',
    consulent: participant?.consulent.name ?? '',
    consulentmail: participant?.consulent.email ?? '',
    product: form?.product ?? '',
    risico: form?.risk ?? '',
    opmerkingen: form?.remarks ?? '',
  }
}

const optional = <T>(typed: string, read: (text: string) => T | undefined): T | undefined | 'wrong' =>
  typed === '' ? undefined : (read(typed) ?? 'wrong')

const isDate = (text: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined)

const risks = ['none', 'raised', 'problematic'] as const
const riskOf = (text: string) => risks.find((risk) => risk === text)

/** Free text goes into the form without citizen service numbers, whoever typed it (promise 6). */
const remarkOf = (text: string): string => redactBsn(text).text.trim()

const domainsOf = (contractId: string, { contracts }: Installation): readonly string[] =>
  contracts.find((contract) => contract.id === contractId)?.domains ?? []

/** A consulent is only ever mailed at an address of the contract's own domains. */
function consulentMail(typed: TypedFields, installation: Installation) {
  const mail = parseEmailAddress(typed.consulentmail)
  if (!mail) return { wrong: 'Vul het mailadres van de consulent in, bijvoorbeeld naam@gemeente.nl.' }
  const domains = domainsOf(typed.contract, installation)
  if (domains.includes(domainOf(mail))) return { mail }
  return {
    wrong: `Dit adres hoort niet bij dit contract. Toegestaan: ${domains.map((domain) => `@${domain}`).join(', ') || 'geen'}.`,
  }
}

type Known<T> = Exclude<T, 'wrong' | undefined>
const given = <Key extends string, T>(key: Key, value: T): Partial<Record<Key, Known<T>>> =>
  value === undefined || value === 'wrong' ? {} : ({ [key]: value } as Record<Key, Known<T>>) // neither absent nor wrong: checked in this line

/** Reads what a person typed. Every field that is not good gets a sentence that says what to do. */
export function reviewFields(typed: TypedFields, installation: Installation): Reviewed {
  const name = parsePersonName(typed.naam)
  const clientNumber = parseClientNumber(typed.klantnummer)
  const phone = optional(typed.telefoon, parsePhoneNumber)
  const email = optional(typed.email, parseEmailAddress)
  const birthDate = optional(typed.geboortedatum, isDate)
  const consulent = consulentMail(typed, installation)
  const errors: FieldErrors = {
    ...(installation.contracts.some(({ id }) => id === typed.contract) ? {} : { contract: 'Kies het contract.' }),
    ...(name ? {} : { naam: 'Vul de naam in, zonder cijfers of vreemde tekens.' }),
    ...(clientNumber ? {} : { klantnummer: 'Vul het klantnummer van de gemeente in. Een BSN mag hier niet staan.' }),
    ...(phone === 'wrong'
      ? { telefoon: 'Dit is geen telefoonnummer dat bestaat. Laat het leeg als u het niet weet.' }
      : {}),
    ...(email === 'wrong' ? { email: 'Dit is geen mailadres. Laat het leeg als u het niet weet.' } : {}),
    ...(birthDate === 'wrong' ? { geboortedatum: 'Schrijf de datum als 1990-12-31.' } : {}),
    ...('wrong' in consulent ? { consulentmail: consulent.wrong } : {}),
  }
  if (!name || !clientNumber || 'wrong' in consulent || Object.keys(errors).length > 0) return { kind: 'wrong', errors }
  const participant: Participant = {
    name,
    clientNumber,
    ...given('phone', phone),
    ...given('email', email),
    ...given('birthDate', birthDate),
    language: typed.taal === 'en' ? 'en' : 'nl',
    ...(typed.tolk === 'ja' ? { interpreter: true } : {}),
    consulent: { email: consulent.mail, ...given('name', parsePersonName(typed.consulent)?.full) },
  }
  return { kind: 'good', contractId: typed.contract, form: { participant, ...extras(typed) } }
}

const extras = (typed: TypedFields): Omit<ReferralForm, 'participant'> => ({
  ...given('product', typed.product === '' ? undefined : remarkOf(typed.product)),
  ...given('risk', riskOf(typed.risico)),
  ...given('otherLanguage', typed.anderetaal === '' ? undefined : typed.anderetaal),
  ...given('remarks', typed.opmerkingen === '' ? undefined : remarkOf(typed.opmerkingen)),
})
