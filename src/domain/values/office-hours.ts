import type { Temporal } from 'temporal-polyfill'
import { epochDayOf, type EpochDay } from './epoch-day.ts'
import { after, earlier, instantAt, localTimeOf } from './local-time.ts'
import { timeOfDay } from './time-of-day.ts'
import { isWorkdayAt, stepWorkdays, type Reading, type WorkdayCalendar } from './workday-calendar.ts'

/** From and to on every workday, local clock times as '09:00'. Both ends belong to it. */
export interface OfficeHours {
  readonly from: string
  readonly to: string
}

export const opensAt = (calendar: WorkdayCalendar, hours: OfficeHours, day: EpochDay): Temporal.Instant =>
  instantAt(day, timeOfDay(hours.from), calendar.zone)

export const closesAt = (calendar: WorkdayCalendar, hours: OfficeHours, day: EpochDay): Temporal.Instant =>
  instantAt(day, timeOfDay(hours.to), calendar.zone)

/** When the office closes on this date, workday or not. */
export const closeOfOffice = (
  calendar: WorkdayCalendar,
  hours: OfficeHours,
  date: Temporal.PlainDate,
): Temporal.Instant => closesAt(calendar, hours, epochDayOf(date))

export function isWithinOfficeHours(
  calendar: WorkdayCalendar,
  hours: OfficeHours,
  instant: Temporal.Instant,
  reading: Reading = 'act-within',
): boolean {
  const { day, time } = localTimeOf(instant, calendar.zone)
  return isWorkdayAt(calendar, day, reading) && time >= timeOfDay(hours.from) && time <= timeOfDay(hours.to)
}

function assertOpen(hours: OfficeHours): void {
  if (timeOfDay(hours.from) < timeOfDay(hours.to)) return
  throw new RangeError(`hours from ${hours.from} to ${hours.to} are never open: 'from' comes before 'to'`)
}

const millisecondsPerHour = 3_600_000

/**
 * The moment that lies n office hours earlier, over nights, weekends and holidays; doubtful days are workdays here. From outside office
 * hours it counts back from the last close. n may be a fraction.
 */
export function subtractOfficeHours(
  calendar: WorkdayCalendar,
  hours: OfficeHours,
  instant: Temporal.Instant,
  n: number,
): Temporal.Instant {
  assertOpen(hours)
  if (!(n >= 0 && Number.isFinite(n))) throw new RangeError(`office hours are counted back from 0 up, not ${n}`)
  let left = Math.round(n * millisecondsPerHour)
  let { day } = localTimeOf(instant, calendar.zone)
  if (!isWorkdayAt(calendar, day, 'act-within')) day = stepWorkdays(calendar, day, -1, 'act-within')
  for (let end = instant; ; day = stepWorkdays(calendar, day, -1, 'act-within')) {
    end = earlier(instant, closesAt(calendar, hours, day))
    const open = end.epochMilliseconds - opensAt(calendar, hours, day).epochMilliseconds
    if (open >= left) return after(end, -left)
    left -= Math.max(open, 0)
  }
}
