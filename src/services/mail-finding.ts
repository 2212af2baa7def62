import type { ReferralForm } from '#src/domain/participant.ts'
import type { ProposedReferral } from '#src/domain/proposed-referral.ts'
import type { Reference } from '#src/domain/values/reference.ts'
import type { JourneyVerb } from './command-journey.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys } from './ports/journeys.ts'
import type { MailKind } from './ports/mail-kind.ts'
import type { MailMarks, MailResult, Mails, MailThread } from './ports/mails.ts'
import type { Outgoing } from './ports/outgoing.ts'
import type { SenderSeen } from './ports/sender-seen.ts'
import { isId } from '#src/domain/values/id.ts'

/** What reading a mail found; the inbox makes it, `settleMail` gives it its one outcome. */
export interface MailFinding extends MailMarks {
  readonly kind: MailKind
  readonly contractId?: string
  readonly proposals: readonly ProposedReferral[]
  readonly sender: SenderSeen
  /** The Message-IDs, without brackets, of the mails that it answers, or of those that came back. */
  readonly about: readonly string[]
  /** A reference of ours in its subject. */
  readonly reference?: Reference
  readonly bounce?: 'failed' | 'delayed'
  /** Of what may be about somebody whose journey runs: its subject and what was typed; it is kept nowhere. */
  readonly said?: string
  /** No machine or list sent it, as far as it says. */
  readonly answerable: boolean
  readonly outcome:
    /** `saysMore`: beside the form stands what is not in every referral, in words or in a picture. */
    | { readonly kind: 'referral'; readonly form: ReferralForm; readonly saysMore?: true }
    /** `form`: only what is said beside a complete form holds it up. */
    | { readonly kind: 'waits'; readonly why: string; readonly words: string; readonly form?: ReferralForm }
    /** Nobody needs to look. */
    | { readonly kind: 'aside'; readonly why: string; readonly words: string }
}

export interface MailParts {
  readonly mails: Mails
  readonly journeys: Journeys
  readonly appointments: Appointments
  readonly outgoing: Outgoing
}

export type MailVerb = Omit<JourneyVerb, 'transact'>

/** What becomes of a mail; `tell`: whether the coordinator may be mailed when it waits. */
export interface Settlement {
  readonly result: MailResult
  readonly tell: boolean
}

/** What is kept of every reading, whatever becomes of it. */
export const readingOf = ({
  kind,
  contractId,
  proposals,
  outcome,
  sender,
}: MailFinding): Omit<MailResult, 'outcome'> => ({
  kind,
  sender,
  ...(contractId ? { contractId } : {}),
  ...(proposals.length > 0 ? { proposals } : {}),
  ...(outcome.kind === 'referral' ? { form: outcome.form } : { why: outcome.why, words: outcome.words }),
})

/** In characters: an id of ours stands in front in the Message-IDs that the mailer makes. */
const idLength = 36

/** Ids of ours in these Message-IDs, by the domain that our mails come from. */
function ownIds(about: readonly string[], mail: string): string[] {
  const domain = mail.slice(mail.lastIndexOf('@')).toLowerCase()
  return about
    .filter((id) => id.toLowerCase().endsWith(domain))
    .map((id) => id.slice(0, idLength).toLowerCase())
    .filter(isId)
}

export const threadOf = (
  { about, reference, conversation, contractId }: MailFinding,
  { knowledge }: MailVerb,
): MailThread => ({
  about,
  ours: ownIds(about, knowledge.installation.provider.mail),
  ...(reference ? { reference } : {}),
  ...(conversation && contractId && about.length === 0 && !reference
    ? { conversation: { name: conversation, contractId } }
    : {}),
})
