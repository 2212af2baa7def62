import { Temporal } from 'temporal-polyfill'

/**
 * A date of birth as '1990-02-01', from '01-02-1990', '1/2/1990', '1 februari 1990', '1 feb. 1990' or '1990-02-01'. Undefined for
 * what is no date and for a year of two digits: 1 or 100 years old is not ours to guess.
 */
export const parseDutchDate = (text: string): string | undefined => {
  const plain = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain)
  if (iso !== null) return isoDate(iso[1], iso[2], iso[3])
  const numbers = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(plain)
  if (numbers !== null) return isoDate(numbers[3], numbers[2], numbers[1])
  const words = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/.exec(plain)
  return words === null ? undefined : isoDate(words[3], monthNumber(words[2]), words[1])
}

const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
const monthNames = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

const monthNumber = (name = ''): string => {
  const short = months.indexOf(name === 'sept' ? 'sep' : name)
  return String((short === -1 ? monthNames.indexOf(name) : short) + 1)
}

const isoDate = (year = '', month = '', day = ''): string | undefined => {
  const fields = { year: Number(year), month: Number(month), day: Number(day) }
  if (fields.year < 1900) return undefined
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
