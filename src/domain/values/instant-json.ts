import { Temporal } from 'temporal-polyfill'

/**
 * State and events are plain JSON between turns. One convention makes that lossless without a schema per type: a field whose name ends
 * in `At` is an instant, and no other field is. Instants are written in ISO 8601 with 'Z'.
 */
export const toJson = (value: unknown): string => JSON.stringify(value)

/** Reads back what `toJson` wrote. The caller names the type: the text comes from our own encrypted rows, never from outside. */
export const fromJson = <T>(text: string): T =>
  JSON.parse(text, (key, value: unknown) =>
    typeof value === 'string' && key.endsWith('At') ? instantOf(value) : value,
  ) as T

/** As our clock writes them. `Date` reads these twice as fast, and also what is no moment (30 February, 24:00): so only these. */
const surely = /^\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,3})?Z$/

const instantOf = (text: string): Temporal.Instant =>
  surely.test(text) ? Temporal.Instant.fromEpochMilliseconds(millisecondsOf(text)) : Temporal.Instant.from(text)

// oxlint-disable-next-line opkomst/no-ambient-input -- it reads this text and asks no clock
const millisecondsOf = (text: string): number => Date.parse(text)
