import { easterSunday } from './easter.ts'
import { epochDay, weekdayOf, type EpochDay } from './epoch-day.ts'

/** A day that is not simply a workday. Doubtful: contracts and offices differ on it, and no contract of ours says. */
export interface Holiday {
  readonly kind: 'holiday' | 'doubtful'
  readonly name: string
}

const sunday = 7

/** 27 April, or the Saturday before when that is a Sunday. */
const kingsDay = (year: number): EpochDay => {
  const birthday = epochDay(year, 4, 27)
  return weekdayOf(birthday) === sunday ? birthday - 1 : birthday
}

/** A day off for everyone only once in five years, under most collective agreements. */
const isLustrum = (year: number): boolean => year % 5 === 0

function computeHolidays(year: number): ReadonlyMap<EpochDay, Holiday> {
  const easter = easterSunday(year)
  const holiday = (name: string): Holiday => ({ kind: 'holiday', name })
  const doubtful = (name: string): Holiday => ({ kind: 'doubtful', name })
  // Later entries win: a doubtful day that falls on a holiday is a holiday.
  return new Map([
    [easter - 2, doubtful('Goede Vrijdag')],
    [easter + 40, doubtful('vrijdag na Hemelvaart')],
    [epochDay(year, 5, 5), isLustrum(year) ? holiday('Bevrijdingsdag') : doubtful('Bevrijdingsdag')],
    [epochDay(year, 1, 1), holiday('Nieuwjaarsdag')],
    [easter, holiday('Eerste Paasdag')],
    [easter + 1, holiday('Tweede Paasdag')],
    [kingsDay(year), holiday('Koningsdag')],
    [easter + 39, holiday('Hemelvaartsdag')],
    [easter + 49, holiday('Eerste Pinksterdag')],
    [easter + 50, holiday('Tweede Pinksterdag')],
    [epochDay(year, 12, 25), holiday('Eerste Kerstdag')],
    [epochDay(year, 12, 26), holiday('Tweede Kerstdag')],
  ])
}

const years = new Map<number, ReadonlyMap<EpochDay, Holiday>>()

/**
 * The days of the Algemene termijnenwet, art. 3, in one year, with those that are in doubt in practice: Good Friday, 5 May outside a
 * lustrum year, and the Friday after Ascension. Remembered per year: a year's holidays never change.
 */
export function holidaysOf(year: number): ReadonlyMap<EpochDay, Holiday> {
  const known = years.get(year)
  if (known) return known
  const computed = computeHolidays(year)
  years.set(year, computed)
  return computed
}
