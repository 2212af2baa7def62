import { Temporal } from 'temporal-polyfill'
import { kindOfDay, type KindOfDay } from './kind-of-day.ts'
import { epochDayOf, plainDateOf, type EpochDay } from './epoch-day.ts'
import { holidaysOf } from './holidays.ts'

/** Which days are workdays under one contract. Dates are ISO ('2026-05-15'). Made by `createCalendar`; never changed afterwards. */
export interface WorkdayCalendar {
  readonly zone: string
  /** Days that are in doubt beside the ones that are so everywhere. */
  readonly bridgeDays: ReadonlySet<string>
  /** Days on which the provider has no appointments. They never stretch a term. */
  readonly closingDays: ReadonlySet<string>
  /** What was agreed with the client about single days; it goes before every rule. */
  readonly settled: ReadonlyMap<string, 'workday' | 'free'>
}

/**
 * How a doubtful day counts: always against us. Acting *within* N workdays it is a workday, so the term ends sooner; acting *at least*
 * N workdays *before* it is none, so we act sooner.
 */
export type Reading = 'act-within' | 'act-before'

export interface DayKind {
  readonly kind: KindOfDay
  /** The Dutch name of the day, when it has one. */
  readonly name?: string
}

function isoDate(text: string): string {
  const written = /^\d{4}-\d{2}-\d{2}$/.test(text)
  try {
    if (written) return Temporal.PlainDate.from(text).toString()
  } catch {
    // told below, the same way as a date in another notation
  }
  throw new RangeError(`'${text}' is not a date of the calendar: write a day that exists, as '2026-05-15'`)
}

/** Throws RangeError on a date that does not exist or is not written as '2026-05-15'. */
export function createCalendar(options: {
  readonly zone?: string
  readonly bridgeDays?: readonly string[]
  readonly closingDays?: readonly string[]
  readonly settled?: Readonly<Record<string, 'workday' | 'free'>>
}): WorkdayCalendar {
  return {
    zone: options.zone ?? 'Europe/Amsterdam',
    bridgeDays: new Set(options.bridgeDays?.map(isoDate)),
    closingDays: new Set(options.closingDays?.map(isoDate)),
    settled: new Map(Object.entries(options.settled ?? {}).map(([date, what]) => [isoDate(date), what])),
  }
}

/** What a date is under this calendar, with its Dutch name, also of a holiday that falls in a weekend. */
export function dayKind(calendar: WorkdayCalendar, date: Temporal.PlainDate): DayKind {
  const day = epochDayOf(date)
  const kind = kindOfDay(calendar, day)
  const name =
    holidaysOf(date.year).get(day)?.name ?? (calendar.bridgeDays.has(date.toString()) ? 'brugdag' : undefined)
  return name === undefined ? { kind } : { kind, name }
}

const counts = (kind: KindOfDay, reading: Reading): boolean =>
  kind === 'workday' || (kind === 'doubtful' && reading === 'act-within')

export const isWorkdayAt = (calendar: WorkdayCalendar, day: EpochDay, reading: Reading): boolean =>
  counts(kindOfDay(calendar, day), reading)

export const isWorkday = (calendar: WorkdayCalendar, date: Temporal.PlainDate, reading: Reading): boolean =>
  isWorkdayAt(calendar, epochDayOf(date), reading)

/** Whether there are no appointments: weekend, holiday, doubtful day, or one of the provider's own closing days. */
export const isClosed = (calendar: WorkdayCalendar, date: Temporal.PlainDate): boolean =>
  !isWorkday(calendar, date, 'act-before') || calendar.closingDays.has(date.toString())

/** The nth workday after a day (n negative: before it); n = 0 is the day itself, whatever it is. */
export function stepWorkdays(calendar: WorkdayCalendar, day: EpochDay, n: number, reading: Reading): EpochDay {
  if (!Number.isInteger(n)) throw new RangeError(`workdays are counted in whole days, not ${n}`)
  const step = Math.sign(n)
  let at = day
  for (let left = Math.abs(n); left > 0;) {
    at += step
    if (isWorkdayAt(calendar, at, reading)) left--
  }
  return at
}

/** The nth workday after a date, which itself is not counted and need not be a workday. */
export const addWorkdays = (
  calendar: WorkdayCalendar,
  date: Temporal.PlainDate,
  n: number,
  reading: Reading,
): Temporal.PlainDate => plainDateOf(stepWorkdays(calendar, epochDayOf(date), n, reading))

/** The nth workday before a date, which itself is not counted and need not be a workday. */
export const subtractWorkdays = (
  calendar: WorkdayCalendar,
  date: Temporal.PlainDate,
  n: number,
  reading: Reading,
): Temporal.PlainDate => plainDateOf(stepWorkdays(calendar, epochDayOf(date), -n, reading))
