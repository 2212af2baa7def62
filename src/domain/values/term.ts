import type { Temporal } from 'temporal-polyfill'
import { epochDayOf, plainDateOf, type EpochDay } from './epoch-day.ts'
import { explainDeadline, explainMoment } from './explain-term.ts'
import { earlier, instantAt, later, localTimeOf } from './local-time.ts'
import type { Deadline, Moment } from './moment.ts'
import { closesAt, type OfficeHours } from './office-hours.ts'
import { lastSendingMomentBefore } from './sending-hours.ts'
import type { Term } from './term-length.ts'
import { isWorkdayAt, stepWorkdays, type WorkdayCalendar } from './workday-calendar.ts'

export type { Term } from './term-length.ts'

function assertWhole(term: Term): void {
  for (const count of Object.values(term)) {
    if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`a term is a whole number from 1, not ${count}`)
  }
}

type CalendarTerm = Exclude<Term, { workdays: number } | { hours: number }>

/** The same day of the week, or the same day number of the month (else the month's last day), n terms away. */
function shiftDay(day: EpochDay, term: CalendarTerm, direction: 1 | -1): EpochDay {
  if ('days' in term) return day + direction * term.days
  if ('weeks' in term) return day + direction * term.weeks * 7
  return epochDayOf(plainDateOf(day).add({ months: direction * term.months }))
}

interface Bounds {
  readonly due: Temporal.Instant
  readonly breach: Temporal.Instant
}

function afterWorkdays(n: number, event: Temporal.Instant, calendar: WorkdayCalendar, hours: OfficeHours): Bounds {
  const { day, time } = localTimeOf(event, calendar.zone)
  const last = stepWorkdays(calendar, day, n, 'act-within')
  const breach = closesAt(calendar, hours, last)
  return { due: earlier(instantAt(last, time, calendar.zone), breach), breach }
}

/** Counting back from a term's last day a doubtful day is no workday: the office may be empty, so we aim at the day before it. */
const lastWorkday = (calendar: WorkdayCalendar, day: EpochDay): EpochDay =>
  isWorkdayAt(calendar, day, 'act-before') ? day : stepWorkdays(calendar, day, -1, 'act-before')

function afterCalendarTerm(
  term: CalendarTerm,
  event: Temporal.Instant,
  calendar: WorkdayCalendar,
  hours: OfficeHours,
): Bounds {
  const last = shiftDay(localTimeOf(event, calendar.zone).day, term, 1)
  const breach = instantAt(last + 1, 0, calendar.zone).subtract({ milliseconds: 1 })
  return { due: later(event, closesAt(calendar, hours, lastWorkday(calendar, last))), breach }
}

function boundsOf(term: Term, event: Temporal.Instant, calendar: WorkdayCalendar, hours: OfficeHours): Bounds {
  if ('workdays' in term) return afterWorkdays(term.workdays, event, calendar, hours)
  if (!('hours' in term)) return afterCalendarTerm(term, event, calendar, hours)
  const end = event.add({ hours: term.hours })
  return { due: end, breach: end }
}

/**
 * The deadline of 'within N ... after the event', read strictly (docs: how terms are counted). The event may be at night or in a weekend.
 * - workdays: due at the same clock time on the Nth workday, at the latest at the close of office hours; breach at that close;
 * - days, weeks, months: breach at the end of the last day; due at the close of the last workday on or before it, never before the event;
 * - hours: clock hours; due and breach are the same.
 * `eventName` is the Dutch name of the event ('aanmelding'). `how` is made when it is read. Throws RangeError on a term that is no
 * whole number from 1.
 */
export function deadlineWithin(
  term: Term,
  event: Temporal.Instant,
  eventName: string,
  calendar: WorkdayCalendar,
  officeHours: OfficeHours,
): Deadline {
  assertWhole(term)
  const bounds = boundsOf(term, event, calendar, officeHours)
  return {
    ...bounds,
    get how() {
      return explainDeadline({ term, event, eventName, calendar, ...bounds })
    },
  }
}

/** Without regard to sending hours: the same clock time that many workdays, days, weeks or months before, or clock hours before. */
function plainMomentBefore(term: Term, appointment: Temporal.Instant, calendar: WorkdayCalendar): Temporal.Instant {
  if ('hours' in term) return appointment.subtract({ hours: term.hours })
  const { day, time } = localTimeOf(appointment, calendar.zone)
  const last = 'workdays' in term ? stepWorkdays(calendar, day, -term.workdays, 'act-before') : shiftDay(day, term, -1)
  return instantAt(last, time, calendar.zone)
}

/**
 * The latest moment for 'at least N ... before the appointment': the same clock time on the Nth workday before its day, moved back to the
 * last moment at which something may be sent. So a message that may only go out from 09:00, for an appointment at 08:30, goes a workday
 * earlier. Throws RangeError on a term that is no whole number from 1.
 */
export function momentBefore(
  term: Term,
  appointment: Temporal.Instant,
  calendar: WorkdayCalendar,
  sendingHours: OfficeHours,
): Moment {
  assertWhole(term)
  const plain = plainMomentBefore(term, appointment, calendar)
  const at = lastSendingMomentBefore(calendar, sendingHours, plain)
  return {
    at,
    get how() {
      return explainMoment({ term, appointment, plain, at, calendar, sendingHours })
    },
  }
}
