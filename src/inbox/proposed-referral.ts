import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { parseEmailAddress, type EmailAddress } from '#src/domain/values/email-address.ts'
import { parsePersonName } from '#src/domain/values/person-name.ts'
import { readTexts } from './extraction/field-reading.ts'
import { doubtsIn, likely, type Proposal } from './extraction/proposal.ts'
import { isSignatureStart } from './extraction/signature.ts'
import type { PlainMail } from './parse-mail.ts'

type Writer = ProposedReferral['consulent']

/** A proposal as it is kept for the person who checks it. `writer`: who sent the mail; `municipality`: whose contract it belongs to. */
export const proposedReferral = (
  proposal: Proposal,
  { writer, municipality }: { readonly writer: Writer; readonly municipality: string | undefined },
): ProposedReferral => {
  const { product, remarks } = proposal
  const written = proposal.municipality === undefined ? undefined : withoutRole(proposal.municipality)
  return {
    ...defined({
      name: likely(proposal.name),
      clientNumber: likely(proposal.clientNumber),
      phone: likely(proposal.phone),
      email: likely(proposal.email),
      birthDate: likely(proposal.birthDate),
      language: likely(proposal.language),
      interpreter: likely(proposal.interpreter),
      risk: likely(proposal.risk),
      municipality: written ?? municipality,
      product,
      remarks,
    }),
    consulent: consulentOf(proposal, writer),
    sources: sourcesOf(proposal),
    doubts: doubtsIn(proposal),
    doubtful: doubtfulIn(proposal),
    likely: likelyIn(proposal),
  }
}

/** 'Gemeente Voorbeeldstad' is written as 'Voorbeeldstad'. */
const withoutRole = (municipality: string): string => municipality.replace(/^\s*(?:de )?gemeente\s+(?=\S)/i, '').trim()

const consulentOf = ({ consulentNames, consulentEmail }: Proposal, writer: Writer): Writer => {
  const [name, ...others] = consulentNames
  const labelled = name !== undefined && others.length === 0 ? cleanName(name) : undefined
  const email = likely(consulentEmail)
  const isWriter = email === undefined || email === writer.email
  return defined({ name: labelled ?? (isWriter ? writer.name : undefined), email: email ?? writer.email })
}

/** 'P. Jansen (06-12345678)' and 'P. Jansen, werkcoach'; 'Jansen, Petra' is one name. */
const cleanName = (text: string): string | undefined => {
  const name = text.replace(/\s*[(;/].*$/s, '').replace(/[\s,]+\S*@\S*$/, '')
  return parsePersonName(familyNameFirst.test(name) && !role.test(name) ? name : name.replace(/\s*,.*$/s, ''))?.full
}

const familyNameFirst = /^(?:\p{Ll}[\p{L}'’]*\s+){0,3}\p{Lu}[\p{L}'’-]*,\s*\p{Lu}[^,]*$/u
const role = /consulent|coach|manager|regisseur|medewerker|adviseur|coördinator|team|afdeling|gemeente/i

const sourcesOf = ({ written }: Proposal): ProposedReferral['sources'] =>
  Object.fromEntries(
    [...written].map(([field, values]) => [field, readTexts(values).join(' | ').slice(0, longestSource)]),
  )

/** What is in doubt, by field. */
const doubtfulIn = (proposal: Proposal): NonNullable<ProposedReferral['doubtful']> => {
  const { name, clientNumber, phone, email, birthDate, language, interpreter, risk, consulentEmail } = proposal
  const fields = {
    name,
    client_number: clientNumber,
    phone,
    email,
    birth_date: birthDate,
    language,
    interpreter,
    risk,
    consulent_email: consulentEmail,
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, reading]) => (reading.kind === 'doubtful' ? [[field, reading.words]] : [])),
  )
}

/** By field, what none of its labels makes certain. */
const likelyIn = (proposal: Proposal): NonNullable<ProposedReferral['likely']> => {
  const doubtful = doubtfulIn(proposal)
  return Object.fromEntries(
    [...proposal.written].flatMap(([field, values]) => {
      const by = values.every(({ likelyBy }) => likelyBy !== undefined) ? values[0]?.likelyBy : undefined
      return by === undefined || doubtful[field] !== undefined ? [] : [[field, by]]
    }),
  )
}

/** In characters. */
const longestSource = 500

type Defined<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> }

const defined = <Shape extends object>(shape: Shape): Defined<Shape> =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Defined<Shape> // only keys without a value went

/** Who wrote the mail: the name under it, or before the address; none of a mailbox that several people use. */
export const writerOf = (mail: PlainMail): Writer => {
  const email: EmailAddress | undefined = mail.from === undefined ? undefined : parseEmailAddress(mail.from)
  const name = signedName(mail.text) ?? signedName(mail.htmlText) ?? displayName(mail.fromName)
  return defined({ name, email })
}

/** The first line behind the greeting, when it is a name. */
const signedName = (text: string): string | undefined => {
  const lines = text.split('\n').map((line) => line.trim())
  const at = lines.findIndex(isSignatureStart)
  const next = at === -1 ? undefined : lines.slice(at + 1).find((line) => line !== '')
  return next === undefined ? undefined : nameOnly(next.replace(/\s*[|,(].*$/s, ''))
}

const displayName = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : nameOnly(name.replace(/\s*[(|/].*$/s, '').replace(/\s+(?:via|namens)\s.*$/i, ''))

/** Two to six words as names have them, and none that a department has. */
const nameOnly = (text: string): string | undefined => {
  const words = text.split(/[\s,]+/)
  if (words.length < 2 || words.length > 6 || ofDepartment.test(text) || /[@\d]/.test(text)) return undefined
  return /^\p{Lu}/u.test(words[0] ?? '') ? parsePersonName(text)?.full : undefined
}

const ofDepartment =
  /\b(?:team|gemeente|afdeling|info|werk|inkomen|participatie|aanmelding(?:en)?|loket|backoffice|administratie|no-?reply|secretariaat|werkplein|sociale? (?:dienst|zaken|domein)|dienst|regio|consulent|klantmanager|postbus|mailbox|stadsdeel|[irs]sd)\b/i
