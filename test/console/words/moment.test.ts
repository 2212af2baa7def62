import { describe, expect, it } from 'vitest'
import { dayNear, lengthInWords, momentNear } from '#src/console/words/moment.ts'
import { amsterdam } from '#test/support/universe.ts'

const context = { now: amsterdam('2026-12-30T23:30'), zone: 'Europe/Amsterdam' }

describe('momentNear', () => {
  it.each([
    ['2026-12-30T00:01', 'vandaag 00:01'],
    ['2026-12-31T09:00', 'morgen 09:00'],
    ['2026-12-29T10:30', 'gisteren 10:30'],
    ['2026-11-10T10:00', 'di 10 november, 10:00'],
    ['2027-01-05T10:00', 'di 5 januari 2027, 10:00'],
  ])('%s is %s', (local, words) => {
    expect(momentNear(amsterdam(local), context)).toBe(words)
  })
})

describe('dayNear', () => {
  it.each([
    ['2026-12-30T08:00', 'vandaag'],
    ['2026-12-01T08:00', 'dinsdag 1 december'],
    ['2027-01-05T08:00', 'dinsdag 5 januari 2027'],
  ])('%s is %s', (local, words) => {
    expect(dayNear(amsterdam(local), context)).toBe(words)
  })
})

describe('lengthInWords', () => {
  it.each([
    [{ seconds: 20 }, '1 minuut'],
    [{ minutes: 59 }, '59 minuten'],
    [{ hours: 1 }, '1 uur'],
    [{ hours: 23, minutes: 59 }, '23 uur'],
    [{ hours: 24 }, '1 dag'],
    [{ hours: 200 }, '8 dagen'],
  ])('%j is %s', (length, words) => {
    expect(lengthInWords(context.now, context.now.add(length))).toBe(words)
    expect(lengthInWords(context.now, context.now.subtract(length))).toBe(words)
  })
})
