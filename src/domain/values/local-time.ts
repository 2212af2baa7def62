import { Temporal } from 'temporal-polyfill'
import { millisecondsPerDay, type EpochDay } from './epoch-day.ts'
import type { TimeOfDay } from './time-of-day.ts'
import { zoneOffsetAt } from './zone-offset.ts'

/** What calendar and clock on the wall show. Below the millisecond nothing is kept. */
export interface LocalTime {
  readonly day: EpochDay
  readonly time: TimeOfDay
}

export function localTimeOf(instant: Temporal.Instant, zone: string): LocalTime {
  const utc = instant.epochMilliseconds
  const local = utc + zoneOffsetAt(zone, utc)
  const day = Math.floor(local / millisecondsPerDay)
  return { day, time: local - day * millisecondsPerDay }
}

/**
 * The instant at which calendar and clock show this (Temporal calls it 'compatible'). A time that the clock skips in spring is moved later
 * by the hour that is skipped; of a time that comes twice in autumn it is the first.
 */
export function instantAt(day: EpochDay, time: TimeOfDay, zone: string): Temporal.Instant {
  const local = day * millisecondsPerDay + time
  const before = zoneOffsetAt(zone, local - millisecondsPerDay)
  const after = zoneOffsetAt(zone, local + millisecondsPerDay)
  const exists = (offset: number): boolean => zoneOffsetAt(zone, local - offset) === offset
  const offset = exists(before) || !exists(after) ? before : after
  return Temporal.Instant.fromEpochMilliseconds(local - offset)
}

/** `Temporal` takes ten times as long to add what is no more than milliseconds. */
export const after = (at: Temporal.Instant, milliseconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + milliseconds)

export const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b

export const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b
