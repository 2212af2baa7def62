import { Temporal } from 'temporal-polyfill'
import { deadlineWithin, momentBefore } from '../values/term.ts'
import type { Deadline, Moment } from '../values/moment.ts'
import { subtractOfficeHours } from '../values/office-hours.ts'
import { lastSendingMomentBefore, nextSendingMoment } from '../values/sending-hours.ts'
import { addWorkdays, subtractWorkdays } from '../values/workday-calendar.ts'
import type { Attendance } from './attendance.ts'
import type { Rules } from './rules.ts'

/** Office hours kept free before a term ends, so that a mail that bounces can still be repaired by hand. House rule. */
const noticeMargin = 2

/** The coach is asked who came this long after the planned end; the coordinator the next workday at ten. House rule (design). */
const askCoachAfter = Temporal.Duration.from({ minutes: 30 })
const askCoordinatorAt = Temporal.PlainTime.from('10:00')

const earliest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b

export const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

const localDate = (at: Temporal.Instant, rules: Rules): Temporal.PlainDate =>
  at.toZonedDateTimeISO(rules.calendar.zone).toPlainDate()

export const startOfDay = (at: Temporal.Instant, rules: Rules): Temporal.Instant =>
  localDate(at, rules).toZonedDateTime(rules.calendar.zone).toInstant()

export const isSameDay = (a: Temporal.Instant, b: Temporal.Instant, rules: Rules): boolean =>
  localDate(a, rules).equals(localDate(b, rules))

export const nextSending = (at: Temporal.Instant, rules: Rules): Temporal.Instant =>
  nextSendingMoment(rules.calendar, rules.contract.sending_hours, at)

/** The latest moment at which the invitation may be evidenced (lansingerland eis 51; elsewhere the house's 5 workdays). */
export const invitationDeadline = (startsAt: Temporal.Instant, rules: Rules): Moment =>
  momentBefore(rules.contract.terms.invitation_lead.at_least, startsAt, rules.calendar, rules.contract.sending_hours)

/** The latest moment at which the reminder may be evidenced. */
export const reminderDeadline = (startsAt: Temporal.Instant, rules: Rules): Moment =>
  momentBefore(rules.contract.terms.reminder_lead.at_least, startsAt, rules.calendar, rules.contract.sending_hours)

/** The reminder is planned one workday before its deadline: a workday is kept to repair a message that did not arrive. */
export function reminderMoment(startsAt: Temporal.Instant, rules: Rules): Temporal.Instant {
  const deadline = reminderDeadline(startsAt, rules).at.toZonedDateTimeISO(rules.calendar.zone)
  const day = subtractWorkdays(rules.calendar, deadline.toPlainDate(), 1, 'act-before')
  const planned = day.toZonedDateTime({ timeZone: rules.calendar.zone, plainTime: deadline.toPlainTime() }).toInstant()
  return lastSendingMomentBefore(rules.calendar, rules.contract.sending_hours, planned)
}

/** When the reminder of the day before goes out, on the last workday before; absent when the contract file has no such rule. */
export function dayBeforeMoment(attendance: Attendance, rules: Rules): Temporal.Instant | undefined {
  const rule = rules.contract.day_before_reminder
  if (!rule) return undefined
  const day = subtractWorkdays(rules.calendar, localDate(attendance.startsAt, rules), 1, 'act-before')
  return day.toZonedDateTime({ timeZone: rules.calendar.zone, plainTime: Temporal.PlainTime.from(rule.at) }).toInstant()
}

/** When the consulent must know of a no-show. The strict reading counts from the start of the appointment. */
export function noShowDeadline(attendance: Attendance, rules: Rules): Deadline {
  const { terms, no_show, office_hours } = rules.contract
  const start = deadlineWithin(
    terms.no_show_notice.within,
    attendance.startsAt,
    'begin van de afspraak',
    rules.calendar,
    office_hours,
  )
  if (no_show.clock === 'appointment_start' || !terms.reaction_window) return start
  const window = deadlineWithin(
    terms.reaction_window.within,
    attendance.startsAt,
    'begin van de afspraak',
    rules.calendar,
    office_hours,
  )
  return deadlineWithin(
    terms.no_show_notice.within,
    window.due,
    'einde van de reactietijd',
    rules.calendar,
    office_hours,
  )
}

/** When the notice to the consulent goes: two office hours before its term ends, never before the appointment is over. */
export const noticeMoment = (attendance: Attendance, rules: Rules): Temporal.Instant =>
  latest(
    subtractOfficeHours(
      rules.calendar,
      rules.contract.office_hours,
      noShowDeadline(attendance, rules).due,
      noticeMargin,
    ),
    attendance.endsAt,
  )

export const askCoachMoment = (attendance: Attendance): Temporal.Instant => attendance.endsAt.add(askCoachAfter)

/** The next workday at ten, or an office hour before the notice if that is sooner: in time for the term. */
export function askCoordinatorMoment(attendance: Attendance, rules: Rules): Temporal.Instant {
  const { calendar, contract } = rules
  const day = addWorkdays(calendar, localDate(attendance.startsAt, rules), 1, 'act-within')
  const atTen = day.toZonedDateTime({ timeZone: calendar.zone, plainTime: askCoordinatorAt }).toInstant()
  const beforeNotice = subtractOfficeHours(calendar, contract.office_hours, noticeMoment(attendance, rules), 1)
  return latest(earliest(atTen, beforeNotice), askCoachMoment(attendance))
}

/** `count` workdays after, at the same clock time: how long a person has for work that no contract gives a term for. */
export const workdaysAfter = (at: Temporal.Instant, count: number, rules: Rules): Temporal.Instant =>
  deadlineWithin({ workdays: count }, at, 'gebeurtenis', rules.calendar, rules.contract.office_hours).due

/** `count` workdays before, at the same clock time, for warnings ahead of a term. */
export function workdaysBefore(at: Temporal.Instant, count: number, rules: Rules): Temporal.Instant {
  const local = at.toZonedDateTimeISO(rules.calendar.zone)
  const day = subtractWorkdays(rules.calendar, local.toPlainDate(), count, 'act-before')
  return day.toZonedDateTime({ timeZone: rules.calendar.zone, plainTime: local.toPlainTime() }).toInstant()
}
