import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

export const zone = 'Europe/Amsterdam'

/** at('2026-11-02 10:15'): the instant at which clocks in Amsterdam show this. */
export const at = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone).toInstant()

/** '2026-11-02 10:15:00', as clocks in Amsterdam show it. */
export const local = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')

export const date = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

/** Any moment from 2024 to 2035. */
export const anyInstant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 11, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))

/** Any date from 2024 to 2035. */
export const anyDate = fc.integer({ min: 0, max: 4300 }).map((days) => date('2024-01-01').add({ days }))

export const anyReading = fc.constantFrom('act-within' as const, 'act-before' as const)
