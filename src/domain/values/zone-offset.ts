import { Temporal } from 'temporal-polyfill'
import { civilDate, epochDay, millisecondsPerDay } from './epoch-day.ts'

/** From `since` (milliseconds since 1970) the zone's clock is `offset` milliseconds ahead of UTC. */
interface Offset {
  readonly since: number
  readonly offset: number
}

const offsetFrom = (moment: Temporal.ZonedDateTime): Offset => ({
  since: moment.epochMilliseconds,
  offset: moment.offsetNanoseconds / 1e6,
})

/** The offsets of one year in UTC, first to last: one, or three where summer time is kept. */
function computeOffsets(zone: string, year: number): readonly Offset[] {
  const end = epochDay(year + 1, 1, 1) * millisecondsPerDay
  const first = Temporal.Instant.fromEpochMilliseconds(epochDay(year, 1, 1) * millisecondsPerDay)
  const offsets: Offset[] = []
  let at: Temporal.ZonedDateTime | null = first.toZonedDateTimeISO(zone)
  while (at && at.epochMilliseconds < end) {
    offsets.push(offsetFrom(at))
    at = at.getTimeZoneTransition('next')
  }
  return offsets
}

// Asking Temporal each time costs ten times as much, and deadlines are computed for every message of every journey. A memo of a pure
// function: the rules of a zone change only with the runtime.
const zones = new Map<string, Map<number, readonly Offset[]>>()

function offsetsOf(zone: string, year: number): readonly Offset[] {
  let years = zones.get(zone)
  if (!years) zones.set(zone, (years = new Map()))
  let offsets = years.get(year)
  if (!offsets) years.set(year, (offsets = computeOffsets(zone, year)))
  return offsets
}

/** How many milliseconds the clocks of a zone are ahead of UTC, at a moment in milliseconds since 1970. */
export function zoneOffsetAt(zone: string, epochMilliseconds: number): number {
  const { year } = civilDate(Math.floor(epochMilliseconds / millisecondsPerDay))
  let offset = 0
  for (const candidate of offsetsOf(zone, year)) if (candidate.since <= epochMilliseconds) offset = candidate.offset
  return offset
}
