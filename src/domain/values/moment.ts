import type { Temporal } from 'temporal-polyfill'
import { civilDate, weekdayOf, type EpochDay } from './epoch-day.ts'
import { localTimeOf } from './local-time.ts'
import type { TimeOfDay } from './time-of-day.ts'

/** A computed moment, and how it was computed: in plain Dutch, with dates. */
export interface Moment {
  readonly at: Temporal.Instant
  readonly how: string
}

/** When something must be done. `due`: what we aim at; after `breach` the term is broken. */
export interface Deadline {
  readonly due: Temporal.Instant
  readonly breach: Temporal.Instant
  readonly how: string
}

const weekdays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const
const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** 'ma 2 nov' */
export function formatShortDay(epoch: EpochDay): string {
  const { month, day } = civilDate(epoch)
  return `${weekdays[weekdayOf(epoch) - 1]} ${day} ${months[month - 1]}`
}

/** '10:15'; seconds are cut off, so that a last moment never reads as the day after. */
export const formatTimeOfDay = (time: TimeOfDay): string =>
  `${twoDigits(Math.floor(time / 3_600_000))}:${twoDigits(Math.floor(time / 60_000) % 60)}`

/** 'ma 2 nov 2026 10:15', as the clock in that zone shows it. */
export function formatDutch(instant: Temporal.Instant, zone: string): string {
  const { day, time } = localTimeOf(instant, zone)
  return `${formatShortDay(day)} ${civilDate(day).year} ${formatTimeOfDay(time)}`
}
