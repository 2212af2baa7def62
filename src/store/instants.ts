import { Temporal } from 'temporal-polyfill'

/** The driver reads timestamptz as Date, to the millisecond; everything inside is an Instant. */
export const toInstant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime())

/** PostgreSQL reads ISO 8601. The column types say Date, which is what comes back. */
export const fromInstant = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
