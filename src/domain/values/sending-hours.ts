import type { Temporal } from 'temporal-polyfill'
import { localTimeOf } from './local-time.ts'
import { closesAt, opensAt, type OfficeHours } from './office-hours.ts'
import { timeOfDay } from './time-of-day.ts'
import { isWorkdayAt, stepWorkdays, type WorkdayCalendar } from './workday-calendar.ts'

/** House rule: what the bot starts goes out on workdays 08:00-20:00. A doubtful day may be someone's holiday, so it is no sending day. */
const reading = 'act-before'

/** The instant itself when it lies in sending hours, else the moment at which they next open. */
export function nextSendingMoment(
  calendar: WorkdayCalendar,
  hours: OfficeHours,
  instant: Temporal.Instant,
): Temporal.Instant {
  const { day, time } = localTimeOf(instant, calendar.zone)
  const sendingDay = isWorkdayAt(calendar, day, reading)
  if (sendingDay && time < timeOfDay(hours.from)) return opensAt(calendar, hours, day)
  if (sendingDay && time <= timeOfDay(hours.to)) return instant
  return opensAt(calendar, hours, stepWorkdays(calendar, day, 1, reading))
}

/** The instant itself when it lies in sending hours, else the moment at which they last closed. */
export function lastSendingMomentBefore(
  calendar: WorkdayCalendar,
  hours: OfficeHours,
  instant: Temporal.Instant,
): Temporal.Instant {
  const { day, time } = localTimeOf(instant, calendar.zone)
  const sendingDay = isWorkdayAt(calendar, day, reading)
  if (sendingDay && time > timeOfDay(hours.to)) return closesAt(calendar, hours, day)
  if (sendingDay && time >= timeOfDay(hours.from)) return instant
  return closesAt(calendar, hours, stepWorkdays(calendar, day, -1, reading))
}
