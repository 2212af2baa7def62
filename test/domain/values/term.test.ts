import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { closeOfOffice, isWithinOfficeHours } from '#src/domain/values/office-hours.ts'
import { deadlineWithin, momentBefore, type Term } from '#src/domain/values/term.ts'
import { createCalendar, isWorkday, subtractWorkdays } from '#src/domain/values/workday-calendar.ts'
import { anyInstant, at, local, zone } from './amsterdam.ts'

const calendar = createCalendar({})
const office = { from: '09:00', to: '17:00' }
const sending = { from: '08:00', to: '20:00' }

const within = (term: Term, event: string, hours = office) => {
  const { due, breach } = deadlineWithin(term, at(event), 'aanmelding', calendar, hours)
  return [local(due), local(breach)]
}

const before = (term: Term, appointment: string, hours = sending) =>
  local(momentBefore(term, at(appointment), calendar, hours).at)

describe('within a number of workdays', () => {
  it.each([
    ['2026-11-02 10:15', 10, '2026-11-16 10:15:00', '2026-11-16 17:00:00', 'at the same clock time'],
    ['2026-11-02 22:15', 10, '2026-11-16 17:00:00', '2026-11-16 17:00:00', 'received in the evening: at the close'],
    ['2026-11-03 03:00', 1, '2026-11-04 03:00:00', '2026-11-04 17:00:00', 'received at night'],
    ['2026-11-06 16:00', 1, '2026-11-09 16:00:00', '2026-11-09 17:00:00', 'over a weekend'],
    ['2026-11-07 11:00', 1, '2026-11-09 11:00:00', '2026-11-09 17:00:00', 'received on Saturday'],
    ['2026-11-08 23:30', 2, '2026-11-10 17:00:00', '2026-11-10 17:00:00', 'received on Sunday night'],
    ['2026-04-02 10:00', 1, '2026-04-03 10:00:00', '2026-04-03 17:00:00', 'Good Friday counts: it ends sooner'],
    ['2026-04-02 10:00', 2, '2026-04-07 10:00:00', '2026-04-07 17:00:00', 'Easter Monday does not'],
    ['2026-05-13 10:00', 1, '2026-05-15 10:00:00', '2026-05-15 17:00:00', 'the Friday after Ascension counts'],
    ['2026-05-04 10:00', 1, '2026-05-05 10:00:00', '2026-05-05 17:00:00', '5 May counts'],
    ['2025-05-02 10:00', 1, '2025-05-06 10:00:00', '2025-05-06 17:00:00', '5 May of a lustrum year does not'],
    ['2026-04-24 10:00', 1, '2026-04-28 10:00:00', '2026-04-28 17:00:00', "King's Day does not"],
    ['2025-04-25 10:00', 1, '2025-04-28 10:00:00', '2025-04-28 17:00:00', "King's Day on a Saturday changes nothing"],
    ['2026-12-24 10:00', 1, '2026-12-28 10:00:00', '2026-12-28 17:00:00', 'over Christmas'],
    ['2026-03-27 10:15', 1, '2026-03-30 10:15:00', '2026-03-30 17:00:00', 'over the start of summer time'],
    ['2026-10-23 10:15', 1, '2026-10-26 10:15:00', '2026-10-26 17:00:00', 'over its end'],
  ])('%s + %i: due %s, broken after %s (%s)', (event, workdays, due, breach) => {
    expect(within({ workdays }, event)).toEqual([due, breach])
  })

  it("goes by the contract's own office hours", () => {
    expect(within({ workdays: 1 }, '2026-11-03 16:45', { from: '08:30', to: '16:30' })).toEqual([
      '2026-11-04 16:30:00',
      '2026-11-04 16:30:00',
    ])
  })
})

describe('within calendar days, weeks or months', () => {
  it.each<[string, Term, string, string, string]>([
    ['2026-11-02 10:15', { weeks: 1 }, '2026-11-09 17:00:00', '2026-11-09 23:59:59', 'a week'],
    [
      '2026-11-02 23:59',
      { weeks: 2 },
      '2026-11-16 17:00:00',
      '2026-11-16 23:59:59',
      'two weeks, from late in the evening',
    ],
    [
      '2026-11-07 11:00',
      { weeks: 1 },
      '2026-11-13 17:00:00',
      '2026-11-14 23:59:59',
      'from a Saturday: staff act on Friday',
    ],
    ['2026-11-02 10:15', { days: 10 }, '2026-11-12 17:00:00', '2026-11-12 23:59:59', 'ten days'],
    ['2026-01-31 10:15', { months: 1 }, '2026-02-27 17:00:00', '2026-02-28 23:59:59', 'no 31 February: its last day'],
    ['2028-01-31 10:15', { months: 1 }, '2028-02-29 17:00:00', '2028-02-29 23:59:59', 'in a leap year'],
    ['2026-08-31 10:15', { months: 1 }, '2026-09-30 17:00:00', '2026-09-30 23:59:59', 'no 31 September'],
    [
      '2026-02-28 10:15',
      { months: 1 },
      '2026-03-27 17:00:00',
      '2026-03-28 23:59:59',
      'the same day number, not the last day',
    ],
    ['2026-12-15 10:15', { months: 2 }, '2027-02-15 17:00:00', '2027-02-15 23:59:59', 'over New Year'],
    [
      '2026-03-20 10:15',
      { weeks: 2 },
      '2026-04-02 17:00:00',
      '2026-04-03 23:59:59',
      'to Good Friday: the day before is surer',
    ],
    ['2026-03-30 10:15', { weeks: 1 }, '2026-04-02 17:00:00', '2026-04-06 23:59:59', 'to Easter Monday'],
    ['2026-11-07 11:00', { days: 1 }, '2026-11-07 11:00:00', '2026-11-08 23:59:59', 'no workday left: due at once'],
    ['2026-03-28 10:15', { days: 1 }, '2026-03-28 10:15:00', '2026-03-29 23:59:59', 'to the day of 23 hours'],
    ['2026-10-18 10:15', { weeks: 1 }, '2026-10-23 17:00:00', '2026-10-25 23:59:59', 'to the day of 25 hours'],
  ])('%s + %j: due %s, broken after %s (%s)', (event, term, due, breach) => {
    expect(within(term, event)).toEqual([due, breach])
  })

  it('ends with the last millisecond of the day', () => {
    const { breach } = deadlineWithin({ weeks: 1 }, at('2026-10-18 10:15'), 'aanmelding', calendar, office)
    expect(breach.toString()).toBe('2026-10-25T22:59:59.999Z')
    expect(breach.add({ milliseconds: 1 }).equals(at('2026-10-26 00:00'))).toBe(true)
  })
})

describe('within a number of hours', () => {
  it.each([
    ['2026-11-06 16:00', 24, '2026-11-07 16:00:00', 'into the weekend'],
    ['2026-12-24 20:00', 24, '2026-12-25 20:00:00', 'on Christmas Day'],
    ['2026-03-28 10:15', 24, '2026-03-29 11:15:00', 'of the clock, over the start of summer time'],
    ['2026-10-24 10:15', 24, '2026-10-25 09:15:00', 'of the clock, over its end'],
  ])('%s + %i = %s (%s)', (event, hours, end) => {
    expect(within({ hours }, event)).toEqual([end, end])
  })
})

describe('at least so long before an appointment', () => {
  it.each([
    ['2026-11-16 10:30', { workdays: 5 }, '2026-11-09 10:30:00', 'at the same clock time'],
    ['2026-11-10 08:30', { workdays: 5 }, '2026-11-03 08:30:00', 'early, but inside sending hours'],
    ['2026-11-10 07:30', { workdays: 5 }, '2026-11-02 20:00:00', 'before they open: a workday earlier'],
    ['2026-11-09 07:30', { workdays: 5 }, '2026-10-30 20:00:00', 'before they open on Monday: on Friday'],
    ['2026-11-10 20:30', { workdays: 5 }, '2026-11-03 20:00:00', 'after they close: as they close'],
    ['2026-11-14 11:00', { workdays: 1 }, '2026-11-13 11:00:00', 'of an appointment on Saturday'],
    ['2026-04-08 10:30', { workdays: 5 }, '2026-03-30 10:30:00', 'Good Friday does not count: we act sooner'],
    ['2026-05-18 10:30', { workdays: 1 }, '2026-05-13 10:30:00', 'nor does the Friday after Ascension'],
    ['2026-05-06 10:30', { workdays: 1 }, '2026-05-04 10:30:00', 'nor 5 May'],
    ['2026-03-30 10:30', { workdays: 1 }, '2026-03-27 10:30:00', 'over the start of summer time'],
    ['2026-11-16 10:30', { weeks: 1 }, '2026-11-09 10:30:00', 'a week'],
    ['2027-01-03 10:30', { days: 2 }, '2026-12-31 20:00:00', 'days, back to New Year: the last workday before'],
    ['2026-03-31 10:30', { months: 1 }, '2026-02-27 20:00:00', 'a month: the last day of February, a Saturday'],
    ['2026-11-16 10:30', { hours: 24 }, '2026-11-13 20:00:00', 'hours'],
  ] as [string, Term, string, string][])('%s - %j = %s (%s)', (appointment, term, moment) => {
    expect(before(term, appointment)).toBe(moment)
  })

  it('a message that may only go out from 09:00 goes a workday earlier for an appointment at 08:30', () => {
    expect(before({ workdays: 5 }, '2026-11-10 08:30', office)).toBe('2026-11-02 17:00:00')
  })
})

describe('a term that is no whole number from 1', () => {
  it.each<Term>([{ workdays: 0 }, { workdays: -1 }, { days: 1.5 }, { weeks: Number.NaN }, { months: 0 }, { hours: 0 }])(
    'is refused: %j',
    (term) => {
      expect(() => deadlineWithin(term, at('2026-11-02 10:15'), 'aanmelding', calendar, office)).toThrow(RangeError)
      expect(() => momentBefore(term, at('2026-11-02 10:15'), calendar, sending)).toThrow(RangeError)
    },
  )
})

const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ workdays: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ weeks: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ months: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ hours: fc.integer({ min: 1, max: 100 }) }),
)

describe('every deadline', () => {
  it('is due after its event, or at it, and no later than its breach', () => {
    fc.assert(
      fc.property(anyTerm, anyInstant, (term, event) => {
        const { due, breach } = deadlineWithin(term, event, 'aanmelding', calendar, office)
        expect(Temporal.Instant.compare(event, due)).toBeLessThanOrEqual(0)
        expect(Temporal.Instant.compare(due, breach)).toBeLessThanOrEqual(0)
        expect(Temporal.Instant.compare(event, breach)).toBe(-1)
      }),
    )
  })

  it('in workdays falls on a workday, at the clock time of the event or at the close', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), anyInstant, (workdays, event) => {
        const { due, breach } = deadlineWithin({ workdays }, event, 'aanmelding', calendar, office)
        const end = due.toZonedDateTimeISO(zone)
        expect(isWorkday(calendar, end.toPlainDate(), 'act-within')).toBe(true)
        expect(breach.equals(closeOfOffice(calendar, office, end.toPlainDate()))).toBe(true)
        const same = end.toPlainTime().equals(event.toZonedDateTimeISO(zone).toPlainTime())
        expect(same || due.equals(breach)).toBe(true)
      }),
    )
  })

  it('comes no sooner for a later event', () => {
    fc.assert(
      fc.property(anyTerm, anyInstant, fc.integer({ min: 0, max: 40 * 86_400 }), (term, event, seconds) => {
        const first = deadlineWithin(term, event, 'aanmelding', calendar, office)
        const second = deadlineWithin(term, event.add({ seconds }), 'aanmelding', calendar, office)
        expect(Temporal.Instant.compare(first.breach, second.breach)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('every moment before an appointment', () => {
  it('lies in sending hours, and no later than the plain reading', () => {
    fc.assert(
      fc.property(anyTerm, anyInstant, (term, appointment) => {
        const { at: moment } = momentBefore(term, appointment, calendar, sending)
        expect(isWithinOfficeHours(calendar, sending, moment, 'act-before')).toBe(true)
        expect(Temporal.Instant.compare(moment, appointment)).toBe(-1)
        if (!('workdays' in term)) return
        const start = appointment.toZonedDateTimeISO(zone)
        const day = subtractWorkdays(calendar, start.toPlainDate(), term.workdays, 'act-before')
        const plain = day.toZonedDateTime({ timeZone: zone, plainTime: start.toPlainTime() }).toInstant()
        expect(Temporal.Instant.compare(moment, plain)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('on a workday leaves the whole term: counted forward again, doubtful days too, it does not pass the appointment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), anyInstant, (workdays, appointment) => {
        fc.pre(isWorkday(calendar, appointment.toZonedDateTimeISO(zone).toPlainDate(), 'act-within'))
        const { at: moment } = momentBefore({ workdays }, appointment, calendar, sending)
        const { due } = deadlineWithin({ workdays }, moment, 'uitnodiging', calendar, { from: '00:00', to: '24:00' })
        expect(Temporal.Instant.compare(due, appointment)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
