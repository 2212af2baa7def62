import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { closeOfOffice, isWithinOfficeHours, subtractOfficeHours } from '#src/domain/values/office-hours.ts'
import { createCalendar } from '#src/domain/values/workday-calendar.ts'
import { anyInstant, at, date, local } from './amsterdam.ts'

const calendar = createCalendar({})
const office = { from: '09:00', to: '17:00' }

describe('counting back office hours', () => {
  it.each([
    ['2026-11-03 15:00', 2, '2026-11-03 13:00:00', 'on the same day'],
    ['2026-11-03 11:00', 2, '2026-11-03 09:00:00', 'to the opening itself'],
    ['2026-11-03 10:00', 2, '2026-11-02 16:00:00', 'over a night'],
    ['2026-11-03 08:00', 2, '2026-11-02 15:00:00', 'from before opening'],
    ['2026-11-03 20:00', 2, '2026-11-03 15:00:00', 'from after closing'],
    ['2026-11-02 09:30', 2, '2026-10-30 15:30:00', 'over a weekend'],
    ['2026-11-01 12:00', 2, '2026-10-30 15:00:00', 'from a Sunday'],
    ['2026-04-07 10:00', 2, '2026-04-03 16:00:00', 'over Easter, to Good Friday, which counts as a workday here'],
    ['2026-12-28 10:00', 2, '2026-12-24 16:00:00', 'over Christmas'],
    ['2026-11-03 10:00', 10, '2026-10-30 16:00:00', 'over a whole day and a weekend'],
    ['2026-11-03 10:00', 0, '2026-11-03 10:00:00', 'not at all'],
    ['2026-11-03 20:00', 0, '2026-11-03 17:00:00', 'not at all, from after closing'],
    ['2026-11-03 10:00', 1.5, '2026-11-02 16:30:00', 'by a fraction'],
    ['2026-03-30 10:00', 3, '2026-03-27 15:00:00', 'over the night in which summer time starts'],
  ])('%s - %f = %s (%s)', (from, n, to) => {
    expect(local(subtractOfficeHours(calendar, office, at(from), n))).toBe(to)
  })

  it('lands in office hours, and counting back in two steps is the same as in one', () => {
    const hours = fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4)
    fc.assert(
      fc.property(anyInstant, hours, hours, (from, a, b) => {
        const once = subtractOfficeHours(calendar, office, from, a)
        expect(isWithinOfficeHours(calendar, office, once)).toBe(true)
        expect(Temporal.Instant.compare(once, from)).toBe(-1)
        const twice = subtractOfficeHours(calendar, office, once, b)
        expect(twice.equals(subtractOfficeHours(calendar, office, from, a + b))).toBe(true)
      }),
    )
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %f hours', (n) => {
    expect(() => subtractOfficeHours(calendar, office, at('2026-11-03 10:00'), n)).toThrow(RangeError)
  })

  it.each([
    { from: '17:00', to: '09:00' },
    { from: '09:00', to: '09:00' },
    { from: '9:00', to: '17:00' },
    { from: '09:00', to: '25:00' },
    { from: '09:60', to: '17:00' },
  ])('refuses hours that are never open or no hours: $from-$to', (hours) => {
    expect(() => subtractOfficeHours(calendar, hours, at('2026-11-03 10:00'), 1)).toThrow(RangeError)
  })
})

describe('the close of the office', () => {
  it('is at the same clock time in winter and in summer', () => {
    expect(closeOfOffice(calendar, office, date('2026-01-05')).toString()).toBe('2026-01-05T16:00:00Z')
    expect(closeOfOffice(calendar, office, date('2026-07-06')).toString()).toBe('2026-07-06T15:00:00Z')
  })

  it('may be midnight', () => {
    expect(local(closeOfOffice(calendar, { from: '00:00', to: '24:00' }, date('2026-11-03')))).toBe(
      '2026-11-04 00:00:00',
    )
  })
})

describe('office hours', () => {
  it.each([
    ['2026-11-03 09:00', true],
    ['2026-11-03 17:00', true],
    ['2026-11-03 08:59:59', false],
    ['2026-11-03 17:00:01', false],
    ['2026-11-07 12:00', false],
    ['2026-04-06 12:00', false],
  ])('on %s: %s', (moment, open) => {
    expect(isWithinOfficeHours(calendar, office, at(moment))).toBe(open)
  })

  it('on a doubtful day depend on the reading', () => {
    const goodFriday = at('2026-04-03 12:00')
    expect(isWithinOfficeHours(calendar, office, goodFriday)).toBe(true)
    expect(isWithinOfficeHours(calendar, office, goodFriday, 'act-before')).toBe(false)
  })
})
