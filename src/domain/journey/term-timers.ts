import { Temporal } from 'temporal-polyfill'
import { stageOf } from './attendance.ts'
import { messageFor, messageKey, type Journey } from './journey.ts'
import type { MessagePurpose } from './message-purpose.ts'
import { anOfficeHourBefore, isBefore, latest, unknownNoticeMoment, workdaysAfter, workdaysBefore } from './moments.ts'
import { earlier } from '../values/local-time.ts'
import type { Rules } from './rules.ts'
import { warnsOf, type Task } from './task.ts'
import { isLead, openTerms, type JourneyTerm } from './terms.ts'
import { timer, timerKey, type Timer, type TimerKind } from './timer.ts'

/** What the system does of itself gets this long to leave before anybody is warned that it did not. */
const timeToLeave = Temporal.Duration.from({ minutes: 15 })

/** When a person hears that a term is in danger: ahead of it, but not before the appointment or the mail that would meet it had its time. */
function dangerMoment(journey: Journey, term: JourneyTerm, rules: Rules): Temporal.Instant {
  const { due, breach } = term.deadline
  if (isLead(term)) return workdaysBefore(due, 1, rules)
  if (term.actsAt) {
    return latest(anOfficeHourBefore(due, rules), term.actsAt.add(timeToLeave))
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

/** The wake-ups and the messages of a lead; of several for one appointment the last counts. */
const leadOf = ({ name, attendance }: JourneyTerm, journey: Journey) =>
  attendance && (name === 'invitation_lead' || name === 'reminder_lead')
    ? leadMessages[name].map(([sends, purpose]) => ({
        sends: timerKey(sends, attendance.id),
        message: messageFor(journey, purpose, attendance.id)?.key ?? messageKey(purpose, attendance.id),
      }))
    : []

/** Whether a message watches this term: by the timer that sends it, or the one at which its evidence is missed or presumed. */
const isWatchedByMessage = (term: JourneyTerm, journey: Journey, timers: ReadonlySet<string>): boolean =>
  leadOf(term, journey).some(({ sends, message }) =>
    [sends, timerKey('expire', message), timerKey('presume', message)].some((key) => timers.has(key)),
  )

/** The tasks in which a person is or was asked about this term: its warnings, and what came of the messages of a lead. */
function asksAbout(term: JourneyTerm, journey: Journey): readonly Task[] {
  const calls = leadOf(term, journey).flatMap(({ message }) => [
    `call_participant.${message}`,
    `not_delivered.${message}`,
  ])
  return journey.tasks.filter((task) => warnsOf(task, term.key) || calls.includes(task.key))
}

/** A person has it, or had it when the term passed: then they know that it was missed. */
const isWithPerson = (term: JourneyTerm, { closedAt }: Task): boolean =>
  !closedAt || !isBefore(closedAt, term.deadline.breach)

/** Ticked off and still not met: a person is asked again after a workday, and in any case when the term passes. */
function warningMoment(journey: Journey, term: JourneyTerm, asked: readonly Task[], rules: Rules): Temporal.Instant {
  const danger = dangerMoment(journey, term, rules)
  const closed = asked.flatMap(({ closedAt }) => (closedAt ? [closedAt] : [])).toSorted(Temporal.Instant.compare)
  const last = closed.at(-1)
  return last ? latest(danger, earlier(workdaysAfter(last, 1, rules), term.deadline.breach)) : danger
}

/** The warnings of open terms that nothing among the other timers and the open tasks watches. */
export function termTimers(journey: Journey, rules: Rules, others: readonly Timer[]): Timer[] {
  const timers = new Set(others.map(({ key }) => key))
  return openTerms(journey, rules).flatMap((term) => {
    const asked = asksAbout(term, journey)
    if (asked.some((task) => isWithPerson(term, task)) || isWatchedByMessage(term, journey, timers)) return []
    return [timer('term', term.key, warningMoment(journey, term, asked, rules))]
  })
}
