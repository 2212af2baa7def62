import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochDay } from '#src/domain/values/epoch-day.ts'
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
  ] as const)('%s %s is %s', ([year, month, day], time, instant) => {
    expect(moment(year, month, day, time)).toBe(instant)
  })

  it('that the clock skips in spring is an hour later', () => {
    expect(moment(2026, 3, 29, '02:30')).toBe('2026-03-29T01:30:00Z')
  })

  it('that comes twice in autumn is the first', () => {
    expect(moment(2026, 10, 25, '02:30')).toBe('2026-10-25T00:30:00Z')
  })

  it('comes back as the same instant, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const { day, time } = localTimeOf(instant, zone)
        expect(time >= 0 && time < 86_400_000).toBe(true)
        const apart = instant.epochMilliseconds - instantAt(day, time, zone).epochMilliseconds
        expect([0, 3_600_000]).toContain(apart)
      }),
    )
  })
})
