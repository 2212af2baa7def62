import { describe, expect, it } from 'vitest'
import { termsOf, type JourneyTerm, type TermName } from '#src/domain/journey/terms.ts'
import { local } from '../values/amsterdam.ts'
import { rulesOf } from './rules.ts'
import { begun, idOf, planned, slotAt, type Telling } from './telling.ts'

const minute = (instant: JourneyTerm['metAt']): string | undefined => instant && local(instant).slice(0, 16)

const terms = ({ journey, rules }: Telling): JourneyTerm[] => termsOf(journey, rules)

const named = (telling: Telling, name: TermName) =>
  terms(telling)
    .filter((term) => term.name === name)
    .map(({ deadline, metAt }) => ({ due: minute(deadline.due), breach: minute(deadline.breach), met: minute(metAt) }))

describe('the terms that run from the referral, of Monday 2 November 2026 10:00', () => {
  it.each([
    ['rip', 'invite_by', '2026-11-09 17:00', '2026-11-09 23:59'],
    ['rip', 'intake_by', '2026-11-23 10:00', '2026-11-23 17:00'],
    ['lansingerland', 'intake_by', '2026-11-16 10:00', '2026-11-16 17:00'],
    ['rsd', 'invite_by', '2026-11-16 17:00', '2026-11-16 23:59'],
    ['rsd', 'intake_by', '2026-11-16 17:00', '2026-11-16 23:59'],
    ['tilburg', 'invite_by', '2026-11-09 17:00', '2026-11-09 23:59'],
    ['tilburg', 'intake_by', '2026-11-23 10:00', '2026-11-23 17:00'],
    ['arnhem', 'intake_by', '2026-11-23 10:00', '2026-11-23 17:00'],
  ] as const)('%s: %s', (id, name, due, breach) => {
    expect(named(begun(rulesOf(id), { received: '2026-11-02 10:00' }), name)).toEqual([{ due, breach, met: undefined }])
  })

  it('are absent, not zero, where the contract has none', () => {
    const names = (id: string) => terms(begun(rulesOf(id), { received: '2026-11-02 10:00' })).map(({ name }) => name)
    expect(names('lansingerland')).toEqual(['intake_by'])
    expect(names('arnhem')).toEqual(['intake_by'])
  })
})

describe('invited and reminded in time', () => {
  it('is met by evidence, not by sending', () => {
    const telling = begun(rulesOf('rip'), { received: '2026-11-06 16:45' })
    telling.world.phone = 'silent'
    telling.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-17 09:00'),
      how: 'test',
      by: 'system',
      attendanceId: idOf('first'),
    })
    expect(named(telling, 'invitation_lead')).toEqual([
      { due: '2026-11-10 09:00', breach: '2026-11-10 09:00', met: undefined },
    ])
    telling.until('2026-11-07 16:45')
    expect(named(telling, 'invitation_lead')[0]?.met).toBe('2026-11-07 16:45')
    expect(telling.journey.messages[0]?.evidence?.kind).toBe('presumed')
  })

  it('asks a person when evidence is missing at the last moment', () => {
    const telling = begun(rulesOf('rip'), { received: '2026-11-09 16:00' })
    telling.world.phone = 'silent'
    telling.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-17 09:00'),
      how: 'test',
      by: 'system',
      attendanceId: idOf('first'),
    })
    telling.until('2026-11-10 09:00')
    expect(telling.openTasks).toEqual(['not_delivered'])
    telling.until('2026-11-10 16:00')
    expect(telling.openTasks).toEqual([])
    expect(named(telling, 'invitation_lead')[0]?.met).toBe('2026-11-10 16:00')
  })

  it('lets an invitation in the days of the reminder be that reminder', () => {
    const near = planned(rulesOf('lansingerland'), { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    expect(named(near, 'reminder_lead')[0]?.met).toBe('2026-11-02 09:15')
    expect(near.waking.join()).not.toContain('remind.')
    const far = planned(rulesOf('lansingerland'), { received: '2026-10-30 16:00' }, '2026-11-10 10:00')
    expect(named(far, 'reminder_lead')[0]?.met).toBeUndefined()
    expect(far.waking).toContain('remind.first 2026-11-02 10:00')
  })

  it('does not bind a slot that the participant picked nearer, and does bind one that staff chose', () => {
    const own = planned(rulesOf('lansingerland'), { received: '2026-11-02 09:15' }, '2026-11-10 10:00')
    own.do({ type: 'pick_slot', slot: slotAt('2026-11-04 13:30'), attendanceId: idOf('second') })
    expect(
      terms(own)
        .filter(({ attendance }) => attendance?.id === 'second')
        .map(({ name }) => name),
    ).toEqual(['no_show_notice'])
    const staff = begun(rulesOf('lansingerland'), { received: '2026-11-02 09:15' })
    staff.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-04 13:30'),
      how: 'test',
      by: 'staff',
      attendanceId: idOf('first'),
    })
    expect(named(staff, 'invitation_lead')).toEqual([
      { due: '2026-10-28 13:30', breach: '2026-10-28 13:30', met: '2026-11-02 09:15' },
    ])
  })
})

describe('the intake', () => {
  it('was held when somebody came, at the start of that appointment; moving it does not start the term again', () => {
    const telling = planned(rulesOf('lansingerland'), { received: '2026-11-02 10:00' }, '2026-11-10 11:00')
    telling.do({ type: 'pick_slot', slot: slotAt('2026-11-12 13:00'), attendanceId: idOf('second') })
    telling.until('2026-11-12 14:00')
    telling.do({ type: 'mark_attendance', attendanceId: idOf('second'), came: true })
    expect(named(telling, 'intake_by')).toEqual([
      { due: '2026-11-16 10:00', breach: '2026-11-16 17:00', met: '2026-11-12 13:00' },
    ])
  })

  it('warns two workdays ahead, and not while an appointment in time has not passed', () => {
    const nothing = begun(rulesOf('lansingerland'), { received: '2026-11-02 10:00' })
    expect(nothing.waking).toContain('term.intake_by 2026-11-12 10:00')
    const inTime = planned(rulesOf('lansingerland'), { received: '2026-11-02 10:00' }, '2026-11-16 11:00')
    // The appointment of Monday is marked or not by Tuesday nine o'clock: until then nobody need worry.
    expect(inTime.waking).toContain('term.intake_by 2026-11-17 09:00')
    const late = planned(rulesOf('lansingerland'), { received: '2026-11-02 10:00' }, '2026-11-18 13:30')
    expect(late.waking).toContain('term.intake_by 2026-11-12 10:00')
  })
})

describe('a term that a person was warned of and ticked off', () => {
  const tick = (telling: Telling, kind: string): void => {
    const task = telling.journey.tasks.find((candidate) => candidate.kind === kind && !candidate.closedAt)
    if (!task) throw new Error(`there is no open ${kind}`)
    telling.do({ type: 'close_task', key: task.key })
  }
  const warnings = ({ journey }: Telling) =>
    journey.tasks.filter(({ kind }) => kind === 'term_in_danger').map(({ openedAt }) => minute(openedAt))

  it('comes back after a workday, and once more when it passed, as long as it is not met', () => {
    const telling = begun(rulesOf('lansingerland'), { received: '2026-11-02 10:00' })
    telling.do({ type: 'report_no_slot', how: 'de berekening', dueAt: telling.now.add({ hours: 24 * 14 }) })
    tick(telling, 'no_slot')
    telling.until('2026-11-12 11:00')
    tick(telling, 'term_in_danger')
    expect(telling.waking).toContain('term.intake_by 2026-11-13 11:00')
    telling.until('2026-11-13 12:00')
    tick(telling, 'term_in_danger')
    telling.until('2026-11-16 13:00')
    tick(telling, 'term_in_danger')
    telling.until('2026-11-16 17:00')
    expect(warnings(telling)).toEqual(['2026-11-12 10:00', '2026-11-13 11:00', '2026-11-16 12:00', '2026-11-16 17:00'])
    expect(telling.journey.tasks.at(-1)?.why).toMatch(/^De termijn is voorbij en niet gehaald: /)
    // Who was told that it was missed need not hear it every day.
    tick(telling, 'term_in_danger')
    telling.until('2026-12-16 17:00')
    expect(warnings(telling)).toHaveLength(4)
  })

  it('is asked of a person again when the call about the invitation was ticked off and nothing shows that they know', () => {
    const telling = begun(rulesOf('lansingerland'), { received: '2026-11-02 09:15', reach: 'none' })
    telling.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-12 10:00'),
      how: 'test',
      by: 'system',
      attendanceId: idOf('first'),
    })
    tick(telling, 'call_participant')
    expect(telling.waking).toContain('term.invitation_lead.first 2026-11-04 10:00')
  })

  it('is not closed by what came too late: the term was missed, and the coordinator ticks that off', () => {
    const telling = planned(rulesOf('lansingerland'), { received: '2026-11-02 10:00' }, '2026-11-18 13:30')
    telling.until('2026-11-18 14:30')
    expect(telling.openTasks).toEqual(['term_in_danger'])
    telling.do({ type: 'mark_attendance', attendanceId: idOf('first'), came: true })
    expect(telling.openTasks).toEqual(['term_in_danger'])
    tick(telling, 'term_in_danger')
    expect(telling.until('2026-12-18 14:30').openTasks).toEqual([])
  })
})

describe('what is over', () => {
  it('has no open terms after the end, and no lead to watch once the appointment was marked', () => {
    const telling = planned(rulesOf('rip'), { received: '2026-11-02 10:00', reach: 'none' }, '2026-11-10 10:00')
    telling.until('2026-11-10 11:00').do({ type: 'mark_attendance', attendanceId: idOf('first'), came: true })
    expect(named(telling, 'invitation_lead')).toEqual([
      { due: '2026-11-03 10:00', breach: '2026-11-03 10:00', met: undefined },
    ])
    expect(telling.waking.filter((line) => line.includes('lead'))).toEqual([])
  })
})
