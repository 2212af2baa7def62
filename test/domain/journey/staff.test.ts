import { describe, expect, it } from 'vitest'
import { at } from '../values/amsterdam.ts'
import { rulesOf } from './rules.ts'
import { begun, idOf, planned, slotAt, type Telling } from './telling.ts'

const lansingerland = rulesOf('lansingerland')

const invited = (): Telling => planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
const mark = (came: boolean) => ({ type: 'mark_attendance', attendanceId: idOf<'attendance'>('first'), came }) as const
const plan = (start: string, id = 'second') =>
  ({
    type: 'plan_intake',
    slot: slotAt(start),
    how: 'test',
    by: 'staff',
    attendanceId: idOf<'attendance'>(id),
  }) as const

describe('planning by a person', () => {
  it('closes the task that asked for it and invites at once', () => {
    const telling = begun(lansingerland, { received: '2026-11-02 09:15' })
    telling.do({ type: 'report_no_slot', how: 'de berekening', dueAt: at('2026-11-16 09:15') })
    expect(telling.openTasks).toEqual(['no_slot'])
    expect(telling.journey.tasks[0]).toMatchObject({ why: 'de berekening', dueAt: at('2026-11-03 09:15') })
    telling.do(plan('2026-11-12 13:00'))
    expect(telling.openTasks).toEqual([])
    expect(telling.said).toEqual(['2026-11-02 09:15 invitation'])
  })

  it('keeps the deadline of a task without a slot when it ends sooner than a workday', () => {
    const telling = begun(lansingerland, { received: '2026-11-02 09:15' })
    telling.do({ type: 'report_no_slot', how: 'de berekening', dueAt: at('2026-11-02 17:00') })
    expect(telling.journey.tasks[0]?.dueAt).toEqual(at('2026-11-02 17:00'))
  })

  it('is refused while an appointment stands, after the intake, in the past, and under a name that is taken', () => {
    expect(invited().do(plan('2026-11-12 13:00'))).toMatchObject({ why: 'already' })
    expect(begun(lansingerland, { received: '2026-11-02 09:15' }).do(plan('2026-11-01 13:00'))).toMatchObject({
      why: 'no_appointment',
    })
    const absent = invited()
    absent.do({ type: 'report_absence', reason: 'work' })
    expect(absent.do(plan('2026-11-12 13:00', 'first'))).toMatchObject({ why: 'already' })
    const held = invited().until('2026-11-10 11:00')
    held.do(mark(true))
    expect(held.do(plan('2026-11-12 13:00'))).toMatchObject({ why: 'not_open' })
  })
})

describe('marking who came', () => {
  it('is refused before the start, for an appointment that was moved, and for one that does not exist', () => {
    expect(invited().until('2026-11-10 09:59').do(mark(true))).toMatchObject({ why: 'not_over' })
    const moved = invited()
    moved.do({ type: 'pick_slot', slot: slotAt('2026-11-04 13:30'), attendanceId: idOf('second') })
    expect(moved.until('2026-11-10 11:00').do(mark(true))).toMatchObject({ why: 'no_appointment' })
    expect(invited().do({ type: 'mark_attendance', attendanceId: idOf('nobody'), came: true })).toMatchObject({
      why: 'unknown',
    })
  })

  it('says the same twice without a second event, and corrects when it says otherwise', () => {
    const telling = invited().until('2026-11-10 11:00')
    telling.do(mark(false))
    telling.do(mark(false))
    telling.do(mark(true))
    expect(telling.types('attendance_marked', 'attendance_corrected', 'no_show_established')).toEqual([
      '2026-11-10 11:00 attendance_marked',
      '2026-11-10 11:00 no_show_established',
      '2026-11-10 11:00 attendance_corrected',
    ])
  })

  it('beats what was announced: who cancelled and came all the same, came', () => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason: 'work' })
    telling.until('2026-11-10 11:00').do(mark(true))
    expect(telling.timers.filter(({ key }) => key.endsWith('.first'))).toEqual([])
  })

  it('sends the message after a no-show within a quarter of an hour, in sending hours', () => {
    const telling = planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 19:00')
    telling.until('2026-11-10 19:57').do(mark(false))
    telling.until('2026-11-11 09:00')
    expect(telling.said).toContain('2026-11-11 08:00 no_show_follow_up')
    const inTime = invited().until('2026-11-10 11:00')
    inTime.do(mark(false))
    inTime.until('2026-11-10 12:00')
    expect(inTime.said).toContain('2026-11-10 11:05 no_show_follow_up')
  })
})

describe('a talk that staff logged', () => {
  it('is evidence for messages that could not be shown to arrive, and closes the task that asked to call', () => {
    const telling = begun(lansingerland, { received: '2026-11-02 09:15', reach: 'none' })
    telling.do({ ...plan('2026-11-10 10:00', 'first'), by: 'system' })
    expect(telling.openTasks).toEqual(['call_participant'])
    telling.until('2026-11-02 14:00').do({ type: 'log_contact', attendanceId: idOf('first') })
    expect(telling.openTasks).toEqual([])
    expect(telling.journey.messages[0]?.evidence).toEqual({ kind: 'told_by_staff', evidencedAt: telling.now })
  })

  it('is a reaction after a no-show, and takes the notice back', () => {
    const telling = invited().until('2026-11-10 11:00')
    telling.do(mark(false))
    telling.until('2026-11-10 12:00').do({ type: 'log_contact', attendanceId: idOf('first') })
    telling.until('2026-11-11 17:00')
    expect(telling.told).toEqual([])
  })
})

describe('what the contract leaves to a person', () => {
  it.each([
    [true, 'valid'],
    [false, 'not_valid'],
  ] as const)('is what they decide (%s), and the task is done', (valid, verdict) => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason: 'vacation' })
    expect(telling.openTasks).toContain('judge_absence')
    telling.do({ type: 'judge_absence', attendanceId: idOf('first'), valid })
    expect(telling.attendance.absence).toMatchObject({ verdict })
    expect(telling.openTasks).not.toContain('judge_absence')
    expect(telling.do({ type: 'judge_absence', attendanceId: idOf('first'), valid })).toMatchObject({ events: [] })
  })

  it('is not there without an afmelding', () => {
    expect(invited().do({ type: 'judge_absence', attendanceId: idOf('first'), valid: true })).toMatchObject({
      why: 'unknown',
    })
  })
})

describe('proof', () => {
  it('makes an absence valid when it is seen', () => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason: 'court' })
    telling.do({ type: 'see_proof', attendanceId: idOf('first') })
    expect(telling.attendance.absence).toMatchObject({ proof: 'seen', verdict: 'valid' })
    expect(telling.openTasks).toEqual([])
    expect(telling.do({ type: 'see_proof', attendanceId: idOf('first') })).toEqual({ kind: 'accepted', events: [] })
  })

  it.each([
    [true, 'valid'],
    [false, 'not_valid'],
  ] as const)('is not waited for any more once a person judged the afmelding (%s)', (valid, verdict) => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason: 'vacation' })
    expect(telling.openTasks).toEqual(['see_proof', 'judge_absence'])
    telling.do({ type: 'judge_absence', attendanceId: idOf('first'), valid })
    expect(telling.openTasks).toEqual([])
    telling.until('2026-12-11 17:00')
    expect(telling.attendance.absence).toMatchObject({ proof: 'settled', verdict })
    expect(telling.journey.tasks.filter(({ kind }) => kind === 'judge_absence')).toHaveLength(1)
  })

  it('that comes after all makes an afmelding valid that was judged without it', () => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason: 'vacation' })
    telling.do({ type: 'judge_absence', attendanceId: idOf('first'), valid: false })
    telling.do({ type: 'see_proof', attendanceId: idOf('first') })
    expect(telling.attendance.absence).toMatchObject({ proof: 'seen', verdict: 'valid' })
  })

  it('is refused where none was asked', () => {
    expect(invited().do({ type: 'see_proof', attendanceId: idOf('first') })).toMatchObject({ why: 'unknown' })
  })
})

describe('pausing, resuming and ending', () => {
  it('says nothing while it pauses, and what is still of use afterwards', () => {
    const telling = planned(lansingerland, { received: '2026-11-06 16:45' }, '2026-11-17 09:00')
    telling.do({ type: 'pause' })
    telling.until('2026-11-09 11:00')
    expect(telling.said).toEqual(['2026-11-06 16:45 invitation'])
    expect(telling.openTasks).toEqual(['term_in_danger'])
    telling.do({ type: 'resume' })
    expect(telling.said).toContain('2026-11-09 11:00 reminder')
    expect(telling.openTasks).toEqual([])
  })

  it('holds back what was wanted and had not left, and lets it go afterwards', () => {
    const telling = begun(lansingerland, { received: '2026-11-06 16:45' })
    telling.world.phone = 'down'
    telling.do({ ...plan('2026-11-17 09:00', 'first'), by: 'system' })
    telling.do({ type: 'pause' })
    telling.world.phone = 'delivers'
    telling.until('2026-11-06 17:30')
    expect(telling.said).toEqual([])
    telling.do({ type: 'resume' })
    expect(telling.said).toEqual(['2026-11-06 17:30 invitation'])
  })

  it('keeps the tasks of a paused journey: a person still calls', () => {
    const telling = begun(lansingerland, { received: '2026-11-02 09:15', reach: 'none' })
    telling.do({ ...plan('2026-11-10 10:00', 'first'), by: 'system' })
    telling.do({ type: 'pause' })
    expect(telling.openTasks).toEqual(['call_participant'])
  })

  it('frees the place in the agenda at the end, and a person tells who knows of the appointment', () => {
    const telling = invited()
    telling.do({ type: 'withdraw_referral' })
    expect(telling.attendance.cancelledAt).toEqual(telling.now)
    expect(telling.openTasks).toEqual(['tell_cancelled'])
    telling.until('2026-11-12 17:00')
    expect(telling.said).toEqual(['2026-11-02 09:15 invitation'])
    expect(telling.told).toEqual([])
  })

  it('bothers nobody about an appointment that nobody was told of', () => {
    const telling = begun(lansingerland, { received: '2026-11-07 12:00' })
    telling.do({ ...plan('2026-11-17 09:00', 'first'), by: 'system' })
    telling.do({ type: 'withdraw_referral' })
    expect(telling.openTasks).toEqual([])
  })

  it('asks a person to call when an invitation that was on its way at the end arrives after all', () => {
    const telling = begun(lansingerland, { received: '2026-11-02 09:15' })
    telling.world.phone = 'down'
    telling.do({ ...plan('2026-11-10 10:00', 'first'), by: 'system' })
    telling.do({ type: 'withdraw_referral' })
    expect(telling.openTasks).toEqual([])
    telling.do({ type: 'record_evidence', key: 'invitation.first', evidence: 'delivered', at: telling.now })
    expect(telling.openTasks).toEqual(['tell_cancelled'])
    expect(telling.journey.tasks[0]).toMatchObject({
      why: 'Het traject is gestopt en de afspraak gaat niet door, maar de deelnemer weet van de afspraak. Bel de deelnemer.',
      dueAt: at('2026-11-03 09:15'),
    })
  })

  it('still tells the consulent in time of who did not come before the end, unless they react', () => {
    const missed = (): Telling => {
      const telling = invited().until('2026-11-10 11:00')
      telling.do(mark(false))
      telling.until('2026-11-10 12:00').do({ type: 'end' })
      return telling
    }
    expect(missed().until('2026-11-12 17:00').told).toEqual(['2026-11-10 16:00 no_show'])
    for (const command of [
      { type: 'hear_participant' },
      { type: 'log_contact', attendanceId: idOf<'attendance'>('first') },
      mark(true),
    ] as const) {
      const telling = missed()
      telling.until('2026-11-10 13:00').do(command)
      expect(telling.until('2026-11-12 17:00').told).toEqual([])
    }
  })

  it('still asks who came to an appointment that had begun before the end, and tells what is not known', () => {
    const telling = invited().until('2026-11-10 10:30')
    telling.do({ type: 'end' })
    telling.until('2026-11-10 16:30')
    expect(telling.openTasks).toEqual(['mark_attendance', 'mark_attendance_now'])
    expect(telling.told).toEqual(['2026-11-10 16:00 attendance_unknown'])
    telling.do(mark(true))
    telling.until('2026-11-12 17:00')
    expect(telling.openTasks).toEqual([])
    expect(telling.told.map((line) => line.slice(17))).toEqual(['attendance_unknown', 'correction'])
  })

  it('refuses what has no sense after the end', () => {
    const telling = invited()
    telling.do({ type: 'end' })
    for (const command of [mark(true), plan('2026-11-12 13:00'), { type: 'confirm' }, { type: 'pause' }] as const)
      expect(telling.do(command)).toEqual({ kind: 'refused', why: 'not_open' })
  })
})
