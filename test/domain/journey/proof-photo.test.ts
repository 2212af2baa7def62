import { describe, expect, it } from 'vitest'
import { heldPhotos } from '#src/domain/journey/proof-photo.ts'
import { rulesOf, withPhotos } from './rules.ts'
import { idOf, planned, type Telling } from './telling.ts'

const cancelled = (contract = withPhotos): Telling => {
  const telling = planned(rulesOf(contract), { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
  telling.do({ type: 'report_absence', reason: 'court' })
  return telling
}
const sends = (telling: Telling, message: string) =>
  telling.do({ type: 'receive_proof', messageId: idOf<'inbound'>(message) })
const about = { attendanceId: idOf<'attendance'>('first') }
const kept = ({ journey }: Telling) => heldPhotos(journey).map(({ id }) => id)

describe('a photo of proof', () => {
  it('is looked at within two workdays, in the place of the proof that would be brought along', () => {
    const telling = cancelled()
    sends(telling, 'page-1')
    sends(telling, 'page-2')
    expect(kept(telling)).toEqual(['page-1', 'page-2'])
    expect(telling.openTasks).toEqual(['see_proof'])
    expect(telling.journey.tasks.map(({ key, closedAt }) => [key, closedAt !== undefined])).toEqual([
      ['see_proof.first', true],
      ['see_proof.page-1', false],
    ])
    expect(telling.journey.tasks[1]?.dueAt.toString()).toBe('2026-11-04T08:15:00Z')
  })

  it('asks again when nobody has a task to look any more', () => {
    const telling = cancelled()
    sends(telling, 'page-1')
    telling.do({ type: 'close_task', key: 'see_proof.page-1' })
    sends(telling, 'page-2')
    expect(telling.openTasks).toEqual(['see_proof'])
  })

  it.each([
    ['no photo is allowed', () => cancelled('lansingerland')],
    ['no proof was asked', () => planned(rulesOf(withPhotos), { received: '2026-11-02 09:15' }, '2026-11-10 10:00')],
    [
      'the proof was seen',
      () => {
        const telling = cancelled()
        telling.do({ type: 'see_proof', ...about })
        return telling
      },
    ],
    [
      'the journey has ended',
      () => {
        const telling = cancelled()
        telling.do({ type: 'end' })
        return telling
      },
    ],
  ])('is not kept when %s', (_, begun) => {
    const telling = begun()
    expect(sends(telling, 'page-1')).toMatchObject({ kind: 'refused' })
    expect(kept(telling)).toEqual([])
  })

  it('is one when it comes twice, also after it was erased', () => {
    const telling = cancelled()
    sends(telling, 'page-1')
    expect(sends(telling, 'page-1')).toEqual({ kind: 'accepted', events: [] })
    expect(kept(telling)).toEqual(['page-1'])
  })

  it('is kept of ten pages at most', () => {
    const telling = cancelled()
    for (let page = 1; page <= 11; page++) sends(telling, `page-${String(page)}`)
    expect(kept(telling)).toHaveLength(10)
  })

  it.each([
    ['seen', { type: 'see_proof', ...about }],
    ['judged valid', { type: 'judge_absence', valid: true, ...about }],
    ['judged not valid', { type: 'judge_absence', valid: false, ...about }],
    ['of a journey that ends', { type: 'end' }],
    ['of a referral that is withdrawn', { type: 'withdraw_referral' }],
  ] as const)('is erased once it is %s', (_, deed) => {
    const telling = cancelled()
    sends(telling, 'page-1')
    telling.do(deed)
    expect(kept(telling)).toEqual([])
    expect(telling.waking.filter((timer) => timer.startsWith('erase_photo'))).toEqual([])
  })

  it('is erased when it is missed because somebody closed the task without looking', () => {
    const telling = cancelled()
    sends(telling, 'page-1')
    telling.do({ type: 'close_task', key: 'see_proof.page-1' })
    telling.until('2026-11-18 17:00')
    expect(telling.attendance.absence).toMatchObject({ proof: 'missed' })
    expect(kept(telling)).toEqual([])
  })

  it('that nobody looks at is kept for 28 days, also while the journey pauses; until then the proof is not missed', () => {
    const telling = cancelled()
    sends(telling, 'page-1')
    telling.do({ type: 'pause' })
    telling.until('2026-11-30 09:14')
    expect(telling.attendance.absence).toMatchObject({ proof: 'awaited' })
    expect(kept(telling)).toEqual(['page-1'])
    telling.until('2026-11-30 09:16')
    expect(telling.attendance.absence).toMatchObject({ proof: 'missed' })
    expect(kept(telling)).toEqual([])
    expect(telling.openTasks).toContain('judge_absence')
  })

  it('of who came after all is kept no longer than 28 days either', () => {
    const telling = cancelled()
    sends(telling, 'page-1')
    telling.until('2026-11-10 11:00').do({ type: 'mark_attendance', came: true, ...about })
    telling.until('2026-11-30 09:16')
    expect(kept(telling)).toEqual([])
  })
})
