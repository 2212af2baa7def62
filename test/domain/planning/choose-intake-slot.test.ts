import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invitationDeadline, isBefore, nextSending } from '#src/domain/journey/moments.ts'
import { intakeDeadline } from '#src/domain/journey/terms.ts'
import { freeSlots, type WeeklyHours } from '#src/domain/planning/availability.ts'
import { chooseIntakeSlot, slotsToOffer } from '#src/domain/planning/choose-intake-slot.ts'
import type { Rules } from '#src/domain/journey/rules.ts'
import { changedRules, contractIds, rulesOf } from '../journey/rules.ts'
import { anyInstant, at, local } from '../values/amsterdam.ts'

const hours = (coachId: string, weekday: number, from: string, to: string): WeeklyHours => ({
  coachId,
  placeId: 'centrum',
  weekday,
  from,
  to,
  minutes: 60,
})

/** Monday and Wednesday with one coach, Tuesday and Thursday with another; nobody on Friday. */
const week = [
  hours('joost', 1, '10:00', '12:00'),
  hours('samira', 2, '09:00', '12:00'),
  hours('joost', 3, '13:30', '16:30'),
  hours('samira', 4, '13:00', '16:00'),
]

function ask(rules: Rules, received: string, now = received) {
  const question = { receivedAt: at(received), now: at(now) }
  const slots = freeSlots(week, [], rules.calendar, { from: question.now, to: question.now.add({ hours: 40 * 24 }) })
  return { ...question, slots }
}

const chosen = (id: string, received: string, now = received): string => {
  const rules = rulesOf(id)
  const choice = chooseIntakeSlot(ask(rules, received, now), rules)
  return choice.kind === 'slot' ? local(choice.slot.startsAt).slice(0, 16) : 'none'
}

describe('the intake slot, computed by hand', () => {
  it.each([
    [
      'an ordinary Monday: the first slot that leaves a workday for repair',
      'lansingerland',
      '2026-11-02 09:15',
      '2026-11-10 10:00',
    ],
    [
      'to the minute: at nine the nine o’clock slot still does',
      'lansingerland',
      '2026-11-02 09:00',
      '2026-11-10 09:00',
    ],
    ['a Friday evening is answered on Monday at eight', 'rip', '2026-11-06 21:30', '2026-11-17 09:00'],
    ['a Saturday night too', 'tilburg', '2026-11-07 23:10', '2026-11-17 09:00'],
    ['Christmas: Friday, Saturday and Sunday fall out', 'rip', '2026-12-18 16:45', '2026-12-30 13:30'],
    ['Good Friday and Easter Monday are no days to have invited on', 'rsd', '2026-03-25 14:00', '2026-04-02 14:00'],
    ['Ascension and the Friday after it', 'lansingerland', '2026-05-11 09:30', '2026-05-21 13:00'],
    ['King’s Day on a Monday', 'arnhem', '2026-04-20 11:00', '2026-04-29 13:30'],
    [
      'Liberation Day, doubtful outside a lustrum year, is no day to have invited on',
      'arnhem',
      '2026-04-28 08:30',
      '2026-05-07 13:00',
    ],
    ['the week before winter time', 'rip', '2026-10-22 10:00', '2026-11-02 10:00'],
    ['across summer time and Easter', 'tilburg', '2026-03-27 21:30', '2026-04-09 13:00'],
  ])('%s', (_, contract, received, expected) => {
    expect(chosen(contract, received)).toBe(expected)
  })

  it('gives up the workday for repair only when no slot leaves one', () => {
    // Received on Monday, accepted by a person on Thursday: Wednesday a week later needs an invitation by Wednesday of this week.
    const rules = changedRules('lansingerland', (contract) => ({
      terms: { ...contract.terms, intake_by: { ...contract.terms.intake_by, within: { workdays: 9 } } },
    }))
    const choice = chooseIntakeSlot(ask(rules, '2026-11-02 09:00', '2026-11-05 13:00'), rules)
    expect(choice).toMatchObject({ kind: 'slot', slot: { startsAt: at('2026-11-12 13:00') } })
    expect(choice.how).toContain('zonder werkdag over voor herstel')
    expect(chooseIntakeSlot(ask(rules, '2026-11-02 09:00', '2026-11-04 15:00'), rules).how).toContain(
      'met een werkdag over om een mislukte uitnodiging te herstellen',
    )
  })

  it('finds none when the window is too short, and shows the calculation with the clauses', () => {
    const rules = rulesOf('lansingerland')
    const choice = chooseIntakeSlot(ask(rules, '2026-11-02 09:00', '2026-11-11 10:00'), rules)
    expect(choice).toMatchObject({ kind: 'none', deadlineAt: at('2026-11-16 09:00') })
    for (const words of [
      'Uitnodigen kan vanaf wo 11 nov 2026 10:00',
      'eis 51',
      'uiterlijk ma 16 nov 2026 17:00 (eis 11',
      'De eerste vrije plek is wo 11 nov 2026 13:30; daarvoor moest de uitnodiging er wo 4 nov 2026 13:30 zijn',
      'Voor wo 18 nov 2026 13:30 kan wel op tijd worden uitgenodigd, maar dat is na de termijn',
    ])
      expect(choice.how).toContain(words)
  })

  it('says so when the first slot at all is past the term, or when there is none', () => {
    const rules = rulesOf('lansingerland')
    const late = { receivedAt: at('2026-11-02 09:00'), now: at('2026-11-02 09:00') }
    const slots = freeSlots(week, [], rules.calendar, { from: at('2026-11-18 00:00'), to: at('2026-11-20 00:00') })
    expect(chooseIntakeSlot({ ...late, slots }, rules).how).toContain('is wo 18 nov 2026 13:30: na de termijn')
    expect(chooseIntakeSlot({ ...late, slots: [] }, rules).how).toContain('geen enkele vrije plek')
  })

  it('never chooses a slot that is too near to invite for, past the term, or later than needed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...contractIds),
        anyInstant,
        fc.integer({ min: 0, max: 12 }),
        (id, received, days) => {
          const rules = rulesOf(id)
          const question = ask(rules, local(received), local(received.add({ hours: 24 * days })))
          const choice = chooseIntakeSlot(question, rules)
          const sending = nextSending(question.now, rules)
          const fits = question.slots.filter(
            ({ startsAt }) =>
              !isBefore(invitationDeadline(startsAt, rules).at, sending) &&
              !isBefore(intakeDeadline(question.receivedAt, rules).breach, startsAt),
          )
          if (choice.kind === 'none') expect(fits).toEqual([])
          else expect(fits).toContain(choice.slot)
          if (choice.how.includes('zonder werkdag')) expect(choice).toMatchObject({ slot: fits[0] })
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('slots to choose from', () => {
  it('are three on different days, from 18 hours ahead: the soonest, and others that leave the lead time', () => {
    const rules = rulesOf('lansingerland')
    expect(slotsToOffer(ask(rules, '2026-11-02 09:15'), rules).map(({ startsAt }) => local(startsAt))).toEqual([
      '2026-11-03 09:00:00',
      '2026-11-09 10:00:00',
      '2026-11-10 09:00:00',
    ])
  })

  it('are none past the term of the intake', () => {
    const rules = rulesOf('lansingerland')
    const last = slotsToOffer(ask(rules, '2026-11-02 09:15', '2026-11-13 12:00'), rules)
    expect(last.map(({ startsAt }) => local(startsAt))).toEqual(['2026-11-16 10:00:00', '2026-11-16 11:00:00'])
    expect(slotsToOffer(ask(rules, '2026-11-02 09:15', '2026-11-16 12:00'), rules)).toEqual([])
  })
})

describe('free slots', () => {
  const { calendar } = rulesOf('rip')
  const day = (date: string) => ({ from: at(`${date} 00:00`), to: at(`${date} 23:59`) })

  it('are none in weekends, on holidays, doubtful days and closing days', () => {
    const everyDay = [1, 2, 3, 4, 5].map((weekday) => hours('joost', weekday, '10:00', '11:00'))
    const closed = changedRules('rip', (contract) => ({
      calendar: { ...contract.calendar, closing_days: ['2026-11-04'] },
    })).calendar
    const open = (date: string) => freeSlots(everyDay, [], closed, day(date)).length
    expect(['2026-11-03', '2026-11-04', '2026-11-07', '2026-12-25', '2026-05-15', '2026-04-03'].map(open)).toEqual([
      1, 0, 0, 0, 0, 0,
    ])
  })

  it('are not those that overlap what stands in the agenda of the same coach', () => {
    const booked = (coachId: string) => [
      { coachId, start: at('2026-11-03 09:30').epochMilliseconds, end: at('2026-11-03 10:30').epochMilliseconds },
    ]
    const starts = (coachId: string) =>
      freeSlots(week, booked(coachId), calendar, day('2026-11-03')).map(({ startsAt }) => local(startsAt).slice(11, 16))
    expect(starts('samira')).toEqual(['11:00'])
    expect(starts('joost')).toEqual(['09:00', '10:00', '11:00'])
  })

  it('keep their local time when the clock changes', () => {
    const sundayAround = { from: at('2026-03-27 12:00'), to: at('2026-03-31 23:00') }
    expect(freeSlots(week, [], calendar, sundayAround).map(({ startsAt }) => startsAt.toString())).toEqual([
      '2026-03-30T08:00:00Z',
      '2026-03-30T09:00:00Z',
      '2026-03-31T07:00:00Z',
      '2026-03-31T08:00:00Z',
      '2026-03-31T09:00:00Z',
    ])
  })
})
