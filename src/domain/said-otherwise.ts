import type { Participant } from './participant.ts'
import type { ProposedReferral } from './proposed-referral.ts'
import { parseLanguage } from './values/language.ts'

/** What can be said of a participant in a mail and is kept with their journey. */
type Known = Participant & { readonly raisedRisk: boolean }

type Field = keyof typeof fieldWords

const fieldWords = {
  name: 'de naam',
  phone: 'het telefoonnummer',
  email: 'het mailadres van de deelnemer',
  birthDate: 'de geboortedatum',
  language: 'de taal',
  interpreter: 'de vraag om een tolk',
  risk: 'het risico',
  consulent: 'het mailadres van de consulent',
} as const

const sameName = (one: string, other: string): boolean => one.localeCompare(other, 'nl', { sensitivity: 'base' }) === 0

const isOtherwise: Readonly<Record<Field, (said: ProposedReferral, known: Known) => boolean>> = {
  name: ({ name }, known) => name !== undefined && !sameName(name.full, known.name.full),
  phone: ({ phone }, known) => phone !== undefined && phone !== known.phone,
  email: ({ email }, known) => email !== undefined && email !== known.email,
  birthDate: ({ birthDate }, known) => birthDate !== undefined && birthDate !== known.birthDate,
  language: ({ language }, known) => language !== undefined && (parseLanguage(language) ?? language) !== known.language,
  interpreter: ({ interpreter }, known) => interpreter !== undefined && interpreter !== (known.interpreter ?? false),
  risk: ({ risk }, { raisedRisk }) => risk !== undefined && (risk !== 'none') !== raisedRisk,
  consulent: ({ consulent: { email } }, known) => email !== undefined && email !== known.consulent.email,
}

const fields = Object.keys(fieldWords) as Field[] // keys of our own literal

/** In which fields a mail says something else than we know. What it leaves out says nothing. */
export const saidOtherwise = (said: ProposedReferral, known: Known): Field[] =>
  fields.filter((field) => isOtherwise[field](said, known))

const listed = new Intl.ListFormat('nl', { type: 'conjunction' })

/** 'Het telefoonnummer en de taal zijn anders.': the fields, never what stands in them. '' when there are none. */
export function otherwiseInWords(found: readonly Field[]): string {
  if (found.length === 0) return ''
  const names = listed.format(found.map((field) => fieldWords[field]))
  return `${names.slice(0, 1).toUpperCase()}${names.slice(1)} ${found.length === 1 ? 'is' : 'zijn'} anders.`
}
