import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import { languageCode } from '#src/domain/values/language-code.ts'
import type { HandledMail } from './throw-away-inbox.ts'

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null

/** We keep a client number in capitals, to know it again; who compares the output with the mail looks for what stands there. */
const asWritten = (number: string | undefined, source = ''): string | undefined => {
  if (number === undefined) return undefined
  const written = source.replaceAll(/ +/g, ' ')
  const at = written.toUpperCase().indexOf(number)
  return at === -1 ? number : written.slice(at, at + number.length)
}

/** What is printed of one participant: absent values are null. */
const printedParticipant = (proposal: ProposedReferral) => ({
  name: orNull(proposal.name?.full),
  phone_e164: orNull(proposal.phone),
  client_number: orNull(asWritten(proposal.clientNumber, proposal.sources.client_number)),
  email: orNull(proposal.email),
  birth_date: orNull(proposal.birthDate),
  language: orNull(languageCode(proposal.language ?? '')),
  interpreter: orNull(proposal.interpreter),
  municipality: orNull(proposal.municipality),
  product: orNull(proposal.product),
  risk: orNull(proposal.risk),
})

/** A contract that this installation has no file of: the mail itself leaves no question. */
const notAboutTheMail = 'contract_unknown'

/** What is printed of one mail. `file`: as it was given. */
export const printedMail = (file: string, { kind, reading, waitsFor }: HandledMail) => {
  const { proposals, consulent, outcome, bsnRemoved } = reading
  const named = kind === 'referral' || kind === 'correction'
  const needsHuman = waitsFor !== undefined && waitsFor !== notAboutTheMail
  return {
    file,
    kind,
    participants: named ? proposals.map(printedParticipant) : [],
    consulent: { name: orNull(consulent.name), email: orNull(consulent.email) },
    bsn_present: bsnRemoved > 0,
    needs_human: needsHuman,
    why: needsHuman ? waitsFor : outcome.kind === 'aside' ? outcome.why : null,
  }
}
