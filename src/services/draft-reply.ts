import type { FormField } from '#src/domain/contract/contract.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'

/** What a person would ask the consulent about one participant. */
export interface Questions {
  /** Not in the mail, and needed. */
  readonly missing: readonly FormField[]
  /** In the mail, and not certain. */
  readonly doubtful: readonly FormField[]
}

/** What is missing or in doubt in what was read. Without a reading everything that is needed is missing. */
export function questionsAbout(proposal: ProposedReferral | undefined): Questions {
  const needed: readonly (readonly [FormField, unknown])[] = [
    ['name', proposal?.name],
    ['client_number', proposal?.clientNumber],
    ['phone', proposal?.phone],
  ]
  const doubtful = Object.keys(proposal?.doubtful ?? {}) as FormField[] // its own keys
  const missing = needed.filter(([field, value]) => value === undefined && !doubtful.includes(field))
  return { missing: missing.map(([field]) => field), doubtful }
}

export interface ReplyContext {
  /** Ours: by it the answer is found again. */
  readonly reference: string
  readonly provider: { readonly name: string; readonly phone: string }
  /** Which participant it is about, counted from 1, when the mail names several. */
  readonly position?: number
}

/**
 * A reply to the consulent that asks for exactly what is missing or in doubt; undefined when there is nothing to ask. For a person to
 * copy. It repeats nothing of the mail, because it may go by ordinary mail.
 */
export function draftReply(
  { missing, doubtful }: Questions,
  { reference, provider, position }: ReplyContext,
): { readonly subject: string; readonly text: string } | undefined {
  if (missing.length + doubtful.length === 0) return undefined
  const about = position === undefined ? 'de deelnemer' : `deelnemer ${String(position)} in uw mail`
  const lines = [
    'Goedendag,',
    '',
    `Dank voor uw aanmelding. Wij kunnen ${about} nog niet uitnodigen.`,
    ...asked('Wij missen nog:', missing),
    ...asked('Dit is voor ons niet duidelijk. Wilt u het nakijken?', doubtful),
    '',
    'Wilt u dit sturen via de beveiligde mail, als antwoord op deze mail? Stuur geen BSN.',
    '',
    'Met vriendelijke groet,',
    provider.name,
    provider.phone,
  ]
  return { subject: `Vraag over uw aanmelding, ons kenmerk ${reference}`, text: lines.join('\n') }
}

const asked = (heading: string, fields: readonly FormField[]): string[] =>
  fields.length === 0 ? [] : ['', heading, ...new Set(fields.map((field) => `- ${askedWords[field]}`))]

const askedWords: Readonly<Record<FormField, string>> = {
  name: 'de volledige naam van de deelnemer',
  family_name: 'de volledige naam van de deelnemer',
  given_name: 'de volledige naam van de deelnemer',
  initials: 'de volledige naam van de deelnemer',
  name_prefix: 'de volledige naam van de deelnemer',
  phone: 'het mobiele nummer van de deelnemer zelf',
  email: 'het mailadres van de deelnemer',
  client_number: 'het klantnummer bij de gemeente (niet het BSN)',
  birth_date: 'de geboortedatum, met dag, maand en jaar',
  language: 'de taal waarin wij de deelnemer kunnen schrijven',
  interpreter: 'of er een tolk nodig is',
  product: 'om welk product of traject het gaat',
  risk: 'of er een risico op uitval is',
  municipality: 'voor welke gemeente de aanmelding is',
  consulent_name: 'de naam van de consulent',
  consulent_email: 'het mailadres van de consulent bij de gemeente',
  remarks: 'wat u in de opmerkingen bedoelt',
}
