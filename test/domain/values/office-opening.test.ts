import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { officeOpening } from '#src/domain/values/office-opening.ts'
import { isWithinOfficeHours } from '#src/domain/values/office-hours.ts'
import { createCalendar, isClosed } from '#src/domain/values/workday-calendar.ts'
import { anyInstant, at, local } from './amsterdam.ts'

const calendar = createCalendar({ closingDays: ['2026-11-09'], bridgeDays: ['2026-12-31'] })
const office = { from: '08:30', to: '17:00' }

const told = (moment: string): string => {
  const opening = officeOpening(calendar, office, at(moment))
  return opening.kind === 'now' ? `now, until ${local(opening.until)}` : `from ${local(opening.from)}`
}

describe('when somebody is there', () => {
  it.each([
    ['2026-11-03 08:30', 'now, until 2026-11-03 17:00:00', 'from the opening on'],
    ['2026-11-03 16:30', 'now, until 2026-11-03 17:00:00', 'half an hour before the close'],
    ['2026-11-03 16:30:01', 'from 2026-11-04 08:30:00', 'just before the close: the next workday'],
    ['2026-11-03 17:00', 'from 2026-11-04 08:30:00', 'at the close'],
    ['2026-11-03 22:15', 'from 2026-11-04 08:30:00', 'in the evening'],
    ['2026-11-04 03:00', 'from 2026-11-04 08:30:00', 'at night: the same morning'],
    ['2026-11-04 08:29:59', 'from 2026-11-04 08:30:00', 'a second before the opening'],
    ['2026-10-31 12:00', 'from 2026-11-02 08:30:00', 'in the weekend'],
    ['2026-11-06 16:45', 'from 2026-11-10 08:30:00', 'before a weekend and a closing day'],
    ['2026-11-09 11:00', 'from 2026-11-10 08:30:00', 'on a closing day'],
    ['2026-12-24 20:00', 'from 2026-12-28 08:30:00', 'before Christmas and the weekend behind it'],
    ['2026-12-31 11:00', 'from 2027-01-04 08:30:00', 'on a day on which the office may be closed'],
    ['2026-10-24 12:00', 'from 2026-10-26 08:30:00', 'over the night in which summer time ends'],
  ])('%s: %s (%s)', (moment, words) => {
    expect(told(moment)).toBe(words)
  })

  it('is never in the past, and on no day without anybody', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        const opening = officeOpening(calendar, office, now)
        const named = opening.kind === 'now' ? opening.until : opening.from
        expect(Temporal.Instant.compare(named, now)).toBeGreaterThan(0)
        expect(isWithinOfficeHours(calendar, office, named)).toBe(true)
        expect(isClosed(calendar, named.toZonedDateTimeISO(calendar.zone).toPlainDate())).toBe(false)
      }),
    )
  })
})
