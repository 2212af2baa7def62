import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { ourLanguages, type Language } from '#src/domain/values/language.ts'
import { tigrinyaDay } from '#src/services/tigrinya-day.ts'
import { dayInWords, timeInWords } from '#src/services/words.ts'

const zone = 'Europe/Amsterdam'
const days = Array.from({ length: 366 }, (_, n) => Temporal.Instant.from('2028-01-01T11:00Z').add({ hours: 24 * n }))

describe('a day in words', () => {
  it.each<[Language, string]>([
    ['nl', 'dinsdag 10 november'],
    ['en', 'Tuesday 10 November'],
    ['tr', '10 Kasım Salı'],
    ['ar', 'الثلاثاء، 10 نوفمبر'],
    ['pl', 'wtorek 10 listopada'],
    ['uk', 'вівторок 10 листопада'],
    ['ru', 'вторник 10 ноября'],
    ['ti', 'ሰሉስ፣ 10 ሕዳር'],
    ['fa', 'سه‌شنبه 10 نوامبر'],
    ['es', 'martes 10 de noviembre'],
    ['fr', 'mardi 10 novembre'],
  ])('is written out in %s', (language, words) => {
    expect(dayInWords(Temporal.Instant.from('2026-11-10T09:00Z'), language, zone)).toBe(words)
  })

  it.each(ourLanguages)(
    'names the day of the month of this calendar in %s, in digits that can be typed back',
    (language) => {
      for (const day of days) {
        const written = dayInWords(day, language, zone).match(/\d+/g)
        expect(written).toEqual([String(day.toZonedDateTimeISO(zone).day)])
      }
    },
  )

  it('is the same in fixed words, for a Node that has no Tigrinya', () => {
    expect(days.map((day) => tigrinyaDay(day, zone))).toEqual(days.map((day) => dayInWords(day, 'ti', zone)))
  })

  it('is the day there, not here', () => {
    const late = Temporal.Instant.from('2026-11-09T23:30Z')
    expect(tigrinyaDay(late, zone)).toBe('ሰሉስ፣ 10 ሕዳር')
    expect(timeInWords(late, zone)).toBe('00:30')
  })
})
