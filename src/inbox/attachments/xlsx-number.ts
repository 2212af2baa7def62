import type { NumberFormat } from './xlsx-styles.ts'

/** A stored number as its cell shows it: dates as dd-mm-yyyy, other numbers in full. */
export const shownNumber = (stored: string, format: NumberFormat, from1904: boolean): string => {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if (format.kind === 'date' && isSerial(value)) return shownDate(value, format.withTime, from1904)
  if (format.kind === 'time' && isSerial(value)) return shownTime(value)
  if (format.kind === 'places' && Number.isInteger(value) && value >= 0) return inPlaces(String(value), format.mask)
  return inFull(stored, value)
}

/** Up to the end of 9999. */
const isSerial = (value: number): boolean => value >= 0 && value < 2_958_466

const msPerDay = 86_400_000

/**
 * Days since 30 December 1899, or since 1904. Before March 1900 the first count is a day off: it has a 29 February that never was
 * (ECMA-376, part 1, section 18.17.4.1).
 */
const shownDate = (serial: number, withTime: boolean, from1904: boolean): string => {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const [year = '', month = '', day = ''] = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * msPerDay)
    .toISOString()
    .slice(0, 10)
    .split('-')
  const date = `${day}-${month}-${year}`
  return withTime && serial % 1 !== 0 ? `${date} ${shownTime(serial)}` : date
}

const shownTime = (serial: number): string => {
  const minutes = Math.round((serial % 1) * 1440)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Fills the zeros of the mask from the right; what is too long stands before it. */
const inPlaces = (digits: string, mask: string): string => {
  let left = digits
  const filled = [...mask].toReversed().map((char) => {
    if (char !== '0') return char
    const digit = left.slice(-1) || '0'
    left = left.slice(0, -1)
    return digit
  })
  return left + filled.toReversed().join('')
}

/** As written when it is a plain number; '6.12345678E8' and '0.30000000000000004' as they were typed. */
const inFull = (stored: string, value: number): string => {
  if (/^-?\d{1,40}$/.test(stored)) return stored
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}
