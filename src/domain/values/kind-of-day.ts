import { civilDate, epochDay, weekdayOf, type EpochDay } from './epoch-day.ts'
import { holidaysOf } from './holidays.ts'

/** Doubtful: contracts and offices differ on it, so it counts against us, whichever way we count. */
export type KindOfDay = 'workday' | 'weekend' | 'holiday' | 'doubtful'

/** What one calendar has beside the holidays that all have; ISO dates. */
interface SpecialDays {
  readonly bridgeDays: ReadonlySet<string>
  readonly settled: ReadonlyMap<string, 'workday' | 'free'>
}

const weekdays = { workday: 0, weekend: 1, holiday: 2, doubtful: 3 } as const
const kinds: readonly KindOfDay[] = ['workday', 'weekend', 'holiday', 'doubtful']
const saturday = 6

/** The dates of one year among ISO dates, as days. */
function* daysIn(year: number, dates: Iterable<string>): Generator<EpochDay> {
  for (const date of dates) {
    const [y, month, day] = date.split('-').map(Number)
    if (y === year && month !== undefined && day !== undefined) yield epochDay(y, month, day)
  }
}

function tableOf(special: SpecialDays, year: number): Uint8Array {
  const first = epochDay(year, 1, 1)
  const table = new Uint8Array(epochDay(year + 1, 1, 1) - first)
  for (const day of daysIn(year, special.bridgeDays)) table[day - first] = weekdays.doubtful
  for (const [day, { kind }] of holidaysOf(year)) table[day - first] = weekdays[kind]
  for (let index = 0; index < table.length; index++) {
    if (weekdayOf(first + index) >= saturday) table[index] = weekdays.weekend
  }
  for (const what of ['workday', 'free'] as const) {
    const dates = [...special.settled].filter(([, settled]) => settled === what).map(([date]) => date)
    for (const day of daysIn(year, dates)) table[day - first] = what === 'free' ? weekdays.holiday : weekdays.workday
  }
  return table
}

interface YearTable {
  readonly first: EpochDay
  readonly kinds: Uint8Array
}

// One byte per day, made once per calendar and year: terms are computed thousands of times a second. A memo of a pure function.
const tables = new WeakMap<SpecialDays, Map<number, YearTable>>()

function yearTable(special: SpecialDays, year: number): YearTable {
  let years = tables.get(special)
  if (!years) tables.set(special, (years = new Map()))
  let table = years.get(year)
  if (!table) years.set(year, (table = { first: epochDay(year, 1, 1), kinds: tableOf(special, year) }))
  return table
}

/** What a day is: what was settled goes before a weekend, a weekend before a holiday, a holiday before a bridge day. */
export function kindOfDay(special: SpecialDays, day: EpochDay): KindOfDay {
  const { first, kinds: table } = yearTable(special, civilDate(day).year)
  return kinds[table[day - first] ?? 0] ?? 'workday'
}
