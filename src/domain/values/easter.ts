import { epochDay, type EpochDay } from './epoch-day.ts'

/**
 * Easter Sunday in the Gregorian calendar, for any year from 1583: the anonymous computus of 1876, integer arithmetic only. The names
 * are those of the church's own tables: golden number, epact (age of the moon), the paschal full moon.
 */
export function easterSunday(year: number): EpochDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const offset = epact + toSunday - 7 * lateMoon + 114
  return epochDay(year, Math.floor(offset / 31), (offset % 31) + 1)
}
