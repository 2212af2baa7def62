import { Temporal } from 'temporal-polyfill'
import { dayInWords, momentInWords, timeInWords } from '#src/services/words.ts'

const dayOf = (at: Temporal.Instant, zone: string): Temporal.PlainDate => at.toZonedDateTimeISO(zone).toPlainDate()

/** 'vandaag 15:00', 'morgen 09:00', 'gisteren 10:30', else 'di 10 november 2026, 10:00'. */
export function nearMoment(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const days = dayOf(now, zone).until(dayOf(at, zone)).days
  const near = new Map([
    [-1, 'gisteren'],
    [0, 'vandaag'],
    [1, 'morgen'],
  ]).get(days)
  return near ? `${near} ${timeInWords(at, zone)}` : momentInWords(at, zone)
}

/** 'dinsdag 10 november, 10:15' */
export const todayInWords = (now: Temporal.Instant, zone: string): string =>
  `${dayInWords(now, 'nl', zone)}, ${timeInWords(now, zone)}`

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
