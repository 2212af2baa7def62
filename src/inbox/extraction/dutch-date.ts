import { Temporal } from 'temporal-polyfill'

/**
 * A date of birth as '1990-02-01', from '01-02-1990', '1/2/1990', '1 februari 1990', '1 feb. 1990', '1990-02-01', '19900201', '01021990' or
 * '01-02-90'. Undefined for what is no date. A year of two digits is read only when one of its centuries is that of a grown-up.
 */
export const parseDutchDate = (text: string): string | undefined => {
  const plain = text.trim().toLowerCase().replace(weekday, '').replace(time, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain)
  const joined = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(plain)
  const fromIso = iso === null ? undefined : isoDate(iso[1], iso[2], iso[3])
  if (fromIso !== undefined || iso !== null || joined !== null)
    return fromIso ?? (joined === null ? undefined : isoDate(joined[3], joined[2], joined[1]))
  const numbers = /^(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|'?\d{2})$/.exec(plain)
  if (numbers !== null) return isoDate(wholeYear(numbers[3]), numbers[2], numbers[1])
  const words = /^(\d{1,2})(?:e|ste|de)?[ .-]{1,2}([a-z]{3,9})\.?[ -](\d{4}|'?\d{2})$/.exec(plain)
  return words === null ? undefined : isoDate(wholeYear(words[3]), monthNumber(words[2]), words[1])
}

const weekday = /^(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+/
/** Spreadsheets write a day as its midnight. */
const time = /[t ]00:00(?::00)?(?:\.0+)?z?$/

/** '87' is 1987 and '04' is 2004: who would be over a hundred or under fifteen is not referred. Between them nobody can tell. */
const wholeYear = (written = ''): string => {
  const digits = written.replace("'", '')
  if (digits.length === 4) return digits
  if (Number(digits) >= firstOf1900s) return `19${digits}`
  return Number(digits) <= lastOf2000s ? `20${digits}` : ''
}
const firstOf1900s = 30
const lastOf2000s = 11

const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
const english = 'january february march april may june july august september october november december'.split(' ')
const monthNames = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

const otherShort = new Map([
  ['sept', 'sep'],
  ['mar', 'mrt'],
  ['oct', 'okt'],
  ['may', 'mei'],
])

const monthNumber = (name = ''): string => {
  const short = months.indexOf(otherShort.get(name) ?? name)
  const found = [short, monthNames.indexOf(name), english.indexOf(name)].find((index) => index >= 0)
  return String((found ?? -1) + 1)
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
