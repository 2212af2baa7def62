import { Temporal } from 'temporal-polyfill'
import { stageOf } from './attendance.ts'
import { hasTask, messageKey, type Journey } from './journey.ts'
import type { MessagePurpose } from './message-purpose.ts'
import { isBefore, latest, unknownNoticeMoment, workdaysBefore } from './moments.ts'
import { subtractOfficeHours } from '../values/office-hours.ts'
import type { Rules } from './rules.ts'
import { isLead, openTerms, type JourneyTerm } from './terms.ts'
import { timer, timerKey, type Timer, type TimerKind } from './timer.ts'

/** What the system does of itself gets this long to leave before anybody is warned that it did not. */
const timeToLeave = Temporal.Duration.from({ minutes: 15 })

/** When a person hears that a term is in danger: ahead of it, but not before the appointment or the mail that would meet it had its time. */
function dangerMoment(journey: Journey, term: JourneyTerm, rules: Rules): Temporal.Instant {
  const { due, breach } = term.deadline
  if (isLead(term)) return workdaysBefore(due, 1, rules)
  if (term.actsAt) {
    const warning = subtractOfficeHours(rules.calendar, rules.contract.office_hours, due, 1)
    return latest(warning, term.actsAt.add(timeToLeave))
  }
  const warning = latest(workdaysBefore(due, 2, rules), journey.receivedAt)
  const planned = journey.attendances.findLast((attendance) => stageOf(attendance) === 'planned')
  const willBeMet = term.name === 'intake_by' && planned && !isBefore(breach, planned.startsAt)
  return willBeMet ? latest(warning, unknownNoticeMoment(planned, rules)) : warning
}

/** The messages that meet a lead, and the wake-ups that send them. The invitation may be the reminder too. */
const leadMessages: Record<'invitation_lead' | 'reminder_lead', readonly (readonly [TimerKind, MessagePurpose])[]> = {
  invitation_lead: [['invite', 'invitation']],
  reminder_lead: [
    ['invite', 'invitation'],
    ['remind', 'reminder'],
  ],
}

/** Whether a message watches this term: by the timer that sends it, the one at which its evidence is missed, or the task after that. */
function isWatchedByMessage(term: JourneyTerm, journey: Journey, timers: ReadonlySet<string>): boolean {
  const { attendance, name } = term
  if (!attendance || (name !== 'invitation_lead' && name !== 'reminder_lead')) return false
  return leadMessages[name].some(([sends, purpose]) => {
    const key = messageKey(purpose, attendance.id)
    return (
      [timerKey(sends, attendance.id), timerKey('expire', key), timerKey('presume', key)].some((one) =>
        timers.has(one),
      ) ||
      hasTask(journey, `call_participant.${key}`) ||
      hasTask(journey, `not_delivered.${key}`)
    )
  })
}

/** The warnings of open terms that nothing among the other timers and the tasks watches. */
export function termTimers(journey: Journey, rules: Rules, others: readonly Timer[]): Timer[] {
  const timers = new Set(others.map(({ key }) => key))
  return openTerms(journey, rules)
    .filter((term) => !hasTask(journey, `term_in_danger.${term.key}`) && !isWatchedByMessage(term, journey, timers))
    .map((term) => timer('term', term.key, dangerMoment(journey, term, rules)))
}
