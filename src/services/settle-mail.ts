import { system } from '#src/domain/actor.ts'
import type { ReferralForm } from '#src/domain/participant.ts'
import type { Id } from '#src/domain/values/id.ts'
import { acceptReferral } from './accept-referral.ts'
import type { JourneyVerb } from './command-journey.ts'
import { lookAgain } from './look-again.ts'
import { mailWaiting } from './mail-waiting.ts'
import type { Appointments } from './ports/appointments.ts'
import type { Journeys } from './ports/journeys.ts'
import type { ClaimedMail, MailResult, Mails } from './ports/mails.ts'
import type { Outgoing } from './ports/outgoing.ts'
import type { Transact } from './ports/transact.ts'

/** What reading a mail found; the inbox makes it, this verb gives it its one outcome. */
export interface MailFinding {
  readonly messageId?: string
  readonly contractId?: string
  readonly outcome:
    | { readonly kind: 'referral'; readonly form: ReferralForm }
    | { readonly kind: 'waits'; readonly why: string; readonly words: string; readonly form?: ReferralForm }
}

interface MailParts {
  readonly mails: Mails
  readonly journeys: Journeys
  readonly appointments: Appointments
  readonly outgoing: Outgoing
}

export interface SettleMailVerb extends Omit<JourneyVerb, 'transact'> {
  readonly transact: Transact<MailParts>
}

const alreadyWords =
  'Deze persoon heeft onder dit contract al een lopend traject. Kijk of dit een wijziging is of een nieuwe aanmelding.'
const outsideWords = 'Het mailadres van de consulent hoort niet bij dit contract. Vraag het juiste adres.'
const sameIdWords =
  'Een eerdere mail had hetzelfde kenmerk (Message-ID) maar een andere inhoud. Kijk of dit een correctie is van de eerdere aanmelding.'

async function resultOf(
  parts: MailParts,
  mail: ClaimedMail,
  finding: MailFinding,
  verb: SettleMailVerb,
): Promise<MailResult> {
  const { outcome, contractId } = finding
  const known = contractId ? { contractId } : {}
  if (outcome.kind === 'waits')
    return {
      ...known,
      outcome: 'waiting',
      why: outcome.why,
      words: outcome.words,
      ...(outcome.form ? { form: outcome.form } : {}),
    }
  if (mail.earlier)
    return { ...known, outcome: 'waiting', why: 'same_message_id', words: sameIdWords, form: outcome.form }
  const referral = {
    form: outcome.form,
    contractId: contractId ?? '',
    receivedAt: mail.receivedAt,
    reference: mail.reference,
  }
  const acceptance = await acceptReferral(parts, referral, system, verb)
  if (acceptance.kind === 'accepted') return { ...known, outcome: 'journey', journeyId: acceptance.journeyId }
  if (acceptance.kind === 'consulent_outside')
    return { ...known, outcome: 'waiting', why: 'consulent_outside_domain', words: outsideWords, form: outcome.form }
  if (acceptance.kind === 'already')
    return { ...known, outcome: 'waiting', why: 'already_open', words: alreadyWords, form: outcome.form }
  return {
    outcome: 'waiting',
    why: 'no_contract',
    words: 'Bij deze mail hoort geen contract dat wij kennen.',
    form: outcome.form,
  }
}

/**
 * Gives a mail its one outcome, and everything that follows from it, in one transaction (promise 1). A mail that has an outcome already
 * is left alone, so that handling it twice does nothing the second time.
 */
export const settleMail = (verb: SettleMailVerb, id: Id<'mail'>, finding: MailFinding): Promise<void> =>
  lookAgain(() =>
    verb.transact(async (parts) => {
      const mail = await parts.mails.claim(id, finding.messageId)
      if (!mail) return
      const result = await resultOf(parts, mail, finding, verb)
      const now = verb.clock.now()
      await parts.mails.settle(id, result, now)
      if (result.outcome === 'waiting') await parts.outgoing.addAbout(id, mailWaiting(mail, verb), now)
    }),
  )
