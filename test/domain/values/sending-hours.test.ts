import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isWithinOfficeHours } from '#src/domain/values/office-hours.ts'
import { lastSendingMomentBefore, nextSendingMoment } from '#src/domain/values/sending-hours.ts'
import { createCalendar } from '#src/domain/values/workday-calendar.ts'
import { anyInstant, at, local } from './amsterdam.ts'

const calendar = createCalendar({ closingDays: ['2026-11-04'] })
const sending = { from: '08:00', to: '20:00' }

describe('when the bot may send', () => {
  it.each([
    ['2026-11-03 12:34', '2026-11-03 12:34:00', '2026-11-03 12:34:00', 'now, inside the hours'],
    ['2026-11-03 08:00', '2026-11-03 08:00:00', '2026-11-03 08:00:00', 'now, as they open'],
    ['2026-11-03 20:00', '2026-11-03 20:00:00', '2026-11-03 20:00:00', 'now, as they close'],
    ['2026-11-03 07:59', '2026-11-03 08:00:00', '2026-11-02 20:00:00', 'early in the morning'],
    ['2026-11-03 20:01', '2026-11-04 08:00:00', '2026-11-03 20:00:00', 'in the evening'],
    ['2026-11-06 22:00', '2026-11-09 08:00:00', '2026-11-06 20:00:00', 'on Friday evening'],
    ['2026-11-08 12:00', '2026-11-09 08:00:00', '2026-11-06 20:00:00', 'on Sunday'],
    ['2026-11-09 06:00', '2026-11-09 08:00:00', '2026-11-06 20:00:00', 'early on Monday'],
    ['2026-04-03 12:00', '2026-04-07 08:00:00', '2026-04-02 20:00:00', 'on Good Friday, a doubtful day, before Easter'],
    [
      '2026-11-04 12:00',
      '2026-11-04 12:00:00',
      '2026-11-04 12:00:00',
      'on a closing day: that closes the office, not the bot',
    ],
    ['2026-03-29 03:30', '2026-03-30 08:00:00', '2026-03-27 20:00:00', 'in the night in which summer time starts'],
  ])('%s: next %s, last %s (%s)', (moment, next, last) => {
    expect(local(nextSendingMoment(calendar, sending, at(moment)))).toBe(next)
    expect(local(lastSendingMomentBefore(calendar, sending, at(moment)))).toBe(last)
  })

  it('is the given instant to the nanosecond when that will do', () => {
    const instant = Temporal.Instant.from('2026-11-03T10:00:00.123456789Z')
    expect(nextSendingMoment(calendar, sending, instant).equals(instant)).toBe(true)
    expect(lastSendingMomentBefore(calendar, sending, instant).equals(instant)).toBe(true)
  })

  it('lies around the given instant, on workdays and inside the hours, and nothing sendable lies between', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const next = nextSendingMoment(calendar, sending, instant)
        const last = lastSendingMomentBefore(calendar, sending, instant)
        expect(Temporal.Instant.compare(last, instant)).toBeLessThanOrEqual(0)
        expect(Temporal.Instant.compare(next, instant)).toBeGreaterThanOrEqual(0)
        for (const moment of [next, last])
          expect(isWithinOfficeHours(calendar, sending, moment, 'act-before')).toBe(true)
        for (
          let probe = last.add({ minutes: 31 });
          Temporal.Instant.compare(probe, next) < 0;
          probe = probe.add({ minutes: 31 })
        ) {
          expect(isWithinOfficeHours(calendar, sending, probe, 'act-before')).toBe(false)
        }
      }),
    )
  })
})
