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

/** The slots of a day do not change while the hours and the calendar are the same objects; making them again for each mail is slow. */
const known = new WeakMap<readonly WeeklyHours[], WeakMap<WorkdayCalendar, Map<string, readonly Slot[]>>>()

function openSlots(
  weekly: readonly WeeklyHours[],
  calendar: WorkdayCalendar,
  day: Temporal.PlainDate,
): readonly Slot[] {
  const byCalendar = known.get(weekly) ?? new WeakMap<WorkdayCalendar, Map<string, readonly Slot[]>>()
  const byDay = byCalendar.get(calendar) ?? new Map<string, readonly Slot[]>()
  known.set(weekly, byCalendar.set(calendar, byDay))
  const date = day.toString()
  const slots = byDay.get(date) ?? sortedSlots(weekly, calendar, day)
  byDay.set(date, slots)
  return slots
}

const sortedSlots = (weekly: readonly WeeklyHours[], calendar: WorkdayCalendar, day: Temporal.PlainDate): Slot[] =>
  isClosed(calendar, day)
    ? []
    : weekly
        .filter((hours) => hours.weekday === day.dayOfWeek)
        .flatMap((hours) => slotsOfDay(hours, day, calendar.zone))
        .sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds)

export interface Booked {
  readonly coachId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

const overlaps = (slot: Slot, booked: Booked): boolean =>
  booked.startsAt.epochMilliseconds < slot.endsAt.epochMilliseconds &&
  slot.startsAt.epochMilliseconds < booked.endsAt.epochMilliseconds

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
  const taken = Map.groupBy(booked, (other) => other.coachId)
  const isFree = (slot: Slot): boolean =>
    slot.startsAt.epochMilliseconds > from.epochMilliseconds &&
    slot.startsAt.epochMilliseconds <= to.epochMilliseconds &&
    !taken.get(slot.coachId)?.some((other) => overlaps(slot, other))
  const slots: Slot[] = []
  for (let n = 0; n <= days; n++) slots.push(...openSlots(weekly, calendar, first.add({ days: n })).filter(isFree))
  return slots
}
