import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { epochDay, epochDayOf, plainDateOf } from '#src/domain/values/epoch-day.ts'
import { instantAt, localTimeOf } from '#src/domain/values/local-time.ts'
import { timeOfDay } from '#src/domain/values/time-of-day.ts'
import { anyInstant, zone } from './amsterdam.ts'

const moment = (year: number, month: number, day: number, time: string) =>
  instantAt(epochDay(year, month, day), timeOfDay(time), zone).toString()

describe('clock time in Amsterdam', () => {
  it.each([
    [[2026, 1, 5], '12:00', '2026-01-05T11:00:00Z'],
    [[2026, 7, 6], '12:00', '2026-07-06T10:00:00Z'],
    [[2026, 3, 29], '01:59', '2026-03-29T00:59:00Z'],
    [[2026, 3, 29], '03:00', '2026-03-29T01:00:00Z'],
    [[2026, 10, 25], '01:59', '2026-10-24T23:59:00Z'],
    [[2026, 10, 25], '03:00', '2026-10-25T02:00:00Z'],
    [[2026, 12, 31], '24:00', '2026-12-31T23:00:00Z'],
    [[2027, 1, 1], '00:00', '2026-12-31T23:00:00Z'],
  ] as const)('%s %s is %s', ([year, month, day], time, instant) => {
    expect(moment(year, month, day, time)).toBe(instant)
  })

  it('that the clock skips in spring is an hour later', () => {
    expect(moment(2026, 3, 29, '02:30')).toBe('2026-03-29T01:30:00Z')
  })

  it('that comes twice in autumn is the first', () => {
    expect(moment(2026, 10, 25, '02:30')).toBe('2026-10-25T00:30:00Z')
  })
})

describe('clock time in any zone', () => {
  const zones = fc.constantFrom(
    zone,
    'UTC',
    'America/Curacao',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
  )
  // Half of them near a change of the clock, where it matters.
  const change = fc.constantFrom(
    '2026-03-29T01:00Z',
    '2026-10-25T01:00Z',
    '2026-04-04T15:00Z',
    '2026-10-03T15:30Z',
    '2026-12-31T23:00Z',
  )
  const near = fc
    .tuple(change, fc.integer({ min: -3e7, max: 3e7 }))
    .map(([text, milliseconds]) => Temporal.Instant.from(text).add({ milliseconds }))
  const moments = fc.oneof(anyInstant, near)

  it('is what Temporal says', () => {
    fc.assert(
      fc.property(moments, zones, (instant, place) => {
        const zoned = instant.toZonedDateTimeISO(place)
        const { day, time } = localTimeOf(instant, place)
        const midnight = Temporal.PlainTime.from('00:00')
        expect(plainDateOf(day).toString()).toBe(zoned.toPlainDate().toString())
        expect(time).toBe(midnight.until(zoned.toPlainTime()).total('milliseconds'))
      }),
    )
  })

  it('comes back as the instant that Temporal finds', () => {
    fc.assert(
      fc.property(moments, zones, (instant, place) => {
        // Any clock time, also one that this zone skips: taken from the clock of UTC.
        const clock = instant.toZonedDateTimeISO('UTC').toPlainDateTime()
        const time = instant.epochMilliseconds - epochDayOf(clock.toPlainDate()) * 86_400_000
        const expected = clock.toZonedDateTime(place, { disambiguation: 'compatible' }).toInstant()
        expect(instantAt(epochDayOf(clock.toPlainDate()), time, place).toString()).toBe(expected.toString())
      }),
    )
  })
})
