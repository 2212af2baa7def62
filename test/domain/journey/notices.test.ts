import { describe, expect, it } from 'vitest'
import { rulesOf } from './rules.ts'
import { idOf, planned, type Telling } from './telling.ts'

const mark = (came: boolean) => ({ type: 'mark_attendance', attendanceId: idOf<'attendance'>('first'), came }) as const

/** An appointment of Tuesday 10 November from ten to eleven; the consulent must know by Wednesday ten o'clock, so hears at 16:00. */
const over = (id = 'lansingerland', raisedRisk = false): Telling =>
  planned(rulesOf(id), { received: '2026-11-02 09:15', raisedRisk }, '2026-11-10 10:00').until('2026-11-10 11:00')

describe('a no-show', () => {
  it('is told two office hours before the term ends when nobody reacted', () => {
    const telling = over()
    telling.do(mark(false))
    telling.until('2026-11-10 15:59')
    expect(telling.told).toEqual([])
    telling.until('2026-11-10 16:00')
    expect(telling.told).toEqual(['2026-11-10 16:00 no_show'])
  })

  it('is not told when the participant reacted, and is corrected when the reaction came afterwards', () => {
    const before = over()
    before.do(mark(false))
    before.until('2026-11-10 15:00').do({ type: 'hear_participant' })
    before.until('2026-11-12 17:00')
    expect(before.told).toEqual([])
    const after = over()
    after.do(mark(false))
    after.until('2026-11-10 18:00').do({ type: 'hear_participant' })
    expect(after.told).toEqual(['2026-11-10 16:00 no_show', '2026-11-10 18:00 correction'])
  })

  it('is told all the same under a raised risk, as soon as the participant reacted (rsd 5.2.3/18)', () => {
    const telling = over('rsd', true)
    telling.do(mark(false))
    telling.until('2026-11-10 12:00').do({ type: 'hear_participant' })
    telling.do({ type: 'report_absence', reason: 'forgot' })
    telling.until('2026-11-12 17:00')
    // Told once that there was no reaction needed any more, then that a reason was given.
    expect(telling.told).toEqual(['2026-11-10 12:00 absence', '2026-11-10 12:00 correction'])
  })

  it('leaves time to correct a wrong mark before anybody hears of it', () => {
    const telling = over()
    telling.until('2026-11-10 15:58').do(mark(false))
    telling.until('2026-11-10 16:02').do(mark(true))
    telling.until('2026-11-12 17:00')
    expect(telling.told).toEqual([])
    expect(telling.said.join()).not.toContain('no_show_follow_up')
  })
})

describe('attendance that nobody filled in', () => {
  it('is asked of the coach, then of the coordinator, and never told as a no-show', () => {
    const telling = over().until('2026-11-11 17:00')
    expect(telling.toldStaff('coach')[0]).toBe('2026-11-10 11:30 task_opened')
    expect(telling.toldStaff('coordinator')[0]).toBe('2026-11-10 15:00 task_opened')
    expect(telling.told).toEqual(['2026-11-10 16:00 attendance_unknown'])
  })

  it('is corrected by what is filled in later', () => {
    const telling = over().until('2026-11-11 09:00')
    telling.do(mark(false))
    telling.until('2026-11-11 12:00').do(mark(true))
    expect(telling.told).toEqual([
      '2026-11-10 16:00 attendance_unknown',
      '2026-11-11 09:00 correction',
      '2026-11-11 12:00 correction',
    ])
    expect(telling.openTasks).toEqual([])
  })

  it('gives the coach half an hour before the consulent is told, where the term allows it', () => {
    const friday = planned(rulesOf('rsd'), { received: '2026-10-26 10:00' }, '2026-11-06 16:00')
    friday.until('2026-11-06 17:59')
    expect(friday.toldStaff('coach')).toEqual(['2026-11-06 17:30 task_opened'])
    expect(friday.told).toEqual([])
    friday.until('2026-11-06 18:00')
    expect(friday.told).toEqual(['2026-11-06 18:00 attendance_unknown'])
    expect(friday.journey.tasks.map(({ key }) => key)).not.toContain('term_in_danger.no_show_notice.first')
  })
})

describe('while the mail server is down', () => {
  it('what lost its reason is taken back, and what is true now is told afterwards', () => {
    const telling = over()
    telling.world.post = 'down'
    telling.until('2026-11-10 16:10').do(mark(false))
    telling.until('2026-11-10 18:00')
    telling.world.post = 'sends'
    telling.until('2026-11-10 18:01')
    expect(telling.told).toEqual(['2026-11-10 18:01 no_show'])
  })

  it('a notice that was taken back is wanted again when its reason returns', () => {
    const telling = over()
    telling.do(mark(false))
    telling.world.post = 'down'
    telling.until('2026-11-10 16:05').do(mark(true))
    telling.do(mark(false))
    telling.until('2026-11-10 17:00')
    telling.world.post = 'sends'
    telling.until('2026-11-10 17:01')
    expect(telling.told).toEqual(['2026-11-10 17:01 no_show'])
  })

  it('a correction that is no longer true never leaves', () => {
    const telling = over()
    telling.do(mark(false))
    telling.until('2026-11-10 17:00')
    telling.world.post = 'down'
    telling.do(mark(true))
    telling.do(mark(false))
    telling.world.post = 'sends'
    telling.until('2026-11-12 17:00')
    expect(telling.told).toEqual(['2026-11-10 16:00 no_show'])
  })

  it('a mail that left all the same after it was taken back is corrected', () => {
    const telling = over()
    telling.world.post = 'down'
    telling.until('2026-11-10 16:00').do(mark(true))
    telling.do({ type: 'record_notice', key: 'attendance_unknown.first', outcome: 'sent', at: telling.now })
    telling.world.post = 'sends'
    telling.until('2026-11-10 16:01')
    expect(telling.told).toEqual(['2026-11-10 16:00 attendance_unknown', '2026-11-10 16:01 correction'])
  })

  it('the coordinator is warned an office hour before the term ends', () => {
    const telling = over()
    telling.world.post = 'down'
    telling.do(mark(false))
    telling.until('2026-11-11 09:59')
    expect(telling.journey.tasks.map(({ kind, openedAt }) => [kind, openedAt.toString()])).toEqual([
      ['term_in_danger', '2026-11-11T08:00:00Z'],
    ])
  })
})

describe('a mail that is refused', () => {
  it('to the consulent becomes a task, and the term is not met', () => {
    const telling = over()
    telling.do(mark(false))
    telling.world.post = 'down'
    telling.until('2026-11-10 16:00')
    telling.do({ type: 'record_notice', key: 'no_show.first', outcome: 'failed', at: telling.now })
    expect(telling.openTasks).toEqual(['notice_failed'])
    expect(telling.waking).toContain('term.no_show_notice.first 2026-11-11 09:00')
  })
})

describe('as often as the truth changes', () => {
  it('the consulent hears the last of it, in the end what is so', () => {
    const telling = over()
    telling.do(mark(false))
    telling.until('2026-11-10 17:00').do(mark(true))
    telling.until('2026-11-10 17:10').do(mark(false))
    telling.until('2026-11-10 17:20').do(mark(true))
    telling.until('2026-11-10 17:30')
    expect(telling.journey.notices.flatMap(({ purpose, says, sentAt }) => (sentAt ? [says ?? purpose] : []))).toEqual([
      'no_show',
      'came',
      'no_show',
      'came',
    ])
  })
})
