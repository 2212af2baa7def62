import { describe, expect, it } from 'vitest'
import { system } from '#src/domain/actor.ts'
import type { Timer } from '#src/domain/journey/timers.ts'
import { at } from '../values/amsterdam.ts'
import { rulesOf } from './rules.ts'
import { begun, idOf, planned, slotAt, type Telling } from './telling.ts'

const lansingerland = rulesOf('lansingerland')

const fire = (telling: Telling, { key, at: moment }: Timer) =>
  telling.do({ type: 'fire_timer', key, at: moment }, system)

const find = (telling: Telling, key: string): Timer => {
  const timer = telling.timers.find((candidate) => candidate.key === key)
  if (!timer) throw new Error(`${key} is not wanted`)
  return timer
}

describe('a timer that fires (promise 3)', () => {
  it('does nothing the second time', () => {
    const telling = planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    const timer = find(telling, 'day_before.first')
    telling.until(timer.at)
    const before = telling.journey
    expect(fire(telling, timer)).toEqual({ kind: 'accepted', events: [] })
    expect(telling.journey).toEqual(before)
  })

  it('does nothing when it was moved meanwhile', () => {
    const telling = planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    const stale = find(telling, 'attendance_unknown.first')
    telling.do({ type: 'pick_slot', slot: slotAt('2026-11-12 13:00'), attendanceId: idOf('second') })
    telling.until(stale.at)
    expect(fire(telling, stale)).toEqual({ kind: 'accepted', events: [] })
    expect(telling.told).toEqual([])
  })

  it('does nothing under a name that we do not know', () => {
    const telling = planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    expect(fire(telling, { key: 'nonsense.first', at: telling.now })).toEqual({ kind: 'accepted', events: [] })
  })

  it('starts no conversation at night, however late the worker was', () => {
    const telling = planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    const timer = find(telling, 'day_before.first')
    telling.now = at('2026-11-09 21:30')
    fire(telling, timer)
    expect(telling.journey.messages.at(-1)).toMatchObject({
      purpose: 'day_before',
      wantedAt: at('2026-11-10 08:00'),
      expiresAt: at('2026-11-10 09:00'),
    })
  })

  it('asks a person when what it would say comes too late', () => {
    const telling = planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 08:30')
    const timer = find(telling, 'day_before.first')
    telling.now = at('2026-11-09 21:30')
    fire(telling, timer)
    expect(telling.journey.messages.at(-1)?.failure?.why).toBe('expired')
    expect(telling.openTasks).toEqual(['call_participant'])
  })
})

describe('a message', () => {
  const silent = (start: string): Telling => {
    const telling = begun(lansingerland, { received: '2026-11-06 16:45' })
    telling.world.phone = 'silent'
    telling.do({ type: 'plan_intake', slot: slotAt(start), how: 'test', by: 'system', attendanceId: idOf('first') })
    return telling
  }

  it('is presumed to have arrived after 24 hours without a failure, and then not missed', () => {
    const telling = silent('2026-11-17 09:00')
    expect(telling.waking).toContain('presume.invitation.first 2026-11-07 16:45')
    expect(telling.waking.join()).not.toContain('expire.')
    telling.until('2026-11-17 08:59')
    expect(telling.journey.tasks).toEqual([])
  })

  it('of the day before needs no evidence: no term hangs on it', () => {
    const telling = silent('2026-11-17 09:00').until('2026-11-17 08:30')
    expect(telling.journey.messages.at(-1)).toMatchObject({ purpose: 'day_before' })
    expect(telling.waking.join()).not.toContain('expire.day_before')
  })

  it('fails for good when a failure comes in, once, and not after evidence', () => {
    const telling = planned(lansingerland, { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    telling.do({ type: 'record_failure', key: 'invitation.first', why: 'undeliverable' })
    expect(telling.journey.messages[0]?.failure).toBeUndefined()
    const refused = begun(lansingerland, { received: '2026-11-02 09:15' })
    refused.world.phone = 'refuses'
    refused.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-10 10:00'),
      how: 'test',
      by: 'system',
      attendanceId: idOf('first'),
    })
    refused.do({ type: 'record_failure', key: 'invitation.first', why: 'undeliverable' })
    expect(refused.journey.tasks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['call_participant', at('2026-11-03 10:00')],
    ])
    refused.do({ type: 'record_evidence', key: 'invitation.first', evidence: 'delivered', at: refused.now })
    expect(refused.openTasks).toEqual([])
  })

  it('that invites is not sent after its lead: only who plans nearer themselves lets it go until the appointment', () => {
    const late = begun(lansingerland, { received: '2026-11-02 09:15' })
    late.do({ type: 'pause' })
    late.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-10 10:00'),
      how: 'test',
      by: 'system',
      attendanceId: idOf('first'),
    })
    late.until('2026-11-03 10:30').do({ type: 'resume' })
    expect(late.said).toEqual([])
    expect(late.openTasks).toContain('call_participant')
    const byStaff = begun(lansingerland, { received: '2026-11-02 09:15' }).until('2026-11-03 10:30')
    byStaff.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-10 10:00'),
      how: 'test',
      by: 'staff',
      attendanceId: idOf('first'),
    })
    expect(byStaff.said).toEqual(['2026-11-03 10:30 invitation'])
  })

  it('that nobody knows is refused', () => {
    const telling = begun(lansingerland, { received: '2026-11-02 09:15' })
    expect(telling.do({ type: 'record_failure', key: 'invitation.x', why: 'undeliverable' })).toMatchObject({
      why: 'unknown',
    })
    expect(
      telling.do({ type: 'record_evidence', key: 'invitation.x', evidence: 'sent', at: telling.now }),
    ).toMatchObject({ why: 'unknown' })
  })
})
