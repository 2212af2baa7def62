import { describe, expect, it } from 'vitest'
import { at } from '../values/amsterdam.ts'
import { rulesOf } from './rules.ts'
import { begun, coach, idOf, planned, slotAt, type Telling } from './telling.ts'

const lansingerland = rulesOf('lansingerland')
const rip = rulesOf('rip')
const rsd = rulesOf('rsd')

/** Referred on Monday morning, invited at once for Tuesday of next week at ten. */
const invited = (rules = lansingerland, raisedRisk = false): Telling =>
  planned(rules, { received: '2026-11-02 09:15', raisedRisk }, '2026-11-10 10:00')

const pick = (start: string, id = 'second') =>
  ({ type: 'pick_slot', slot: slotAt(start), attendanceId: idOf<'attendance'>(id) }) as const

describe('yes', () => {
  it('confirms the appointment that lies ahead, once', () => {
    const telling = invited()
    telling.do({ type: 'confirm' })
    telling.until('2026-11-03 12:00').do({ type: 'confirm' })
    expect(telling.attendance.confirmedAt).toEqual(at('2026-11-02 09:15'))
  })

  it('confirms nothing when nothing is planned, or when it has begun', () => {
    expect(begun(rip, { received: '2026-11-02 09:15' }).do({ type: 'confirm' })).toEqual({
      kind: 'refused',
      why: 'no_appointment',
    })
    expect(invited().until('2026-11-10 10:00').do({ type: 'confirm' })).toMatchObject({ why: 'no_appointment' })
  })
})

describe('I cannot come', () => {
  it.each([
    ['a reason on the list is valid', 'medical_specialist', 'valid', 'not_needed', []],
    ['a reason with an asterisk waits for proof', 'job_interview', 'awaiting_proof', 'awaited', ['see_proof']],
    [
      'a reason that is not on the list goes to a person, never to a refusal',
      'forgot',
      'person',
      'not_needed',
      ['judge_absence'],
    ],
    ['illness days ahead is not illness on the day: a person', 'illness', 'person', 'not_needed', ['judge_absence']],
    ['a holiday needs consent: a person, with proof', 'vacation', 'person', 'awaited', ['see_proof', 'judge_absence']],
  ] as const)('%s (lansingerland eis 43)', (_, reason, verdict, proof, tasks) => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason })
    expect(telling.attendance.absence).toMatchObject({ reason, verdict, proof })
    expect(telling.openTasks).toEqual(tasks)
  })

  it('takes illness on the day itself as valid (eis 43)', () => {
    const telling = invited().until('2026-11-10 08:00')
    telling.do({ type: 'report_absence', reason: 'illness' })
    expect(telling.attendance.absence?.verdict).toBe('valid')
  })

  it('explains a no-show afterwards, also after a first reaction', () => {
    const telling = invited().until('2026-11-10 11:00')
    telling.do({ type: 'mark_attendance', attendanceId: idOf('first'), came: false })
    telling.do({ type: 'hear_participant' })
    expect(telling.do({ type: 'report_absence', reason: 'work' }).kind).toBe('accepted')
    expect(telling.attendance).toMatchObject({ absence: { verdict: 'valid' }, mark: { came: false } })
  })

  it('asks a person to plan again after a workday without a new appointment', () => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason: 'work' })
    expect(telling.waking).toContain('plan_again.first 2026-11-03 09:15')
    telling.until('2026-11-03 09:15')
    expect(telling.openTasks).toEqual(['plan_again'])
  })

  it('misses proof a workday after the appointment it was to be brought to, and then a person decides', () => {
    const telling = invited()
    telling.do({ type: 'report_absence', reason: 'job_interview' })
    telling.do(pick('2026-11-04 13:30'))
    // Moved once more: the proof comes along to the new one.
    telling.do(pick('2026-11-05 13:00', 'third'))
    expect(telling.waking).toContain('proof.first 2026-11-06 14:00')
    telling.until('2026-11-06 14:00')
    expect(telling.journey.attendances[0]?.absence).toMatchObject({ proof: 'missed', verdict: 'person' })
    expect(telling.openTasks).toContain('judge_absence')
    expect(telling.openTasks).not.toContain('see_proof')
  })

  it('tells the consulent at once under a raised risk, and not otherwise (rsd 5.2.3/18)', () => {
    const raised = invited(rsd, true).until('2026-11-06 18:30')
    raised.do({ type: 'report_absence', reason: 'illness' })
    expect(raised.told).toEqual(['2026-11-06 18:30 absence'])
    const none = invited(rsd, false).until('2026-11-06 18:30')
    none.do({ type: 'report_absence', reason: 'illness' })
    expect(none.told).toEqual([])
  })

  it('warns of the 24 hours only when the mail did not leave', () => {
    const telling = invited(rsd, true).until('2026-11-06 18:30')
    telling.world.post = 'down'
    telling.do({ type: 'report_absence', reason: 'illness' })
    expect(telling.waking).toContain('term.absence_notice.first 2026-11-06 18:45')
    telling.until('2026-11-06 18:45')
    expect(telling.openTasks).toContain('term_in_danger')
    telling.world.post = 'sends'
    telling.until('2026-11-06 19:00')
    expect(telling.openTasks).not.toContain('term_in_danger')
  })
})

describe('another time', () => {
  it('moves the appointment to the slot that was picked, confirmed at once', () => {
    const telling = invited()
    telling.do(pick('2026-11-04 13:30'))
    expect(telling.journey.attendances.map(({ id, replacedBy }) => [id, replacedBy])).toEqual([
      ['first', 'second'],
      ['second', undefined],
    ])
    expect(telling.attendance).toMatchObject({ chosenBy: 'participant', confirmedAt: telling.now })
  })

  it('never past the last moment for the intake, which does not start again (eis 11)', () => {
    // Ten workdays after Monday 2 November 09:15: Monday 16 November, until the close of the office.
    expect(invited().do(pick('2026-11-16 17:00')).kind).toBe('accepted')
    expect(invited().do(pick('2026-11-17 09:00'))).toEqual({ kind: 'refused', why: 'not_open' })
  })

  it('moves nothing that has begun: a late answer may not hide a no-show', () => {
    const telling = invited().until('2026-11-10 10:00')
    expect(telling.do(pick('2026-11-12 13:00'))).toEqual({ kind: 'refused', why: 'not_open' })
    expect(telling.journey.attendances).toHaveLength(1)
  })

  it('is refused after the intake was held, in the past, and for an attendance that exists', () => {
    expect(invited().do(pick('2026-11-02 09:00'))).toMatchObject({ why: 'no_appointment' })
    expect(invited().do(pick('2026-11-12 13:00', 'first'))).toMatchObject({ why: 'already' })
    const held = invited().until('2026-11-10 11:00')
    held.do({ type: 'mark_attendance', attendanceId: idOf('first'), came: true })
    expect(held.do(pick('2026-11-12 13:00'))).toMatchObject({ why: 'not_open' })
  })
})

describe('what is said to staff', () => {
  it('is told apart from what was written, in what is kept of it', () => {
    const telling = invited()
    telling.do({ type: 'confirm' }, coach)
    telling.do({ type: 'report_absence', reason: 'illness' }, coach)
    expect(telling.attendance).toMatchObject({ confirmedThrough: 'staff', absence: { through: 'staff' } })
    const written = invited()
    written.do({ type: 'confirm' })
    written.do({ type: 'report_absence', reason: 'illness' })
    expect(JSON.stringify(written.attendance)).not.toMatch(/through/i)
  })

  it('may be a time past the last moment for the intake: a person decides', () => {
    const telling = invited()
    telling.do({ ...pick('2026-11-17 09:00'), how: 'na de termijn' }, coach)
    expect(telling.attendance).toMatchObject({ chosenBy: 'participant', confirmedThrough: 'staff' })
    expect(telling.events.at(-1)?.event).toMatchObject({ type: 'appointment_moved', how: 'na de termijn' })
  })

  it('may be no reason at all, which a person judges whatever the contract lists', () => {
    for (const rules of [lansingerland, rip, rsd]) {
      const telling = invited(rules)
      telling.do({ type: 'report_absence', reason: 'not_given' }, coach)
      expect(telling.attendance.absence).toMatchObject({ reason: 'not_given', verdict: 'person', proof: 'not_needed' })
      expect(telling.openTasks).toContain('judge_absence')
    }
  })

  it('explains what was written before: they want another time', () => {
    const telling = invited()
    telling.do({ type: 'ask_person', about: 'no_reason', occurrence: 'inbound-1' })
    telling.do({ type: 'ask_person', about: 'other_time', occurrence: 'call-1' }, coach)
    expect(telling.openTasks).toEqual(['other_time_unpicked'])
  })
})

describe('another time that was asked and not picked', () => {
  const asked = (): Telling => {
    const telling = invited()
    telling.do({ type: 'ask_person', about: 'other_time', occurrence: 'inbound-1' })
    return telling
  }

  it('is a task whose owner hears of it only when it stays open', () => {
    const telling = asked()
    telling.do({ type: 'ask_person', about: 'other_time', occurrence: 'inbound-2' })
    expect(telling.openTasks).toEqual(['other_time_unpicked'])
    expect(telling.until('2026-11-02 12:00').toldStaff('coordinator')).toEqual([])
    expect(telling.until('2026-11-02 17:00').toldStaff('coordinator')).toHaveLength(0)
    expect(telling.until('2026-11-03 09:15').toldStaff('coordinator')).toHaveLength(2)
  })

  it.each([
    ['when a time is picked', pick('2026-11-04 13:30'), []],
    ['when the participant comes after all', { type: 'confirm' }, []],
    ['when a person looks for a time', { type: 'ask_person', about: 'no_slots', occurrence: '2' }, ['answer_person']],
    [
      'when they cannot come at all',
      { type: 'ask_person', about: 'no_reason', occurrence: '2' },
      ['absence_unexplained'],
    ],
    ['when they cancel', { type: 'report_absence', reason: 'illness' }, ['judge_absence']],
  ] as const)('is gone %s', (_, command, left) => {
    const telling = asked()
    telling.do(command)
    expect(telling.openTasks).toEqual(left)
  })

  it('is not asked beside that somebody cannot come, nor after the start', () => {
    const telling = invited()
    telling.do({ type: 'ask_person', about: 'no_reason', occurrence: 'inbound-1' })
    telling.do({ type: 'ask_person', about: 'other_time', occurrence: 'inbound-2' })
    expect(telling.openTasks).toEqual(['absence_unexplained'])
    const begunAlready = invited().until('2026-11-10 10:00')
    begunAlready.do({ type: 'ask_person', about: 'other_time', occurrence: 'inbound-1' })
    expect(begunAlready.openTasks).toEqual([])
  })
})

describe('a person please', () => {
  it('opens a task once per message, due within the term of the contract (rip eis 26: 2 workdays)', () => {
    const telling = invited(rip).until('2026-11-06 18:00')
    telling.do({ type: 'ask_person', about: 'question', occurrence: 'm1' })
    telling.do({ type: 'ask_person', about: 'question', occurrence: 'm1' })
    expect(telling.journey.tasks).toHaveLength(1)
    // Friday evening: the second workday after is Tuesday, until the office closes.
    expect(telling.journey.tasks[0]?.dueAt).toEqual(at('2026-11-10 17:00'))
    expect(telling.toldStaff('coordinator')).toEqual(['2026-11-06 18:00 task_opened'])
  })

  it('is one task for what follows within ten minutes, and another for what comes later or asks for something else', () => {
    const telling = invited(rip).until('2026-11-03 12:00')
    telling.do({ type: 'ask_person', about: 'question', occurrence: 'm1' })
    telling.until('2026-11-03 12:09').do({ type: 'ask_person', about: 'question', occurrence: 'm2' })
    expect(telling.openTasks).toEqual(['answer_question'])
    telling.do({ type: 'ask_person', about: 'person', occurrence: 'm3' })
    telling.until('2026-11-03 12:10').do({ type: 'ask_person', about: 'question', occurrence: 'm4' })
    expect(telling.openTasks).toEqual(['answer_question', 'answer_person', 'answer_question'])
  })

  it('reminds at half the time, when people work, and tells the coordinator when it is due', () => {
    const telling = invited(rip).until('2026-11-03 12:00')
    telling.do({ type: 'ask_person', about: 'person', occurrence: 'm1' })
    telling.until('2026-11-05 13:00')
    expect(telling.toldStaff('coordinator')).toEqual([
      '2026-11-03 12:00 task_opened',
      '2026-11-04 12:00 task_half',
      '2026-11-05 12:00 task_due',
    ])
  })

  it('keeps a crisis, a question and a late message open after the end: somebody wrote them', () => {
    const telling = invited()
    telling.do({ type: 'ask_person', about: 'question', occurrence: 'm1' })
    telling.do({ type: 'end' })
    telling.do({ type: 'raise_crisis', occurrence: 'm2' })
    telling.do({ type: 'ask_person', about: 'after_end', occurrence: 'm3' })
    expect(telling.openTasks).toEqual(['answer_question', 'tell_cancelled', 'crisis', 'late_reply'])
    expect(telling.toldStaff('on_duty')).toEqual(['2026-11-02 09:15 task_opened'])
    telling.until('2026-11-02 09:30')
    expect(telling.toldStaff('on_duty')).toHaveLength(2)
  })
})

describe('danger', () => {
  it('is mailed to who is on duty at once, in the night too, again after a quarter of an hour, then to the coordinator', () => {
    const telling = invited().until('2026-11-08 03:00')
    telling.do({ type: 'raise_crisis', occurrence: 'm1' })
    telling.until('2026-11-08 05:00')
    expect(telling.toldStaff('on_duty')).toEqual(['2026-11-08 03:00 task_opened', '2026-11-08 03:15 task_half'])
    expect(telling.toldStaff('coordinator')).toEqual(['2026-11-08 03:30 task_due'])
  })

  it('goes to the coordinator when the mail to who is on duty does not leave', () => {
    const telling = invited()
    telling.world.post = 'down'
    telling.do({ type: 'raise_crisis', occurrence: 'm1' })
    telling.do({ type: 'record_notice', key: 'task_opened.crisis.m1', outcome: 'failed', at: telling.now })
    telling.world.post = 'sends'
    telling.until('2026-11-02 09:16')
    expect(telling.toldStaff('coordinator')).toEqual(['2026-11-02 09:16 task_opened'])
  })
})

describe('STOP, START and a wrong number', () => {
  it('ends messages, also one that is on its way, and never cancels the appointment', () => {
    const telling = begun(lansingerland, { received: '2026-11-06 16:45' })
    telling.world.phone = 'down'
    telling.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-17 09:00'),
      how: 'test',
      by: 'system',
      attendanceId: idOf('first'),
    })
    telling.do({ type: 'opt_out' })
    telling.world.phone = 'delivers'
    telling.until('2026-11-17 09:30')
    expect(telling.said).toEqual([])
    expect(telling.attendance.cancelledAt).toBeUndefined()
    expect(telling.journey.messages.map(({ purpose, failure }) => [purpose, failure?.why])).toEqual([
      ['invitation', 'opted_out'],
      ['reminder', 'opted_out'],
      ['day_before', 'opted_out'],
    ])
  })

  it('asks a person each time, and closes that when the participant wants messages again', () => {
    const telling = invited()
    for (const type of ['opt_out', 'opt_in', 'opt_out', 'opt_in'] as const) telling.do({ type })
    expect(telling.journey.tasks.map(({ kind, closedAt }) => [kind, closedAt !== undefined])).toEqual([
      ['opted_out', true],
      ['opted_out', true],
    ])
    telling.until('2026-11-09 12:00')
    expect(telling.said).toContain('2026-11-09 10:00 day_before')
  })

  it('says nothing more to a number that is somebody else’s, and counts nothing that arrived there', () => {
    const telling = invited()
    telling.do({ type: 'ask_person', about: 'wrong_number', occurrence: 'm1' })
    expect(telling.journey).toMatchObject({ reach: 'none', messages: [{ failure: { why: 'no_phone' } }] })
    expect(telling.journey.messages[0]?.evidence).toBeUndefined()
    // A receipt that comes in afterwards proves nothing either.
    telling.do({ type: 'record_evidence', key: 'invitation.first', evidence: 'read', at: telling.now })
    expect(telling.journey.messages[0]?.evidence).toBeUndefined()
    telling.until('2026-11-09 12:00')
    expect(telling.said).toEqual(['2026-11-02 09:15 invitation'])
    expect(telling.openTasks).toEqual(['call_participant', 'wrong_number', 'call_participant'])
  })
})

describe('hearing from somebody', () => {
  it('is evidence for what was sent and not yet shown to have arrived', () => {
    const telling = begun(rip, { received: '2026-11-02 10:00' })
    telling.world.phone = 'silent'
    telling.do({
      type: 'plan_intake',
      slot: slotAt('2026-11-10 10:00'),
      how: 'test',
      by: 'system',
      attendanceId: idOf('first'),
    })
    telling.until('2026-11-02 12:00').do({ type: 'hear_participant' })
    expect(telling.journey.messages[0]?.evidence).toEqual({ kind: 'answered', evidencedAt: telling.now })
  })

  it('is a reaction from the start of the appointment on, also before somebody marks', () => {
    const early = invited().until('2026-11-10 09:59')
    early.do({ type: 'hear_participant' })
    expect(early.attendance.reactedAt).toBeUndefined()
    const telling = invited().until('2026-11-10 10:20')
    telling.do({ type: 'hear_participant' })
    telling.until('2026-11-10 11:00').do({ type: 'mark_attendance', attendanceId: idOf('first'), came: false })
    telling.until('2026-11-11 17:00')
    expect(telling.said).not.toContain(expect.stringContaining('no_show_follow_up'))
    expect(telling.told).toEqual([])
    expect(telling.openTasks).toEqual(['plan_again'])
  })
})
