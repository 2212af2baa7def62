import { Temporal } from 'temporal-polyfill'
import { civilDate, millisecondsPerDay } from './epoch-day.ts'

/**
 * State and events are plain JSON between turns. One convention makes that lossless without a schema per type: a field whose name ends
 * in `At` is an instant, and no other field is. Instants are written in ISO 8601 with 'Z'.
 */
export const toJson = (value: unknown): string => JSON.stringify(withTexts(value))

/** A copy with instants as texts: an instant that JSON itself must ask for its text takes twice as long, copy and all. */
function withTexts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withTexts)
  if (value instanceof Temporal.Instant) return textOf(value)
  const copy: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(value)) copy[key] = typeof field === 'object' ? withTexts(field) : field
  return copy
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** As `Temporal` writes it, which takes four times as long for what every moment of our clock is: whole milliseconds, four digits of a year. */
function textOf(instant: Temporal.Instant): string {
  const { epochMilliseconds } = instant
  const epochDay = Math.floor(epochMilliseconds / millisecondsPerDay)
  const { year, month, day } = civilDate(epochDay)
  const isWhole = instant.epochNanoseconds === BigInt(epochMilliseconds) * 1_000_000n
  if (!isWhole || year < 1000 || year > 9999) return instant.toString()
  const time = epochMilliseconds - epochDay * millisecondsPerDay
  const seconds = Math.floor(time / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')
  const fraction =
    time % 1000 === 0
      ? ''
      : `.${String(time % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`
  return `${String(year)}-${twoDigits(month)}-${twoDigits(day)}T${clock}${fraction}Z`
}

/** Reads back what `toJson` wrote. The caller names the type: the text comes from our own encrypted rows, never from outside. */
export function fromJson<T>(text: string): T {
  const value: unknown = JSON.parse(text)
  readInstants(value)
  return value as T
}

/** In place, in a value that nobody else has yet: JSON's own way to do this asks about every value, and takes three times as long. */
function readInstants(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  const fields = value as Record<string, unknown>
  for (const key of Object.keys(fields)) {
    const field = fields[key]
    if (typeof field === 'object') readInstants(field)
    else if (typeof field === 'string' && key.endsWith('At')) fields[key] = instantOf(field)
  }
}

/** As our clock writes them. `Date` reads these twice as fast, and also what is no moment (30 February, 24:00): so only these. */
const surely = /^\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,3})?Z$/

const instantOf = (text: string): Temporal.Instant =>
  surely.test(text) ? Temporal.Instant.fromEpochMilliseconds(millisecondsOf(text)) : Temporal.Instant.from(text)

// oxlint-disable-next-line opkomst/no-ambient-input -- it reads this text and asks no clock
const millisecondsOf = (text: string): number => Date.parse(text)
