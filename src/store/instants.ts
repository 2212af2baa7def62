import { Temporal } from 'temporal-polyfill'

/** The driver reads timestamptz as Date, to the millisecond; everything inside is an Instant. */
export const toInstant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime())

/** PostgreSQL reads ISO 8601. The column types say Date, which is what comes back. */
export const fromInstant = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)

/** From a number in JSON, as `date_part('epoch', ...) * 1000` writes it: read much faster than a date in words. */
export const ofMilliseconds = (milliseconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds))

/** ISO 8601 in UTC, to the millisecond, as our columns keep it. */
export const isoOf = (instant: Temporal.Instant): string => fromInstant(instant).toISOString()
