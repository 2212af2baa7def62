import { describe, expect, it } from 'vitest'
import { easterSunday } from '#src/domain/values/easter.ts'
import { plainDateOf } from '#src/domain/values/epoch-day.ts'

describe('Easter Sunday', () => {
  it.each(
    `2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01
     2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25`.split(/\s+/),
  )('is on %s', (iso) => {
    expect(plainDateOf(easterSunday(Number(iso.slice(0, 4)))).toString()).toBe(iso)
  })

  it.each('1818-03-22 1943-04-25 1954-04-18 1981-04-19 2038-04-25 2049-04-18 2076-04-19 2285-03-22'.split(' '))(
    'is on %s: one of the earliest and latest there are, and of the years in which simpler rules go wrong',
    (iso) => {
      expect(plainDateOf(easterSunday(Number(iso.slice(0, 4)))).toString()).toBe(iso)
    },
  )

  it('is a Sunday from 22 March to 25 April in every year', () => {
    for (let year = 1900; year <= 2300; year++) {
      const easter = plainDateOf(easterSunday(year))
      expect(easter.dayOfWeek).toBe(7)
      expect(easter.toString().slice(5) >= '03-22' && easter.toString().slice(5) <= '04-25').toBe(true)
    }
  })
})
