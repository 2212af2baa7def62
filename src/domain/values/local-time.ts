import { Temporal } from 'temporal-polyfill'
import { plainDateOf, type EpochDay } from './epoch-day.ts'
import type { TimeOfDay } from './time-of-day.ts'

/** What calendar and clock on the wall show. Below the millisecond nothing is kept. */
export interface LocalTime {
  readonly day: EpochDay
  readonly time: TimeOfDay
}

const millisecondsPerDay = 86_400_000

export function localTimeOf(instant: Temporal.Instant, zone: string): LocalTime {
  const zoned = instant.toZonedDateTimeISO(zone)
  const local = zoned.epochMilliseconds + Math.floor(zoned.offsetNanoseconds / 1e6)
  const day = Math.floor(local / millisecondsPerDay)
  return { day, time: local - day * millisecondsPerDay }
}

/**
 * The instant at which calendar and clock show this. A time that the clock skips in spring is moved later by the hour that is skipped; of
 * a time that comes twice in autumn it is the first.
 */
export function instantAt(day: EpochDay, time: TimeOfDay, zone: string): Temporal.Instant {
  if (time >= millisecondsPerDay) return instantAt(day + 1, time - millisecondsPerDay, zone)
  const plainTime = new Temporal.PlainTime(
    Math.floor(time / 3_600_000),
    Math.floor(time / 60_000) % 60,
    Math.floor(time / 1000) % 60,
    time % 1000,
  )
  return plainDateOf(day).toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
}

export const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b

export const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b
