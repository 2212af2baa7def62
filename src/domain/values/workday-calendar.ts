import { Temporal } from 'temporal-polyfill'
import { civilDate, epochDay, epochDayOf, plainDateOf, weekdayOf, type EpochDay } from './epoch-day.ts'
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
  readonly kind: 'workday' | 'weekend' | 'holiday' | 'doubtful'
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

const weekdays = { workday: 0, weekend: 1, holiday: 2, doubtful: 3 } as const
const kinds = ['workday', 'weekend', 'holiday', 'doubtful'] as const
const saturday = 6

/** The dates of one year among ISO dates, as days. */
function* daysIn(year: number, dates: Iterable<string>): Generator<EpochDay> {
  for (const date of dates) {
    const [y, month, day] = date.split('-').map(Number)
    if (y === year && month !== undefined && day !== undefined) yield epochDay(y, month, day)
  }
}

function tableOf(calendar: WorkdayCalendar, year: number): Uint8Array {
  const first = epochDay(year, 1, 1)
  const table = new Uint8Array(epochDay(year + 1, 1, 1) - first)
  for (const day of daysIn(year, calendar.bridgeDays)) table[day - first] = weekdays.doubtful
  for (const [day, { kind }] of holidaysOf(year)) table[day - first] = weekdays[kind]
  for (let index = 0; index < table.length; index++) {
    if (weekdayOf(first + index) >= saturday) table[index] = weekdays.weekend
  }
  for (const what of ['workday', 'free'] as const) {
    const dates = [...calendar.settled].filter(([, settled]) => settled === what).map(([date]) => date)
    for (const day of daysIn(year, dates)) table[day - first] = what === 'free' ? weekdays.holiday : weekdays.workday
  }
  return table
}

interface YearTable {
  readonly first: EpochDay
  readonly kinds: Uint8Array
}

// One byte per day, made once per calendar and year: terms are computed thousands of times a second. A memo of a pure function.
const tables = new WeakMap<WorkdayCalendar, Map<number, YearTable>>()

function yearTable(calendar: WorkdayCalendar, year: number): YearTable {
  let years = tables.get(calendar)
  if (!years) tables.set(calendar, (years = new Map()))
  let table = years.get(year)
  if (!table) years.set(year, (table = { first: epochDay(year, 1, 1), kinds: tableOf(calendar, year) }))
  return table
}

function kindOf(calendar: WorkdayCalendar, day: EpochDay): DayKind['kind'] {
  const { first, kinds: table } = yearTable(calendar, civilDate(day).year)
  return kinds[table[day - first] ?? 0] ?? 'workday'
}

/** What a date is under this calendar, with its Dutch name, also of a holiday that falls in a weekend. */
export function dayKind(calendar: WorkdayCalendar, date: Temporal.PlainDate): DayKind {
  const day = epochDayOf(date)
  const kind = kindOf(calendar, day)
  const name = holidaysOf(date.year).get(day)?.name ?? (calendar.bridgeDays.has(date.toString()) ? 'brugdag' : undefined)
  return name === undefined ? { kind } : { kind, name }
}

const counts = (kind: DayKind['kind'], reading: Reading): boolean =>
  kind === 'workday' || (kind === 'doubtful' && reading === 'act-within')

export const isWorkdayAt = (calendar: WorkdayCalendar, day: EpochDay, reading: Reading): boolean =>
  counts(kindOf(calendar, day), reading)

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
