import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { civilDate, epochDay, epochDayOf, plainDateOf, weekdayOf } from '#src/domain/values/epoch-day.ts'

const anyDay = fc.integer({ min: -200_000, max: 200_000 })

describe('a day as a number', () => {
  it('counts from 1 January 1970', () => {
    expect(epochDay(1970, 1, 1)).toBe(0)
    expect(epochDay(1969, 12, 31)).toBe(-1)
    expect(epochDay(2024, 2, 29)).toBe(19_782)
    expect(civilDate(19_782)).toEqual({ year: 2024, month: 2, day: 29 })
  })

  it('is the same day that Temporal finds, before 1970 and in leap years too', () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days })
        expect(plainDateOf(days).equals(date)).toBe(true)
        expect(epochDayOf(date)).toBe(days)
        expect(weekdayOf(days)).toBe(date.dayOfWeek)
      }),
    )
  })
})
