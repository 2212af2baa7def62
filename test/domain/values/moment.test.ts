import { describe, expect, it } from 'vitest'
import { formatDutch } from '#src/domain/values/moment.ts'
import { at, zone } from './amsterdam.ts'

describe('a moment in Dutch', () => {
  it.each([
    ['2026-11-02 10:15', 'ma 2 nov 2026 10:15'],
    ['2027-03-09 00:00', 'di 9 mrt 2027 00:00'],
    ['2026-05-06 09:05', 'wo 6 mei 2026 09:05'],
    ['2026-01-01 23:59:59.999', 'do 1 jan 2026 23:59'],
    ['2026-08-07 12:00', 'vr 7 aug 2026 12:00'],
    ['2028-02-29 12:00', 'di 29 feb 2028 12:00'],
    ['2026-10-31 12:00', 'za 31 okt 2026 12:00'],
    ['2026-12-27 12:00', 'zo 27 dec 2026 12:00'],
  ])('%s reads "%s"', (moment, words) => {
    expect(formatDutch(at(moment), zone)).toBe(words)
  })

  it('is what the clock shows in that place', () => {
    expect(formatDutch(at('2026-07-01 00:30'), 'UTC')).toBe('di 30 jun 2026 22:30')
    expect(formatDutch(at('2026-07-01 00:30'), 'America/Curacao')).toBe('di 30 jun 2026 18:30')
  })
})
