import { Temporal } from 'temporal-polyfill'

/**
 * A calendar day as the number of days since 1 January 1970. Counting workdays walks over many days, and a number is a hundred times
 * cheaper to step than a PlainDate.
 */
export type EpochDay = number

export const millisecondsPerDay = 86_400_000

const daysPerEra = 146_097
const fromYearZeroToEpoch = 719_468

/** The day of a date in the Gregorian calendar; month 1 to 12. Years are counted from 1 March, so that the leap day comes last. */
export function epochDay(year: number, month: number, day: number): EpochDay {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - fromYearZeroToEpoch
}

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The inverse of `epochDay`. */
export function civilDate(epoch: EpochDay): CivilDate {
  const shifted = epoch + fromYearZeroToEpoch
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

export const epochDayOf = (date: Temporal.PlainDate): EpochDay => epochDay(date.year, date.month, date.day)

export function plainDateOf(epoch: EpochDay): Temporal.PlainDate {
  const { year, month, day } = civilDate(epoch)
  return new Temporal.PlainDate(year, month, day)
}

/** 1 (Monday) to 7 (Sunday). 1 January 1970 was a Thursday. */
export const weekdayOf = (epoch: EpochDay): number => ((((epoch + 3) % 7) + 7) % 7) + 1
