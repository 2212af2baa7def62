import { Temporal } from 'temporal-polyfill'
import { after, earlier, instantAt, later, localTimeOf } from '../values/local-time.ts'
import type { Deadline, Moment } from '../values/moment.ts'
import { subtractOfficeHours } from '../values/office-hours.ts'
import { lastSendingMomentBefore, nextSendingMoment } from '../values/sending-hours.ts'
import { deadlineWithin, momentBefore } from '../values/term.ts'
import { timeOfDay } from '../values/time-of-day.ts'
import { stepWorkdays } from '../values/workday-calendar.ts'
import type { Attendance, Mark } from './attendance.ts'
import type { TermLength } from '../contract/contract.ts'
import type { Journey } from './journey.ts'
import { remembered } from './remembered.ts'
import type { Rules } from './rules.ts'

/** In milliseconds. */
const minute = 60_000

/** Office hours kept free before a term ends, so that a mail that bounces can still be repaired by hand. House rule. */
export const noticeMargin = 2

/** The coach is asked who came this long after the planned end; the coordinator the next workday at ten. House rule (design). */
export const askCoachAfter = 30 * minute
export const askCoordinatorAt = '10:00'

/** What a coach has to fill in who came before the consulent hears that it is not known: a mail that crosses the mark helps nobody. */
const timeToMark = 30 * minute

/** Leaves a coach who pressed the wrong button time to correct it, before anybody else hears of it. */
export const timeToCorrect = Temporal.Duration.from({ minutes: 5 })

/** How long whoever did not come has to react to our message, as far as the term allows. House rule. */
export const timeToReact = Temporal.Duration.from({ hours: 4 })

export const latest = later

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => a.epochMilliseconds < b.epochMilliseconds

const dayOf = (at: Temporal.Instant, { calendar }: Rules): number => localTimeOf(at, calendar.zone).day

export const startOfDay = (at: Temporal.Instant, rules: Rules): Temporal.Instant =>
  instantAt(dayOf(at, rules), 0, rules.calendar.zone)

export const isSameDay = (a: Temporal.Instant, b: Temporal.Instant, rules: Rules): boolean =>
  dayOf(a, rules) === dayOf(b, rules)

export const nextSending = (at: Temporal.Instant, rules: Rules): Temporal.Instant =>
  nextSendingMoment(rules.calendar, rules.contract.sending_hours, at)

/** The latest moment at which the invitation may be evidenced. */
export const invitationDeadline = remembered((startsAt, { contract, calendar }): Moment =>
  momentBefore(contract.terms.invitation_lead.at_least, startsAt, calendar, contract.sending_hours),
)

/** The latest moment at which the reminder may be evidenced. */
export const reminderDeadline = remembered((startsAt, { contract, calendar }): Moment =>
  momentBefore(contract.terms.reminder_lead.at_least, startsAt, calendar, contract.sending_hours),
)

/** The reminder is planned one workday before its deadline: a workday is kept to repair a message that did not arrive. */
export const reminderMoment = remembered((startsAt, rules): Temporal.Instant => {
  const planned = workdaysBefore(reminderDeadline(startsAt, rules).at, 1, rules)
  return lastSendingMomentBefore(rules.calendar, rules.contract.sending_hours, planned)
})

/** When the reminder of the day before goes out, on the last workday before; absent when the contract file has no such rule. */
export const dayBeforeMoment = remembered((startsAt, rules): Temporal.Instant | undefined => {
  const rule = rules.contract.day_before_reminder
  if (!rule) return undefined
  const day = stepWorkdays(rules.calendar, dayOf(startsAt, rules), -1, 'act-before')
  return nextSending(instantAt(day, timeOfDay(rule.at), rules.calendar.zone), rules)
})

/** When the consulent must know of a no-show. The strict reading counts from the start of the appointment. */
export const noShowDeadline = remembered((startsAt, { contract, calendar }): Deadline => {
  const { terms, no_show, office_hours } = contract
  const within = (length: TermLength, from: Temporal.Instant, name: string): Deadline =>
    deadlineWithin(length, from, name, calendar, office_hours)
  const notice = terms.no_show_notice.within
  const { reaction_window: reaction } = terms
  if (no_show.clock === 'appointment_start' || !reaction) return within(notice, startsAt, 'begin van de afspraak')
  const window = within(reaction.within, startsAt, 'begin van de afspraak')
  return within(notice, window.due, 'einde van de reactietijd')
})

const beforeTerm = (end: Temporal.Instant, { calendar, contract }: Rules): Temporal.Instant =>
  subtractOfficeHours(calendar, contract.office_hours, end, noticeMargin)

/** Two office hours before the term of the notice ends. */
const beforeNoShowDeadline = remembered((startsAt, rules): Temporal.Instant =>
  beforeTerm(noShowDeadline(startsAt, rules).due, rules),
)

/** When the notice to the consulent goes: two office hours before its term ends, never before the appointment is over. */
const noticeMoment = ({ startsAt, endsAt }: Attendance, rules: Rules): Temporal.Instant =>
  latest(beforeNoShowDeadline(startsAt, rules), endsAt)

/** When the consulent hears of a no-show that was marked: not before the mark could be corrected. */
export const noShowNoticeMoment = (attendance: Attendance, mark: Mark, rules: Rules): Temporal.Instant =>
  latest(noticeMoment(attendance, rules), mark.markedAt.add(timeToCorrect))

/** Whether the contract wants to hear of this participant as soon as possible, and not only within the term. */
export const isToldAtOnce = ({ raisedRisk }: Pick<Journey, 'raisedRisk'>, { contract }: Rules): boolean => {
  const { at_once } = contract.terms.no_show_notice
  return at_once === 'everyone' || (at_once === 'raised_risk' && raisedRisk)
}

type Telling = (
  journey: Pick<Journey, 'raisedRisk'>,
  attendance: Attendance,
  mark: Mark,
  rules: Rules,
) => Temporal.Instant

/** At once is when the mark could be corrected, and the appointment is over; else it waits as far as the term allows. */
export const tellNoShowAt: Telling = (journey, attendance, mark, rules) =>
  isToldAtOnce(journey, rules)
    ? latest(attendance.endsAt, mark.markedAt.add(timeToCorrect))
    : noShowNoticeMoment(attendance, mark, rules)

/** The same, for a consulent who was told otherwise before. */
export const tellLateNoShowAt: Telling = (journey, attendance, mark, rules) =>
  isToldAtOnce(journey, rules)
    ? tellNoShowAt(journey, attendance, mark, rules)
    : lateNoShowMoment(attendance, mark, rules)

/**
 * When a consulent who was told otherwise hears of a no-show that was marked late: the participant is asked first, and has time to react as
 * long as the term has not really ended.
 */
const lateNoShowMoment = (attendance: Attendance, mark: Mark, rules: Rules): Temporal.Instant =>
  latest(
    noShowNoticeMoment(attendance, mark, rules),
    earlier(
      nextSending(mark.markedAt.add(timeToCorrect), rules).add(timeToReact),
      beforeTerm(noShowDeadline(attendance.startsAt, rules).breach, rules),
    ),
  )

export const askCoachMoment = (attendance: Attendance): Temporal.Instant => after(attendance.endsAt, askCoachAfter)

/** When the consulent hears that nobody filled in who came; within the term the coach has half an hour for it first. */
export const unknownNoticeMoment = (attendance: Attendance, rules: Rules): Temporal.Instant =>
  latest(
    noticeMoment(attendance, rules),
    earlier(after(askCoachMoment(attendance), timeToMark), noShowDeadline(attendance.startsAt, rules).due),
  )

export const anOfficeHourBefore = remembered((at, { calendar, contract }): Temporal.Instant =>
  subtractOfficeHours(calendar, contract.office_hours, at, 1),
)

const nextWorkdayAtTen = remembered((at, rules): Temporal.Instant => {
  const day = stepWorkdays(rules.calendar, dayOf(at, rules), 1, 'act-within')
  return instantAt(day, timeOfDay(askCoordinatorAt), rules.calendar.zone)
})

/** The next workday at ten, or an office hour before the notice if that is sooner: in time for the term. */
export function askCoordinatorMoment(attendance: Attendance, rules: Rules): Temporal.Instant {
  const beforeNotice = anOfficeHourBefore(unknownNoticeMoment(attendance, rules), rules)
  return latest(earlier(nextWorkdayAtTen(attendance.startsAt, rules), beforeNotice), askCoachMoment(attendance))
}

/** `count` workdays after, at the same clock time: how long a person has for work that no contract gives a term for. */
export const workdaysAfter = (at: Temporal.Instant, count: number, rules: Rules): Temporal.Instant =>
  deadlineWithin({ workdays: count }, at, 'gebeurtenis', rules.calendar, rules.contract.office_hours).due

/** `count` workdays before, at the same clock time, for warnings ahead of a term. */
export function workdaysBefore(at: Temporal.Instant, count: number, { calendar }: Rules): Temporal.Instant {
  const { day, time } = localTimeOf(at, calendar.zone)
  return instantAt(stepWorkdays(calendar, day, -count, 'act-before'), time, calendar.zone)
}
