import { Temporal } from 'temporal-polyfill'
import { plainDateOf } from './epoch-day.ts'
import { localTimeOf } from './local-time.ts'
import { closesAt, isWithinOfficeHours, opensAt, type OfficeHours } from './office-hours.ts'
import { isClosed, type WorkdayCalendar } from './workday-calendar.ts'

/** When somebody is there: now, until the office closes, or from when it next opens. */
export type OfficeOpening =
  | { readonly kind: 'now'; readonly until: Temporal.Instant }
  | { readonly kind: 'later'; readonly from: Temporal.Instant }

/** House rule: who writes within this of the close is told of the next opening. Nobody ought to wait for an answer in those minutes. */
const lastMinutes = 30

/**
 * A day on which the office may be closed counts as closed, and so does a closing day of the provider: somebody who is there all the same
 * disappoints nobody.
 */
export function officeOpening(calendar: WorkdayCalendar, hours: OfficeHours, now: Temporal.Instant): OfficeOpening {
  const isOpen = (day: number): boolean => !isClosed(calendar, plainDateOf(day))
  let { day } = localTimeOf(now, calendar.zone)
  const closes = closesAt(calendar, hours, day)
  const isWorthComing = Temporal.Instant.compare(now.add({ minutes: lastMinutes }), closes) <= 0
  if (isOpen(day) && isWithinOfficeHours(calendar, hours, now) && isWorthComing) return { kind: 'now', until: closes }
  const isYetToOpen = (): boolean => isOpen(day) && Temporal.Instant.compare(now, opensAt(calendar, hours, day)) < 0
  while (!isYetToOpen()) day++
  return { kind: 'later', from: opensAt(calendar, hours, day) }
}
