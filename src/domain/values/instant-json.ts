import { Temporal } from 'temporal-polyfill'

/**
 * State and events are plain JSON between turns. One convention makes that lossless without a schema per type: a field whose name ends
 * in `At` is an instant, and no other field is. Instants are written in ISO 8601 with 'Z'.
 */
export const toJson = (value: unknown): string => JSON.stringify(value)

/** Reads back what `toJson` wrote. The caller names the type: the text comes from our own encrypted rows, never from outside. */
export const fromJson = <T>(text: string): T =>
  JSON.parse(text, (key, value: unknown) =>
    key.endsWith('At') && typeof value === 'string' ? Temporal.Instant.from(value) : value,
  ) as T
