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

  it('is told under a raised risk as soon as the mark could be corrected, then what the participant says (rsd 5.2.3/18)', () => {
    const telling = over('rsd', true)
    telling.do(mark(false))
    telling.until('2026-11-10 12:00').do({ type: 'hear_participant' })
    telling.do({ type: 'report_absence', reason: 'forgot' })
    telling.until('2026-11-12 17:00')
    expect(telling.told).toEqual([
      '2026-11-10 11:05 no_show',
      '2026-11-10 12:00 correction',
      '2026-11-10 12:00 absence',
    ])
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
    telling.until('2026-11-11 14:00').do(mark(true))
    telling.until('2026-11-11 15:00')
    expect(telling.told).toEqual([
      '2026-11-10 16:00 attendance_unknown',
      '2026-11-11 13:05 correction',
      '2026-11-11 14:05 correction',
    ])
    expect(telling.openTasks).toEqual([])
  })

  it('is asked of the participant before the consulent hears that they did not come, as far as the term allows', () => {
    const marked = (moment: string): Telling => {
      const telling = over().until(moment)
      telling.do(mark(false))
      return telling
    }
    // Four hours to react; the term ends at 17:00, so two hours before that at the latest.
    const early = marked('2026-11-11 09:00').until('2026-11-12 17:00')
    expect(early.said).toContain('2026-11-11 09:05 no_show_follow_up')
    expect(early.told.at(-1)).toBe('2026-11-11 13:05 correction')
    const late = marked('2026-11-11 13:00').until('2026-11-12 17:00')
    expect(late.told.at(-1)).toBe('2026-11-11 15:00 correction')
    const afterwards = marked('2026-11-11 21:00').until('2026-11-12 17:00')
    expect(afterwards.told.at(-1)).toBe('2026-11-11 21:05 correction')
    const reacts = marked('2026-11-11 09:00').until('2026-11-11 10:00')
    reacts.do({ type: 'hear_participant' })
    expect(reacts.until('2026-11-12 17:00').told).toEqual([
      '2026-11-10 16:00 attendance_unknown',
      '2026-11-11 10:00 correction',
    ])
    expect(reacts.journey.notices.findLast(({ to }) => to === 'consulent')?.says).toBe('reacted')
  })

  it('is corrected once when the mark was a wrong button', () => {
    const telling = over().until('2026-11-11 16:00')
    telling.do(mark(false))
    telling.until('2026-11-11 16:03').do(mark(true))
    telling.until('2026-11-12 17:00')
    expect(telling.told).toEqual(['2026-11-10 16:00 attendance_unknown', '2026-11-11 16:08 correction'])
    expect(telling.journey.notices.findLast(({ to }) => to === 'consulent')?.says).toBe('came')
    expect(telling.said.join()).not.toContain('no_show_follow_up')
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
    telling.until('2026-11-10 16:05')
    expect(telling.told).toEqual(['2026-11-10 16:00 attendance_unknown', '2026-11-10 16:05 correction'])
  })

  it('a mail that left all the same after it was taken back is not followed by the same news twice', () => {
    const marked = over()
    marked.world.post = 'down'
    marked.until('2026-11-10 16:00').do(mark(false))
    marked.do({ type: 'record_notice', key: 'attendance_unknown.first', outcome: 'sent', at: marked.now })
    marked.world.post = 'sends'
    marked.until('2026-11-12 17:00')
    expect(marked.told.map((line) => line.slice(17))).toEqual(['attendance_unknown', 'correction'])
    const reacted = over('rsd', true)
    reacted.do(mark(false))
    reacted.world.post = 'down'
    reacted.until('2026-11-11 08:00').do({ type: 'hear_participant' })
    reacted.world.post = 'sends'
    reacted.until('2026-11-11 08:01').until('2026-11-11 08:02')
    // The mail server says only now what became of the mail that was leaving when the reaction came.
    reacted.do({ type: 'record_notice', key: 'no_show.first', outcome: 'sent', at: reacted.now })
    reacted.until('2026-11-12 17:00')
    expect(reacted.told.map((line) => line.slice(17))).toEqual(['no_show', 'absence'])
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
    telling.until('2026-11-11 09:00').do(mark(false))
    telling.until('2026-11-11 14:00').do(mark(true))
    telling.until('2026-11-11 17:00')
    expect(telling.journey.notices.flatMap(({ purpose, says, sentAt }) => (sentAt ? [says ?? purpose] : []))).toEqual([
      'no_show',
      'came',
      'no_show',
      'came',
    ])
  })
})
