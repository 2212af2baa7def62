import { Temporal } from 'temporal-polyfill'
import { dayInWords, momentInWords, timeInWords } from '#src/services/words.ts'
import type { PageContext } from '../parts.ts'

const dayOf = (at: Temporal.Instant, zone: string): Temporal.PlainDate => at.toZonedDateTimeISO(zone).toPlainDate()

const near: ReadonlyMap<number, string> = new Map([
  [-1, 'gisteren'],
  [0, 'vandaag'],
  [1, 'morgen'],
])

/** 'vandaag', 'morgen', 'gisteren', else 'dinsdag 10 november'; with its year when that is another one. */
export function dayNear(at: Temporal.Instant, { now, zone }: PageContext): string {
  const day = dayOf(at, zone)
  const today = dayOf(now, zone)
  const year = day.year === today.year ? '' : ` ${String(day.year)}`
  return near.get(today.until(day).days) ?? `${dayInWords(at, 'nl', zone)}${year}`
}

/** 'vandaag 15:00', 'di 10 november, 10:00'; with its year when that is another one. */
export function momentNear(at: Temporal.Instant, { now, zone }: PageContext): string {
  const day = dayOf(at, zone)
  const today = dayOf(now, zone)
  const word = near.get(today.until(day).days)
  if (word) return `${word} ${timeInWords(at, zone)}`
  const full = momentInWords(at, zone)
  return day.year === today.year ? full.replace(` ${String(day.year)}`, '') : full
}

const lengths = [
  { minutes: 1440, one: 'dag', many: 'dagen' },
  { minutes: 60, one: 'uur', many: 'uur' },
  { minutes: 1, one: 'minuut', many: 'minuten' },
]

/** '3 uur', '2 dagen': the largest whole unit between two moments. */
export function lengthInWords(from: Temporal.Instant, to: Temporal.Instant): string {
  const minutes = Math.max(1, Math.floor(Math.abs(to.epochMilliseconds - from.epochMilliseconds) / 60_000))
  const unit = lengths.find((candidate) => minutes >= candidate.minutes)
  const count = Math.floor(minutes / (unit?.minutes ?? 1))
  return `${String(count)} ${count === 1 ? unit?.one : unit?.many}`
}

export const isPast = (at: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0

export const byTime = <Item extends { readonly at: Temporal.Instant }>(a: Item, b: Item): number =>
  Temporal.Instant.compare(a.at, b.at)
