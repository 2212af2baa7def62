import { describe, expect, it } from 'vitest'
import { deadlineWithin, momentBefore, type Term } from '#src/domain/values/term.ts'
import { createCalendar } from '#src/domain/values/workday-calendar.ts'
import { at } from './amsterdam.ts'

const calendar = createCalendar({
  bridgeDays: ['2026-12-24'],
  settled: { '2026-12-31': 'free', '2027-05-05': 'workday' },
})
const office = { from: '09:00', to: '17:00' }

const within = (term: Term, event: string) => deadlineWithin(term, at(event), 'aanmelding', calendar, office).how
const before = (term: Term, appointment: string, hours = { from: '08:00', to: '20:00' }) =>
  momentBefore(term, at(appointment), calendar, hours).how

describe('how a deadline was computed, in words', () => {
  it('with workdays: from what, how long, until when', () => {
    expect(within({ workdays: 10 }, '2026-11-02 10:15')).toBe(
      'aanmelding ma 2 nov 2026 10:15 + 10 werkdagen = ma 16 nov 2026 10:15, uiterlijk 17:00',
    )
    expect(within({ workdays: 1 }, '2026-11-02 22:15')).toBe(
      'aanmelding ma 2 nov 2026 22:15 + 1 werkdag = di 3 nov 2026 17:00, als het kantoor sluit',
    )
  })

  it('names each day that does not count, and each doubtful day that does', () => {
    expect(within({ workdays: 10 }, '2026-05-04 10:15')).toBe(
      'aanmelding ma 4 mei 2026 10:15 + 10 werkdagen (Bevrijdingsdag di 5 mei telt voor de zekerheid mee als werkdag; ' +
        'Hemelvaartsdag do 14 mei telt niet mee; vrijdag na Hemelvaart vr 15 mei telt voor de zekerheid mee als werkdag) ' +
        '= di 19 mei 2026 10:15, uiterlijk 17:00',
    )
  })

  it('names bridge days and what was settled', () => {
    expect(within({ workdays: 5 }, '2026-12-23 10:15')).toBe(
      'aanmelding wo 23 dec 2026 10:15 + 5 werkdagen (brugdag do 24 dec telt voor de zekerheid mee als werkdag; ' +
        'Eerste Kerstdag vr 25 dec telt niet mee; do 31 dec telt niet mee: zo is afgesproken; Nieuwjaarsdag vr 1 jan telt niet mee) ' +
        '= ma 4 jan 2027 10:15, uiterlijk 17:00',
    )
    expect(within({ workdays: 1 }, '2027-05-04 10:15')).toContain('Bevrijdingsdag wo 5 mei telt mee: zo is afgesproken')
  })

  it('with weeks or months: the last day, and the workday on which staff act', () => {
    expect(within({ weeks: 2 }, '2026-11-02 10:15')).toBe(
      'aanmelding ma 2 nov 2026 10:15 + 2 weken = uiterlijk ma 16 nov 2026 23:59, liefst voor 17:00',
    )
    expect(within({ months: 1 }, '2026-01-31 10:15')).toBe(
      'aanmelding za 31 jan 2026 10:15 + 1 maand = uiterlijk za 28 feb 2026 23:59, liefst voor vr 27 feb 2026 17:00 (de laatste werkdag)',
    )
    expect(within({ days: 1 }, '2026-11-07 11:00')).toBe(
      'aanmelding za 7 nov 2026 11:00 + 1 dag = uiterlijk zo 8 nov 2026 23:59; er komt geen werkdag meer, dus meteen',
    )
  })

  it('with hours', () => {
    expect(within({ hours: 24 }, '2026-11-06 16:00')).toBe(
      'aanmelding vr 6 nov 2026 16:00 + 24 uur = za 7 nov 2026 16:00',
    )
  })

  it('is read from the deadline as often as one likes', () => {
    const deadline = deadlineWithin({ hours: 24 }, at('2026-11-06 16:00'), 'aanmelding', calendar, office)
    expect(deadline.how).toBe(deadline.how)
    expect({ ...deadline }.how).toBe(deadline.how)
  })
})

describe('how the latest moment before an appointment was computed, in words', () => {
  it('at the same clock time', () => {
    expect(before({ workdays: 5 }, '2026-11-10 08:30')).toBe(
      '5 werkdagen voor de afspraak op di 10 nov 2026 08:30 = di 3 nov 2026 08:30',
    )
  })

  it('names the days that do not count', () => {
    expect(before({ workdays: 5 }, '2026-04-08 10:30')).toBe(
      '5 werkdagen voor de afspraak op wo 8 apr 2026 10:30 (Goede Vrijdag vr 3 apr telt voor de zekerheid niet mee; ' +
        'Tweede Paasdag ma 6 apr telt niet mee) = ma 30 mrt 2026 10:30',
    )
  })

  it('says so when sending hours move it', () => {
    expect(before({ workdays: 5 }, '2026-11-10 08:30', office)).toBe(
      '5 werkdagen voor de afspraak op di 10 nov 2026 08:30 = di 3 nov 2026 08:30; ' +
        'berichten gaan op werkdagen van 09:00 tot 17:00, dus uiterlijk ma 2 nov 2026 17:00',
    )
  })
})
