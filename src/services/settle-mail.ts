import { system } from '#src/domain/actor.ts'
import { remindOfMail } from '#src/domain/journey/waiting-mail.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '#src/domain/values/id.ts'
import { acceptReferral } from './accept-referral.ts'
import { attachMail, repeatedReferral, uploadBeside } from './attach-mail.ts'
import { lookAgain } from './look-again.ts'
import {
  readingOf,
  threadOf,
  type MailFinding,
  type MailParts,
  type MailVerb,
  type Settlement,
} from './mail-finding.ts'
import { sendReceipt } from './mail-receipt.ts'
import { mailWaiting } from './mail-waiting.ts'
import type { ClaimedMail, EarlierMail, MailResult } from './ports/mails.ts'
import type { Outgoing } from './ports/outgoing.ts'
import type { Transact } from './ports/transact.ts'
import { takeBounce } from './take-bounce.ts'
import { asUploaded } from './uploaded-mail.ts'

export type { MailFinding } from './mail-finding.ts'

export interface SettleMailVerb extends MailVerb {
  readonly transact: Transact<MailParts>
}

const outsideWords = 'Het mailadres van de consulent hoort niet bij dit contract. Vraag het juiste adres.'
const noContractWords = 'Bij deze mail hoort geen contract dat wij kennen.'
const sameIdWords =
  'Een eerdere mail had hetzelfde kenmerk (Message-ID) maar een andere inhoud. Kijk of dit een correctie is van de eerdere aanmelding.'
const calledBackWords = 'Kort na deze aanmelding kwam een mail die haar lijkt in te trekken of te wijzigen.'
const againWords =
  'Deze mail kwam al eerder binnen, en een medewerker handelde hem toen af zonder traject. Kijk of hij nu wel verwerkt moet worden.'

/**
 * A mail that was sent twice. The same words about a participant under another Message-ID are one too; other mails may well say the same
 * twice, as those that announce a message elsewhere, and each of them counts.
 */
const repeated = ({ earlier, twin }: ClaimedMail, finding: MailFinding): Id<'mail'> | undefined =>
  [earlier?.alike ? earlier : undefined, refersOnly(finding) ? twin : undefined].find(
    (first) => first && standsFor(first, finding),
  )?.id

/** A form that is sent again below another subject ('Intrekken', 'Vraag over') is no repeat: there the subject is what it says. */
const refersOnly = ({ kind, proposals, outcome }: MailFinding): boolean =>
  kind === 'referral' && proposals.length > 0 && !(outcome.kind === 'waits' && outcome.why === 'perhaps_no_referral')

/**
 * Whether nothing is lost when the earlier mail stands for this one. Not when this one can be believed and that one could not: who copies
 * a referral and sends it first must not keep the true one out. Nor when somebody else sends a copy whom nobody can believe: that the
 * words are known out there is news.
 */
const standsFor = (first: EarlierMail, finding: MailFinding): boolean => {
  if (finding.sender.verdict !== 'verified') return first.sameSender
  if (first.outcome === 'journey' || first.outcome === 'accepted_by_person') return true
  return first.verdict === 'verified' && (finding.outcome.kind !== 'referral' || waitsAlike(first))
}

/** Why this one would wait too, though its form is complete; what else the first waits for lies in its subject, its sender or its files. */
const waitsAlike = ({ outcome, why = '' }: EarlierMail): boolean => outcome === 'waiting' && anyOfIts.has(why)

const anyOfIts: ReadonlySet<string> = new Set([
  'already_open',
  'contract_unknown',
  'same_message_id',
  'sent_again',
  'reopened',
])

/** What is said beside a form keeps it from beginning a journey; one that runs hears of it as it hears of every second form. */
async function heldUp(parts: MailParts, mail: ClaimedMail, finding: MailFinding, verb: MailVerb): Promise<MailResult> {
  const { outcome, contractId = '' } = finding
  const form = outcome.kind === 'waits' ? outcome.form : undefined
  const { clientNumber, phone } = form?.participant ?? {}
  const found = clientNumber && (await parts.journeys.findPerson(contractId, clientNumber, phone))
  return form && found?.open
    ? repeatedReferral(parts, mail.id, { finding, form, journeyId: found.open }, verb)
    : { ...readingOf(finding), outcome: 'waiting' }
}

async function acceptedOf(
  parts: MailParts,
  mail: ClaimedMail,
  finding: MailFinding,
  verb: MailVerb,
): Promise<MailResult> {
  const { outcome, contractId = '' } = finding
  const read = readingOf(finding)
  if (outcome.kind !== 'referral') return heldUp(parts, mail, finding, verb)
  const { form } = outcome
  const { receivedAt, reference } = mail
  if (await parts.mails.calledBackBy(mail.id, finding.stem))
    return { ...read, outcome: 'waiting', why: 'perhaps_no_referral', words: calledBackWords }
  const acceptance = await acceptReferral(parts, { form, contractId, receivedAt, reference }, system, verb)
  switch (acceptance.kind) {
    case 'accepted': {
      const { kind, sender } = finding
      return { kind, sender, contractId, outcome: 'journey', journeyId: acceptance.journeyId }
    }
    case 'consulent_outside':
      return { ...read, outcome: 'waiting', why: 'consulent_outside_domain', words: outsideWords }
    case 'already':
      return repeatedReferral(parts, mail.id, { finding, form, journeyId: acceptance.journeyId }, verb)
    case 'no_contract':
      return { ...read, outcome: 'waiting', why: 'contract_unknown', words: noContractWords }
  }
}

async function resultOf(
  parts: MailParts,
  mail: ClaimedMail,
  finding: MailFinding,
  verb: MailVerb,
): Promise<Settlement> {
  const told = (result: MailResult): Settlement => ({ result, tell: true })
  const read = readingOf(finding)
  const first = repeated(mail, finding)
  if (first) return told({ ...read, kind: 'duplicate', outcome: 'duplicate', earlier: first })
  if (finding.outcome.kind === 'aside') return told({ ...read, outcome: 'aside' })
  if (mail.earlier && !mail.earlier.alike)
    return told({ ...read, outcome: 'waiting', why: 'same_message_id', words: sameIdWords })
  if (mail.earlier?.outcome === 'rejected_by_person')
    return told({ ...read, outcome: 'waiting', why: 'sent_again', words: againWords })
  if (finding.bounce) return takeBounce(parts, finding, verb)
  return told((await attachMail(parts, mail.id, finding, verb)) ?? (await acceptedOf(parts, mail, finding, verb)))
}

async function uploadedResult(
  parts: MailParts,
  mail: ClaimedMail & Required<Pick<ClaimedMail, 'upload'>>,
  own: MailFinding,
  verb: MailVerb,
): Promise<MailResult> {
  const finding: MailFinding = { ...own, ...asUploaded(own, mail.upload) }
  const result = { ...readingOf(finding), outcome: 'waiting' } as const
  return uploadBeside(parts, mail.id, { finding, result }, verb)
}

/**
 * Nothing that stands in a mail which a person put in proves who sent it: it does nothing but wait. Only a report that a mail of ours came
 * back is taken as one that came by itself, which proves no more.
 */
const uploadedSettlement = async (
  parts: MailParts,
  mail: ClaimedMail & Required<Pick<ClaimedMail, 'upload'>>,
  finding: MailFinding,
  verb: MailVerb,
): Promise<Settlement> =>
  finding.bounce && mail.upload.contractId === undefined
    ? takeBounce(parts, finding, verb)
    : { result: await uploadedResult(parts, mail, finding, verb), tell: true }

/** Tells the coordinator again when a mail waits for long: its terms run, if we know under which contract. */
export async function remindLater(
  outgoing: Outgoing,
  mail: {
    readonly id: Id<'mail'>
    readonly reference: string
    readonly receivedAt: Temporal.Instant
    readonly contractId?: string | undefined
  },
  verb: MailVerb,
): Promise<void> {
  const rules = verb.knowledge.contracts.current(mail.contractId ?? '')?.rules
  const now = verb.clock.now()
  const again = rules && remindOfMail(mail.receivedAt, now, rules)
  if (again) await outgoing.addAbout(mail.id, mailWaiting(mail, verb, again), now)
}

async function tellWaiting(
  { outgoing, mails }: MailParts,
  mail: ClaimedMail,
  finding: MailFinding,
  { result, tell }: Settlement,
  verb: MailVerb,
): Promise<void> {
  if (result.outcome !== 'waiting') return
  if (tell) await outgoing.addAbout(mail.id, mailWaiting(mail, verb), verb.clock.now())
  if (!finding.bounce) await remindLater(outgoing, { ...mail, contractId: result.contractId }, verb)
  if (finding.kind === 'correction') await mails.withdraw(mail.id, threadOf(finding, verb), finding)
}

/**
 * Gives a mail its one outcome, and everything that follows from it, in one transaction (promise 1). A mail that has an outcome already
 * is left alone, so that handling it twice does nothing the second time.
 */
export const settleMail = (verb: SettleMailVerb, id: Id<'mail'>, finding: MailFinding): Promise<void> =>
  lookAgain(() =>
    verb.transact(async (parts) => {
      const mail = await parts.mails.claim(id, finding, verb.clock.now())
      if (!mail) return
      const settlement: Settlement = mail.upload
        ? await uploadedSettlement(parts, { ...mail, upload: mail.upload }, finding, verb)
        : await resultOf(parts, mail, finding, verb)
      await parts.mails.settle(id, settlement.result, verb.clock.now(), finding)
      await tellWaiting(parts, mail, finding, settlement, verb)
      if (!mail.upload) await sendReceipt(parts, mail, { finding, result: settlement.result }, verb)
    }),
  )
