import { Temporal } from 'temporal-polyfill'
import type { Slot } from '../journey/attendance.ts'
import { plainDateOf, type EpochDay } from '../values/epoch-day.ts'
import { localTimeOf } from '../values/local-time.ts'
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

/** When the slot with this id begins; undefined when it is no id of ours. */
export function slotStart(id: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(id.slice(id.lastIndexOf('@') + 1))
  } catch {
    return undefined
  }
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

/** A slot with its moments as numbers: an agenda has thousands, and comparing instants costs more than all the rest. */
interface OpenSlot {
  readonly slot: Slot
  readonly start: number
  readonly end: number
}

/** The slots of a day do not change while the hours and the calendar are the same objects; making them again for each mail is slow. */
const known = new WeakMap<readonly WeeklyHours[], WeakMap<WorkdayCalendar, Map<EpochDay, readonly OpenSlot[]>>>()

function openSlots(weekly: readonly WeeklyHours[], calendar: WorkdayCalendar, day: EpochDay): readonly OpenSlot[] {
  const byCalendar = known.get(weekly) ?? new WeakMap<WorkdayCalendar, Map<EpochDay, readonly OpenSlot[]>>()
  const byDay = byCalendar.get(calendar) ?? new Map<EpochDay, readonly OpenSlot[]>()
  known.set(weekly, byCalendar.set(calendar, byDay))
  const slots = byDay.get(day) ?? sortedSlots(weekly, calendar, plainDateOf(day))
  byDay.set(day, slots)
  return slots
}

const opened = (slot: Slot): OpenSlot => ({
  slot,
  start: slot.startsAt.epochMilliseconds,
  end: slot.endsAt.epochMilliseconds,
})

const sortedSlots = (weekly: readonly WeeklyHours[], calendar: WorkdayCalendar, day: Temporal.PlainDate): OpenSlot[] =>
  isClosed(calendar, day)
    ? []
    : weekly
        .filter((hours) => hours.weekday === day.dayOfWeek)
        .flatMap((hours) => slotsOfDay(hours, day, calendar.zone))
        .map(opened)
        .sort((a, b) => a.start - b.start)

/** What stands in an agenda, in milliseconds since 1970: an agenda is long, and only compared. */
export interface Booked {
  readonly coachId: string
  readonly start: number
  readonly end: number
}

/** The hours that each coach has given away. */
function takenHours(booked: readonly Booked[]): ReadonlyMap<string, readonly Booked[]> {
  const taken = new Map<string, Booked[]>()
  for (const hours of booked) {
    const others = taken.get(hours.coachId) ?? []
    others.push(hours)
    taken.set(hours.coachId, others)
  }
  return taken
}

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
  const first = localTimeOf(from, calendar.zone).day
  const last = Math.min(localTimeOf(to, calendar.zone).day, first + longestLook)
  const taken = takenHours(booked)
  const after = from.epochMilliseconds
  const until = to.epochMilliseconds
  const isFree = ({ slot, start, end }: OpenSlot): boolean =>
    start > after && start <= until && !taken.get(slot.coachId)?.some((other) => other.start < end && start < other.end)
  const slots: Slot[] = []
  for (let day = first; day <= last; day++) {
    for (const open of openSlots(weekly, calendar, day)) if (isFree(open)) slots.push(open.slot)
  }
  return slots
}
