import type { ReferralForm } from '#src/domain/participant.ts'
import type { MailKind } from './ports/mail-kind.ts'
import type { ClaimedMail } from './ports/mails.ts'

interface Waits {
  readonly kind: 'waits'
  readonly why: string
  readonly words: string
}

/** What of a reading depends on how the mail came in. */
interface Finding {
  readonly kind: MailKind
  readonly contractId?: string
  readonly outcome:
    | Waits
    | { readonly kind: 'referral'; readonly form: ReferralForm }
    | (Omit<Waits, 'kind'> & { readonly kind: 'aside' })
}

/**
 * What becomes of the reading of a mail that a person put in. Our receiving server did not see it, so nothing in it proves who sent it,
 * whatever its headers say: it always waits for a person, under the contract of the mail that announced it.
 */
export function asUploaded(
  { kind, outcome, contractId: own }: Finding,
  { contractId: announced }: NonNullable<ClaimedMail['upload']>,
): { readonly contractId?: string; readonly outcome: Waits } {
  const contractId = announced ?? own
  const isElsewhere = announced !== undefined && own !== undefined && own !== announced
  const waits = waitingOutcome({ kind, outcome }, contractId !== undefined)
  return {
    ...(contractId === undefined ? {} : { contractId }),
    outcome: isElsewhere ? { ...waits, words: `${waits.words} ${elsewhereWords}` } : waits,
  }
}

/** What our server could not say of the sender is no news; what is wrong with the mail itself is. */
function waitingOutcome({ kind, outcome }: Finding, hasContract: boolean): Waits {
  if (outcome.kind === 'referral') return uploaded
  if (outcome.kind === 'aside' || kind === 'suspicious') return { ...outcome, kind: 'waits' }
  const isNoNews = outcome.why === 'sender_not_verified' || (outcome.why === 'no_contract' && hasContract)
  return isNoNews ? uploaded : outcome
}

const uploaded: Waits = {
  kind: 'waits',
  why: 'uploaded',
  words:
    'Een medewerker heeft deze mail toegevoegd. Onze mailserver heeft hem niet gezien, dus de afzender is niet gecontroleerd. Kijk alles na voordat u de aanmelding aanneemt.',
}
const elsewhereWords =
  'Let op: het mailadres van de afzender hoort bij een ander contract. Kijk of dit het goede bericht is.'
