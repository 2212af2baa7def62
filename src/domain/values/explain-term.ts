import type { Temporal } from 'temporal-polyfill'
import { plainDateOf, weekdayOf, type EpochDay } from './epoch-day.ts'
import { localTimeOf } from './local-time.ts'
import { formatDutch, formatShortDay, formatTimeOfDay } from './moment.ts'
import type { OfficeHours } from './office-hours.ts'
import { describeTerm, type Term } from './term-length.ts'
import { dayKind, type Reading, type WorkdayCalendar } from './workday-calendar.ts'

/** How doubtful days count: always so that we act sooner. */
const doubt: Readonly<Record<Reading, string>> = {
  'act-within': 'telt voor de zekerheid mee als werkdag',
  'act-before': 'telt voor de zekerheid niet mee',
}

const saturday = 6

/** What is special about one day of the count; undefined for an ordinary workday or weekend. */
function remarkOn(calendar: WorkdayCalendar, day: EpochDay, reading: Reading): string | undefined {
  const date = plainDateOf(day)
  const { kind, name } = dayKind(calendar, date)
  const title = `${name === undefined ? '' : `${name} `}${formatShortDay(day)}`
  const settled = calendar.settled.get(date.toString())
  if (settled) return `${title} telt ${settled === 'workday' ? '' : 'niet '}mee: zo is afgesproken`
  if (name === undefined || weekdayOf(day) >= saturday) return undefined
  return `${title} ${kind === 'doubtful' ? doubt[reading] : 'telt niet mee'}`
}

function remarksOn(calendar: WorkdayCalendar, from: EpochDay, to: EpochDay, reading: Reading): string {
  const remarks: string[] = []
  for (let day = from; day <= to; day++) {
    const remark = remarkOn(calendar, day, reading)
    if (remark !== undefined) remarks.push(remark)
  }
  return remarks.length === 0 ? '' : ` (${remarks.join('; ')})`
}

interface ExplainedDeadline {
  readonly term: Term
  readonly event: Temporal.Instant
  readonly eventName: string
  readonly calendar: WorkdayCalendar
  readonly due: Temporal.Instant
  readonly breach: Temporal.Instant
}

const clock = (instant: Temporal.Instant, zone: string): string => formatTimeOfDay(localTimeOf(instant, zone).time)

function workdayEnd({ due, breach, calendar: { zone } }: ExplainedDeadline): string {
  const end = formatDutch(due, zone)
  return due.equals(breach) ? `${end}, als het kantoor sluit` : `${end}, uiterlijk ${clock(breach, zone)}`
}

function calendarEnd({ event, due, breach, calendar: { zone } }: ExplainedDeadline): string {
  const end = `uiterlijk ${formatDutch(breach, zone)}`
  if (due.equals(event)) return `${end}; er komt geen werkdag meer, dus meteen`
  const onLastDay = localTimeOf(due, zone).day === localTimeOf(breach, zone).day
  return onLastDay
    ? `${end}, liefst voor ${clock(due, zone)}`
    : `${end}, liefst voor ${formatDutch(due, zone)} (de laatste werkdag)`
}

/** 'aanmelding ma 2 nov 2026 10:15 + 10 werkdagen = ma 16 nov 2026 10:15, uiterlijk 17:00' */
export function explainDeadline(deadline: ExplainedDeadline): string {
  const { term, event, eventName, calendar, due } = deadline
  const start = `${eventName} ${formatDutch(event, calendar.zone)} + ${describeTerm(term)}`
  if ('hours' in term) return `${start} = ${formatDutch(due, calendar.zone)}`
  if (!('workdays' in term)) return `${start} = ${calendarEnd(deadline)}`
  const first = localTimeOf(event, calendar.zone).day + 1
  const last = localTimeOf(due, calendar.zone).day
  return `${start}${remarksOn(calendar, first, last, 'act-within')} = ${workdayEnd(deadline)}`
}

interface ExplainedMoment {
  readonly term: Term
  readonly appointment: Temporal.Instant
  /** Before sending hours were looked at. */
  readonly plain: Temporal.Instant
  readonly at: Temporal.Instant
  readonly calendar: WorkdayCalendar
  readonly sendingHours: OfficeHours
}

/** '5 werkdagen voor de afspraak op di 10 nov 2026 08:30 = di 3 nov 2026 08:30' */
export function explainMoment({ term, appointment, plain, at, calendar, sendingHours }: ExplainedMoment): string {
  const { zone } = calendar
  const first = localTimeOf(at, zone).day
  const last = localTimeOf(appointment, zone).day - 1
  const remarks = 'workdays' in term ? remarksOn(calendar, first, last, 'act-before') : ''
  const start = `${describeTerm(term)} voor de afspraak op ${formatDutch(appointment, zone)}${remarks} = ${formatDutch(plain, zone)}`
  if (plain.equals(at)) return start
  const window = `op werkdagen van ${sendingHours.from} tot ${sendingHours.to}`
  return `${start}; berichten gaan ${window}, dus uiterlijk ${formatDutch(at, zone)}`
}
