import type { ReportedReason } from './absence-reason.ts'
import { describeBasis, type AbsenceReasonRule, type Basis, type Contract } from './contract.ts'

/**
 * What a contract says of a reason. There is no 'refused': `person` is weighed by a person, and so is `not_listed`, which only adds
 * that the contract's list is closed.
 */
export interface AbsenceVerdict {
  readonly verdict: 'valid' | 'awaiting_proof' | 'person' | 'not_listed'
  /** Whether the participant shows proof. */
  readonly proof: boolean
  readonly basis: Basis
  /** In Dutch, for staff and consulent. Never names the reason: that may be about health. */
  readonly words: string
}

/** What is known of the afmelding besides its reason. */
export interface AbsenceCircumstances {
  /** Whether it came on the day of the appointment; left out when that is not known. */
  readonly onTheDay?: boolean
}

function unlisted({ absence }: Contract): AbsenceVerdict {
  const { basis } = absence
  const source = describeBasis(basis)
  const words = absence.open_list
    ? `Een mens beslist: de reden staat niet op een lijst (${source}).`
    : `Een mens beslist: de reden staat niet op de gesloten lijst (${source}).`
  return { verdict: absence.open_list ? 'person' : 'not_listed', proof: false, basis, words }
}

/** What the contract says of a reason that it lists. */
export const ruleFor = ({ absence }: Contract, reason: ReportedReason): AbsenceReasonRule | undefined =>
  reason === 'not_given' ? undefined : absence.reasons[reason]

const notGiven = ({ absence: { basis } }: Contract): AbsenceVerdict => ({
  verdict: 'person',
  proof: false,
  basis,
  words: `Een mens beslist: er is geen reden gegeven (${describeBasis(basis)}).`,
})

function forPerson(rule: AbsenceReasonRule, why: string): AbsenceVerdict {
  const { proof, basis } = rule
  const brings = proof ? ' De deelnemer neemt bewijs mee.' : ''
  return { verdict: 'person', proof, basis, words: `Een mens beslist: ${why} (${describeBasis(basis)}).${brings}` }
}

function listed(rule: AbsenceReasonRule): AbsenceVerdict {
  const { proof, basis } = rule
  if (!proof) return { verdict: 'valid', proof, basis, words: `Geldig volgens ${describeBasis(basis)}.` }
  const words = `Geldig volgens ${describeBasis(basis)} zodra het bewijs is gezien.`
  return { verdict: 'awaiting_proof', proof, basis, words }
}

/** Total and never a refusal: what the contract does not settle goes to a person (promise 5). */
export function judgeAbsence(
  contract: Contract,
  reason: ReportedReason,
  circumstances: AbsenceCircumstances = {},
): AbsenceVerdict {
  if (reason === 'not_given') return notGiven(contract)
  const rule = ruleFor(contract, reason)
  if (!rule) return unlisted(contract)
  if (rule.needs_consent) return forPerson(rule, `de ${contract.words.consulent} moet toestemming geven`)
  if (rule.on_the_day && circumstances.onTheDay === false)
    return forPerson(rule, 'de reden geldt op de dag zelf, en de afspraak is later')
  return listed(rule)
}
