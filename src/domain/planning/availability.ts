import { Temporal } from 'temporal-polyfill'
import type { Slot } from '../journey/attendance.ts'
import { isClosed, type WorkdayCalendar } from '../values/workday-calendar.ts'

/** When a coach can see people, week after week. Weekdays are numbered 1 (Monday) to 5; times are local. */
export interface WeeklyHours {
  readonly coachId: string
  readonly placeId: string
  readonly weekday: number
  readonly from: string
  readonly to: string
  readonly minutes: number
}

/** A slot as a short text that means the same in every process: with whom, and when it starts. */
export const slotId = (slot: Slot): string => `${slot.coachId}@${slot.startsAt.toString()}`

function slotsOfDay(hours: WeeklyHours, day: Temporal.PlainDate, zone: string): Slot[] {
  const slots: Slot[] = []
  const length = Temporal.Duration.from({ minutes: hours.minutes })
  const end = Temporal.PlainTime.from(hours.to)
  let start = Temporal.PlainTime.from(hours.from)
  while (start.until(end).total('minutes') >= hours.minutes) {
    const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: start }).toInstant()
    slots.push({ startsAt, endsAt: startsAt.add(length), coachId: hours.coachId, placeId: hours.placeId })
    start = start.add(length)
  }
  return slots
}

export interface Booked {
  readonly coachId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

const overlaps = (slot: Slot, booked: Booked): boolean =>
  booked.coachId === slot.coachId &&
  Temporal.Instant.compare(booked.startsAt, slot.endsAt) < 0 &&
  Temporal.Instant.compare(slot.startsAt, booked.endsAt) < 0

/** A mistaken `to` in the far future may not become an endless list. */
const longestLook = 120

/**
 * The free slots that start after `from` and no later than `to`, earliest first. Weekends, holidays, doubtful days and closing days
 * have none.
 */
export function freeSlots(
  weekly: readonly WeeklyHours[],
  booked: readonly Booked[],
  calendar: WorkdayCalendar,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Slot[] {
  const first = from.toZonedDateTimeISO(calendar.zone).toPlainDate()
  const last = to.toZonedDateTimeISO(calendar.zone).toPlainDate()
  const days = Math.min(first.until(last).total('days'), longestLook)
  const slots: Slot[] = []
  for (let n = 0; n <= days; n++) {
    const day = first.add({ days: n })
    if (isClosed(calendar, day)) continue
    for (const hours of weekly)
      if (hours.weekday === day.dayOfWeek) slots.push(...slotsOfDay(hours, day, calendar.zone))
  }
  return slots
    .filter(
      (slot) => Temporal.Instant.compare(slot.startsAt, from) > 0 && Temporal.Instant.compare(slot.startsAt, to) <= 0,
    )
    .filter((slot) => !booked.some((other) => overlaps(slot, other)))
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}
