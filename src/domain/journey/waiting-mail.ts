import { Temporal } from 'temporal-polyfill'
import { deadlineWithin } from '../values/term.ts'
import { invitationDeadline, isBefore, nextSending } from './moments.ts'
import type { Rules } from './rules.ts'
import { intakeDeadline } from './terms.ts'

/** By when whom a mail refers must be invited: the contract's own term, or what follows from that of the intake and the lead before it. */
const inviteBy = (receivedAt: Temporal.Instant, rules: Rules): Temporal.Instant => {
  const { terms, office_hours } = rules.contract
  return terms.invite_by
    ? deadlineWithin(terms.invite_by.within, receivedAt, 'aanmelding', rules.calendar, office_hours).due
    : invitationDeadline(intakeDeadline(receivedAt, rules).due, rules).at
}

/**
 * When the coordinator is told again of a mail that still waits: its terms run from its arrival, so at half of the time in which somebody
 * must be invited; of one that was found later, when that time is over. Absent: it is over.
 */
export function remindOfMail(
  receivedAt: Temporal.Instant,
  now: Temporal.Instant,
  rules: Rules,
): Temporal.Instant | undefined {
  const end = inviteBy(receivedAt, rules)
  const half = Temporal.Instant.fromEpochMilliseconds(
    Math.floor((receivedAt.epochMilliseconds + end.epochMilliseconds) / 2),
  )
  return [nextSending(half, rules), end].find((moment) => isBefore(now, moment))
}
