import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addWorkdays,
  createCalendar,
  dayKind,
  isClosed,
  isWorkday,
  subtractWorkdays,
  type Reading,
} from '#src/domain/values/workday-calendar.ts'
import { anyDate, anyReading, date } from './amsterdam.ts'

const plain = createCalendar({})

/**
 * Written out, not computed: Good Friday, Easter Sunday, Easter Monday, King's Day, Ascension, the Friday after, Whit Monday, and how
 * many workdays the year has in each reading (counted with another program).
 */
const years = [
  [2024, '03-29', '03-31', '04-01', '04-27', '05-09', '05-10', '05-20', 256, 254],
  [2025, '04-18', '04-20', '04-21', '04-26', '05-29', '05-30', '06-09', 254, 252],
  [2026, '04-03', '04-05', '04-06', '04-27', '05-14', '05-15', '05-25', 255, 252],
  [2027, '03-26', '03-28', '03-29', '04-27', '05-06', '05-07', '05-17', 256, 253],
  [2028, '04-14', '04-16', '04-17', '04-27', '05-25', '05-26', '06-05', 254, 251],
  [2029, '03-30', '04-01', '04-02', '04-27', '05-10', '05-11', '05-21', 254, 252],
  [2030, '04-19', '04-21', '04-22', '04-27', '05-30', '05-31', '06-10', 255, 253],
  [2031, '04-11', '04-13', '04-14', '04-26', '05-22', '05-23', '06-02', 255, 252],
  [2032, '03-26', '03-28', '03-29', '04-27', '05-06', '05-07', '05-17', 257, 254],
  [2033, '04-15', '04-17', '04-18', '04-27', '05-26', '05-27', '06-06', 255, 252],
  [2034, '04-07', '04-09', '04-10', '04-27', '05-18', '05-19', '05-29', 254, 251],
  [2035, '03-23', '03-25', '03-26', '04-27', '05-03', '05-04', '05-14', 254, 252],
] as const

describe.each(years)(
  '%i',
  (year, goodFriday, easter, easterMonday, kingsDay, ascension, bridge, whitMonday, within, before) => {
    const day = (monthDay: string) => date(`${year}-${monthDay}`)
    const lustrum = year % 5 === 0

    it('has its holidays, and no others, on these days', () => {
      const expected = new Map<string, string>([
        ['01-01', 'Nieuwjaarsdag'],
        [goodFriday, 'Goede Vrijdag'],
        [easter, 'Eerste Paasdag'],
        [easterMonday, 'Tweede Paasdag'],
        [kingsDay, 'Koningsdag'],
        ['05-05', 'Bevrijdingsdag'],
        [ascension, 'Hemelvaartsdag'],
        [bridge, 'vrijdag na Hemelvaart'],
        [day(whitMonday).subtract({ days: 1 }).toString().slice(5), 'Eerste Pinksterdag'],
        [whitMonday, 'Tweede Pinksterdag'],
        ['12-25', 'Eerste Kerstdag'],
        ['12-26', 'Tweede Kerstdag'],
      ])
      const names = new Map<string, string>()
      for (let at = day('01-01'); at.year === year; at = at.add({ days: 1 })) {
        const { name } = dayKind(plain, at)
        if (name !== undefined) names.set(at.toString().slice(5), name)
      }
      expect(names).toEqual(expected)
    })

    it('has as many workdays as were counted apart, in each reading', () => {
      const count = (reading: Reading) => {
        let workdays = 0
        for (let at = day('01-01'); at.year === year; at = at.add({ days: 1 }))
          if (isWorkday(plain, at, reading)) workdays++
        return workdays
      }
      expect([count('act-within'), count('act-before')]).toEqual([within, before])
    })

    it('has no work on the days of the Algemene termijnenwet, in either reading', () => {
      const holidays = [
        '01-01',
        easterMonday,
        kingsDay,
        ascension,
        whitMonday,
        '12-25',
        '12-26',
        ...(lustrum ? ['05-05'] : []),
      ]
      for (const monthDay of holidays) {
        expect(isWorkday(plain, day(monthDay), 'act-within')).toBe(false)
        expect(isWorkday(plain, day(monthDay), 'act-before')).toBe(false)
      }
    })

    it('counts its doubtful days within a term and not before an appointment', () => {
      const weekday = (monthDay: string) => day(monthDay).dayOfWeek < 6
      for (const monthDay of [goodFriday, bridge, ...(lustrum ? [] : ['05-05'])].filter(weekday)) {
        expect(dayKind(plain, day(monthDay)).kind).toBe('doubtful')
        expect(isWorkday(plain, day(monthDay), 'act-within')).toBe(true)
        expect(isWorkday(plain, day(monthDay), 'act-before')).toBe(false)
        expect(isClosed(plain, day(monthDay))).toBe(true)
      }
    })
  },
)

describe("King's Day", () => {
  it.each([
    [2025, '2025-04-26'],
    [2031, '2031-04-26'],
    [2036, '2036-04-26'],
  ])('of %i is on a Saturday, because 27 April is a Sunday; the Monday is a workday', (_, saturday) => {
    expect(dayKind(plain, date(saturday))).toEqual({ kind: 'weekend', name: 'Koningsdag' })
    expect(dayKind(plain, date(saturday).add({ days: 1 }))).toEqual({ kind: 'weekend' })
    expect(isWorkday(plain, date(saturday).add({ days: 2 }), 'act-before')).toBe(true)
  })
})

describe('what a contract file adds', () => {
  const calendar = createCalendar({
    bridgeDays: ['2026-12-24', '2026-12-26', '2026-04-06'],
    closingDays: ['2026-07-20'],
    settled: { '2026-04-03': 'free', '2026-05-05': 'workday', '2026-12-31': 'free' },
  })

  it('a bridge day is doubtful', () => {
    expect(dayKind(calendar, date('2026-12-24'))).toEqual({ kind: 'doubtful', name: 'brugdag' })
    expect(isWorkday(calendar, date('2026-12-24'), 'act-within')).toBe(true)
    expect(isWorkday(calendar, date('2026-12-24'), 'act-before')).toBe(false)
  })

  it('a bridge day that is a holiday or in a weekend stays what it is', () => {
    expect(dayKind(calendar, date('2026-04-06'))).toEqual({ kind: 'holiday', name: 'Tweede Paasdag' })
    expect(dayKind(calendar, date('2026-12-26')).kind).toBe('weekend')
  })

  it('a settled day is what was agreed, in both readings', () => {
    for (const reading of ['act-within', 'act-before'] as const) {
      expect(isWorkday(calendar, date('2026-04-03'), reading)).toBe(false)
      expect(isWorkday(calendar, date('2026-05-05'), reading)).toBe(true)
      expect(isWorkday(calendar, date('2026-12-31'), reading)).toBe(false)
    }
    expect(dayKind(calendar, date('2026-05-05'))).toEqual({ kind: 'workday', name: 'Bevrijdingsdag' })
    expect(dayKind(calendar, date('2026-04-03'))).toEqual({ kind: 'holiday', name: 'Goede Vrijdag' })
  })

  it('a closing day has no appointments and never stretches a term', () => {
    expect(isClosed(calendar, date('2026-07-20'))).toBe(true)
    expect(isClosed(calendar, date('2026-07-21'))).toBe(false)
    expect(isWorkday(calendar, date('2026-07-20'), 'act-within')).toBe(true)
    expect(addWorkdays(calendar, date('2026-07-17'), 1, 'act-within').toString()).toBe('2026-07-20')
  })

  it('leaves the same days of other years alone', () => {
    expect(dayKind(calendar, date('2027-12-24')).kind).toBe('workday')
    expect(isClosed(calendar, date('2027-07-20'))).toBe(false)
  })

  it.each(['2026-02-30', '24-12-2026', '2026-13-01', '20261224', '2026-12-24T00:00', ''])(
    'a date that is none is refused with what to write: "%s"',
    (text) => {
      expect(() => createCalendar({ bridgeDays: [text] })).toThrow(/is not a date.*'2026-05-15'/)
      expect(() => createCalendar({ settled: { [text]: 'free' } })).toThrow(RangeError)
    },
  )
})

describe('counting workdays', () => {
  it.each([
    ['2026-11-02', 10, 'act-within', '2026-11-16'],
    ['2026-11-06', 1, 'act-within', '2026-11-09'],
    ['2026-11-07', 1, 'act-within', '2026-11-09'],
    ['2026-11-08', 1, 'act-within', '2026-11-09'],
    ['2026-04-02', 1, 'act-within', '2026-04-03'],
    ['2026-04-02', 1, 'act-before', '2026-04-07'],
    ['2026-12-24', 1, 'act-within', '2026-12-28'],
    ['2026-05-13', 1, 'act-within', '2026-05-15'],
    ['2026-05-13', 1, 'act-before', '2026-05-18'],
    ['2025-05-02', 1, 'act-within', '2025-05-06'],
    ['2024-02-28', 2, 'act-within', '2024-03-01'],
    ['2026-12-31', 1, 'act-within', '2027-01-04'],
    ['2026-11-02', 0, 'act-within', '2026-11-02'],
    ['2026-11-07', 0, 'act-within', '2026-11-07'],
  ] as const)('%s + %i (%s) = %s', (from, n, reading, to) => {
    expect(addWorkdays(plain, date(from), n, reading).toString()).toBe(to)
  })

  it.each([
    ['2026-11-16', 5, 'act-before', '2026-11-09'],
    ['2026-04-08', 5, 'act-before', '2026-03-30'],
    ['2026-04-08', 5, 'act-within', '2026-03-31'],
    ['2026-05-12', 5, 'act-before', '2026-05-04'],
    ['2026-01-05', 1, 'act-before', '2026-01-02'],
    ['2026-11-15', 1, 'act-before', '2026-11-13'],
  ] as const)('%s - %i (%s) = %s', (from, n, reading, to) => {
    expect(subtractWorkdays(plain, date(from), n, reading).toString()).toBe(to)
  })

  it('refuses half a day', () => {
    expect(() => addWorkdays(plain, date('2026-11-02'), 1.5, 'act-within')).toThrow(/whole days/)
    expect(() => addWorkdays(plain, date('2026-11-02'), Number.NaN, 'act-within')).toThrow(RangeError)
  })

  const count = fc.integer({ min: 1, max: 60 })

  it('ends on a workday, and comes back to the day it left when that was one', () => {
    fc.assert(
      fc.property(anyDate, count, anyReading, (from, n, reading) => {
        const to = addWorkdays(plain, from, n, reading)
        expect(isWorkday(plain, to, reading)).toBe(true)
        const back = subtractWorkdays(plain, to, n, reading)
        expect(Temporal.PlainDate.compare(back, from)).toBe(isWorkday(plain, from, reading) ? 0 : -1)
      }),
    )
  })

  it('passes exactly n workdays', () => {
    fc.assert(
      fc.property(anyDate, count, anyReading, (from, n, reading) => {
        const to = addWorkdays(plain, from, n, reading)
        let passed = 0
        for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
          if (isWorkday(plain, day, reading)) passed++
        }
        expect(passed).toBe(n)
      }),
    )
  })

  it('never ends sooner from a later day, nor with more days to count', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(30), count, anyReading, (from, gap, n, reading) => {
        const to = addWorkdays(plain, from, n, reading)
        expect(
          Temporal.PlainDate.compare(to, addWorkdays(plain, from.add({ days: gap }), n, reading)),
        ).toBeLessThanOrEqual(0)
        expect(Temporal.PlainDate.compare(to, addWorkdays(plain, from, n + 1, reading))).toBe(-1)
      }),
    )
  })

  it('counts doubtful days against us: within a term it ends no later, before an appointment it starts no later', () => {
    fc.assert(
      fc.property(anyDate, count, (from, n) => {
        const sooner = addWorkdays(plain, from, n, 'act-within')
        expect(Temporal.PlainDate.compare(sooner, addWorkdays(plain, from, n, 'act-before'))).toBeLessThanOrEqual(0)
        const earlier = subtractWorkdays(plain, from, n, 'act-before')
        expect(Temporal.PlainDate.compare(earlier, subtractWorkdays(plain, from, n, 'act-within'))).toBeLessThanOrEqual(
          0,
        )
      }),
    )
  })
})
