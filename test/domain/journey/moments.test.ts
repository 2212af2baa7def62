import { describe, expect, it } from 'vitest'
import type { Attendance } from '#src/domain/journey/attendance.ts'
import {
  askCoachMoment,
  askCoordinatorMoment,
  dayBeforeMoment,
  invitationDeadline,
  isSameDay,
  noShowDeadline,
  noShowNoticeMoment,
  reminderMoment,
  startOfDay,
  unknownNoticeMoment,
  workdaysAfter,
  workdaysBefore,
} from '#src/domain/journey/moments.ts'
import { at, local } from '../values/amsterdam.ts'
import { changedRules, rulesOf } from './rules.ts'
import { idOf, slotAt } from './telling.ts'

const attendance = (start: string, minutes = 60): Attendance => ({
  ...slotAt(start, minutes),
  id: idOf('first'),
  kind: 'intake',
  plannedAt: at('2026-01-01 09:00'),
  chosenBy: 'system',
})

const minute = (instant: ReturnType<typeof at> | undefined): string => (instant ? local(instant).slice(0, 16) : 'never')

describe('before the appointment', () => {
  it.each([
    ['a Tuesday', '2026-11-10 10:00', '2026-11-03 10:00', '2026-11-02 10:00', '2026-11-09 10:00'],
    ['a Monday after a weekend', '2026-11-16 10:00', '2026-11-09 10:00', '2026-11-06 10:00', '2026-11-13 10:00'],
    ['after Christmas', '2026-12-30 13:30', '2026-12-22 13:30', '2026-12-21 13:30', '2026-12-29 10:00'],
    ['after Good Friday and Easter', '2026-04-07 09:00', '2026-03-27 09:00', '2026-03-26 09:00', '2026-04-02 10:00'],
    ['after Ascension and its Friday', '2026-05-19 09:00', '2026-05-08 09:00', '2026-05-07 09:00', '2026-05-18 10:00'],
    [
      'before sending hours: a workday earlier, at their end',
      '2026-11-10 07:30',
      '2026-11-02 20:00',
      '2026-10-30 20:00',
      '2026-11-09 10:00',
    ],
    ['across the change of the clock', '2026-03-31 10:00', '2026-03-24 10:00', '2026-03-23 10:00', '2026-03-30 10:00'],
  ])('of %s: last invitation, reminder, day before', (_, start, invite, remind, dayBefore) => {
    const rules = rulesOf('lansingerland')
    const { startsAt } = attendance(start)
    expect([
      minute(invitationDeadline(startsAt, rules).at),
      minute(reminderMoment(startsAt, rules)),
      minute(dayBeforeMoment(startsAt, rules)),
    ]).toEqual([invite, remind, dayBefore])
  })

  it('has no reminder of the day before where the contract file has no such rule', () => {
    const rules = changedRules('rip', () => ({ day_before_reminder: undefined }))
    expect(dayBeforeMoment(at('2026-11-10 10:00'), rules)).toBeUndefined()
  })
})

describe('after a missed appointment', () => {
  it.each([
    // contract, start, last moment, notice, coach asked, coordinator asked, told that it is not known
    [
      'lansingerland',
      '2026-11-11 13:30',
      '2026-11-12 13:30',
      '2026-11-12 11:30',
      '2026-11-11 15:00',
      '2026-11-12 10:00',
      '2026-11-12 11:30',
    ],
    [
      'lansingerland',
      '2026-11-10 10:00',
      '2026-11-11 10:00',
      '2026-11-10 16:00',
      '2026-11-10 11:30',
      '2026-11-10 15:00',
      '2026-11-10 16:00',
    ],
    // rip is open from half past eight: an hour and a half of Wednesday, half an hour of Tuesday.
    [
      'rip',
      '2026-11-10 10:00',
      '2026-11-11 10:00',
      '2026-11-10 16:30',
      '2026-11-10 11:30',
      '2026-11-10 15:30',
      '2026-11-10 16:30',
    ],
    // Over a weekend.
    [
      'tilburg',
      '2026-11-06 15:00',
      '2026-11-09 15:00',
      '2026-11-09 13:00',
      '2026-11-06 16:30',
      '2026-11-09 10:00',
      '2026-11-09 13:00',
    ],
    // 24 clock hours, on a workday.
    [
      'rsd',
      '2026-11-10 13:00',
      '2026-11-11 13:00',
      '2026-11-11 11:00',
      '2026-11-10 14:30',
      '2026-11-11 10:00',
      '2026-11-11 11:00',
    ],
    // 24 clock hours that end on a Saturday: the office hours before that are over when the appointment ends.
    [
      'rsd',
      '2026-11-06 16:00',
      '2026-11-07 16:00',
      '2026-11-06 17:00',
      '2026-11-06 17:30',
      '2026-11-06 17:30',
      '2026-11-06 18:00',
    ],
    // Good Friday is doubtful: within a term it counts as a workday.
    [
      'rsd',
      '2026-04-02 14:00',
      '2026-04-03 14:00',
      '2026-04-03 12:00',
      '2026-04-02 15:30',
      '2026-04-03 10:00',
      '2026-04-03 12:00',
    ],
    // 24 clock hours over the night in which the clock goes forward.
    [
      'rsd',
      '2026-03-28 18:00',
      '2026-03-29 19:00',
      '2026-03-28 19:00',
      '2026-03-28 19:30',
      '2026-03-28 19:30',
      '2026-03-28 20:00',
    ],
  ])('%s, start %s', (id, start, due, notice, coach, coordinator, unknown) => {
    const rules = rulesOf(id)
    const missed = attendance(start)
    const mark = { came: false, markedAt: missed.startsAt, by: { kind: 'system' } } as const
    expect({
      due: minute(noShowDeadline(missed.startsAt, rules).due),
      notice: minute(noShowNoticeMoment(missed, mark, rules)),
      coach: minute(askCoachMoment(missed)),
      coordinator: minute(askCoordinatorMoment(missed, rules)),
      unknown: minute(unknownNoticeMoment(missed, rules)),
    }).toEqual({ due, notice, coach, coordinator, unknown })
  })

  it('leaves five minutes to correct a mark, however late it is made', () => {
    const missed = attendance('2026-11-11 13:30')
    const mark = { came: false, markedAt: at('2026-11-12 11:29'), by: { kind: 'system' } } as const
    expect(minute(noShowNoticeMoment(missed, mark, rulesOf('lansingerland')))).toBe('2026-11-12 11:34')
  })

  it('counts from the end of the reaction window when the contract file says so', () => {
    const rules = changedRules('lansingerland', ({ no_show }) => ({
      no_show: { ...no_show, clock: 'reaction_window_end' },
    }))
    expect(minute(noShowDeadline(at('2026-11-11 13:30'), rules).due)).toBe('2026-11-13 13:30')
    const without = changedRules('rip', ({ no_show }) => ({ no_show: { ...no_show, clock: 'reaction_window_end' } }))
    expect(minute(noShowDeadline(at('2026-11-11 13:30'), without).due)).toBe('2026-11-12 13:30')
  })
})

describe('days and workdays', () => {
  const rules = rulesOf('lansingerland')

  it('are those of the clocks in Amsterdam', () => {
    expect(isSameDay(at('2026-11-02 00:00'), at('2026-11-02 23:59'), rules)).toBe(true)
    expect(isSameDay(at('2026-11-02 23:59'), at('2026-11-03 00:00'), rules)).toBe(false)
    expect(startOfDay(at('2026-03-29 12:00'), rules)).toEqual(at('2026-03-29 00:00'))
  })

  it('give a person who must act until the close of the office, and count doubtful days against us', () => {
    expect(minute(workdaysAfter(at('2026-11-06 18:30'), 1, rules))).toBe('2026-11-09 17:00')
    expect(minute(workdaysAfter(at('2026-04-02 10:00'), 1, rules))).toBe('2026-04-03 10:00')
    expect(minute(workdaysBefore(at('2026-04-07 10:00'), 1, rules))).toBe('2026-04-02 10:00')
  })
})
