import { describe, expect, it } from 'vitest'
import type { Actor } from '#src/domain/actor.ts'
import { rulesOf } from './rules.ts'
import { idOf, planned, type Telling } from './telling.ts'

const consulent: Actor = { kind: 'consulent' }
const mail = (last: number) => `0199c0de-0000-7000-8000-00000000000${String(last)}`
const hears = (about: 'reply' | 'correction', last = 1, says?: string) =>
  ({ type: 'hear_consulent', about, occurrence: mail(last), ...(says ? { says } : {}) }) as const

const invited = (): Telling =>
  planned(rulesOf('lansingerland'), { received: '2026-11-02 09:15' }, '2026-11-10 10:00').until('2026-11-02 10:00')

describe('a mail of the consulent about a journey', () => {
  it('asks the coordinator to read an answer, within a workday, and lets the journey go on', () => {
    const telling = invited()
    telling.do(hears('reply'), consulent)
    expect(telling.openTasks).toEqual(['consulent_wrote'])
    expect(telling.toldStaff('coordinator')).toEqual(['2026-11-02 10:00 task_opened'])
    expect(telling.journey.status).toBe('open')
  })

  it('lets nothing begin after a correction until a person resumes, and says so', () => {
    const telling = invited()
    const before = telling.said.length
    telling.do(hears('correction', 1, 'Het telefoonnummer is anders.'), consulent)
    expect(telling.journey.status).toBe('paused')
    const [task] = telling.journey.tasks
    expect(task?.why).toContain('Het telefoonnummer is anders.')
    expect(task?.why).toContain('tot u het traject hervat')
    telling.until('2026-11-09 20:00')
    expect(telling.said.length).toBe(before)
    telling.do({ type: 'resume' })
    telling.until('2026-11-10 09:00')
    expect(telling.said.length).toBeGreaterThan(before)
  })

  it('is heard once: told again it opens nothing and pauses nothing that a person resumed', () => {
    const telling = invited()
    telling.do(hears('correction'), consulent)
    telling.do({ type: 'resume' })
    telling.do({ type: 'close_task', key: telling.journey.tasks[0]?.key ?? '' })
    telling.do(hears('correction'), consulent)
    expect([telling.openTasks, telling.journey.status]).toEqual([[], 'open'])
    telling.do(hears('correction', 2), consulent)
    expect([telling.openTasks, telling.journey.status]).toEqual([['consulent_corrects'], 'paused'])
  })

  it('is not lost after the end, where there is nothing to pause', () => {
    const telling = invited()
    telling.do({ type: 'end' })
    telling.do(hears('reply'), consulent)
    telling.do(hears('correction', 2), consulent)
    expect([telling.openTasks, telling.journey.status]).toEqual([
      ['tell_cancelled', 'consulent_wrote', 'consulent_corrects'],
      'ended',
    ])
    expect(telling.journey.tasks.at(-1)?.why).toContain('al afgesloten')
  })
})

const bounce = (telling: Telling, key: string) =>
  telling.do({ type: 'record_notice', key, outcome: 'bounced', at: telling.now })

/** Tuesday 10 November from ten to eleven; the consulent hears of the no-show at 16:00. */
const told = (): Telling => {
  const telling = planned(rulesOf('lansingerland'), { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
  telling
    .until('2026-11-10 11:00')
    .do({ type: 'mark_attendance', attendanceId: idOf<'attendance'>('first'), came: false })
  return telling.until('2026-11-10 16:10')
}

describe('a notice that came back', () => {
  it('counts as not sent after all, and a person is asked once, whatever the mail server says after that', () => {
    const telling = told()
    const { key } = telling.journey.notices.find(({ purpose }) => purpose === 'no_show') ?? { key: '' }
    bounce(telling, key)
    expect(telling.openTasks).toContain('notice_failed')
    expect(telling.journey.notices.find((notice) => notice.key === key)).toMatchObject({ failedAt: telling.now })
    expect(telling.journey.notices.find((notice) => notice.key === key)?.sentAt).toBeUndefined()
    telling.do({ type: 'close_task', key: `notice_failed.${key}` })
    expect(bounce(telling, key)).toEqual({ kind: 'accepted', events: [] })
    telling.do({ type: 'record_notice', key, outcome: 'sent', at: telling.now })
    telling.until('2026-11-13 17:00')
    expect(telling.types('task_opened').filter((line) => line.startsWith('2026-11-1')).length).toBe(
      telling.journey.tasks.length,
    )
    expect(telling.journey.tasks.filter(({ kind }) => kind === 'notice_failed')).toHaveLength(1)
    expect(telling.told).toEqual([])
  })

  it('is not mailed again and again when it is a correction: a person tells it', () => {
    const telling = told()
    telling.do({ type: 'hear_participant' })
    const { key } = telling.journey.notices.find(({ purpose }) => purpose === 'correction') ?? { key: '' }
    bounce(telling, key)
    telling.until('2026-11-13 17:00')
    expect(telling.journey.notices.filter(({ purpose }) => purpose === 'correction')).toHaveLength(1)
    expect(telling.journey.tasks.filter(({ kind }) => kind === 'notice_failed')).toHaveLength(1)
  })

  it('goes on to the coordinator when it was for one of our own people', () => {
    const telling = planned(rulesOf('lansingerland'), { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    telling.until('2026-11-10 11:40')
    const { key } = telling.journey.notices.find(({ to }) => to === 'coach') ?? { key: '' }
    bounce(telling, key)
    bounce(telling, key)
    expect(telling.journey.notices.filter((notice) => notice.key === `${key}.coordinator`)).toHaveLength(1)
  })
})
