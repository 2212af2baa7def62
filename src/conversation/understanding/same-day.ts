import { findPhrases, saidIn } from './phrases.ts'
import { border, wordsIn } from './text.ts'
import type { Words } from './text.ts'
import { laterPhrases, spokenLexicons } from './usual-book.ts'

/** Whether a moment in a message is that of the appointment: certainly, certainly not, or who knows. */
type Verdict = 'same' | 'other' | 'open'

/** The appointment as it can be told from its day in words and from how many days there are until then. */
interface Appointment {
  readonly weekday: number
  readonly date: number
  readonly month: number
  readonly ahead: number | undefined
}

/** A day of the week says which one only when it is the first to come. */
const daysOfWeek = 7

/** Months that are named without a year are those to come: 'tot april', said in November, is five months away. */
const halfYear = 6

/**
 * Whether a message names a day, a week or a month that is not certainly that of the appointment: who has to work tomorrow says nothing
 * about next week. `planned` is the day and time as the participant read them, `ahead` how many days there are until then.
 */
export function mayBeAnotherDay(words: Words, planned: string, ahead: number | undefined): boolean {
  const appointment = appointmentIn(planned, ahead)
  const named = [
    ...oneOf([...weekdaysIn(words, appointment), ...nearDaysIn(words, appointment)]),
    ...weeksIn(words, appointment),
    ...datesIn(words, appointment),
    ...findPhrases(saidIn(words.tokens), laterPhrases).map((): Verdict => 'open'),
  ]
  return named.includes('other') || (named.includes('open') && !named.includes('same'))
}

/** Of days that are named next to each other one is enough: 'vandaag en morgen'. */
function oneOf(days: readonly Verdict[]): readonly Verdict[] {
  return days.includes('same') ? ['same'] : days
}

function appointmentIn(planned: string, ahead: number | undefined): Appointment {
  const { tokens } = wordsIn(planned)
  const at = tokens.findIndex((token) => monthOf(token) >= 0)
  return {
    weekday: Math.max(...tokens.map(weekdayOf)),
    date: Number(tokens[at - 1]),
    month: monthOf(tokens[at] ?? border),
    ahead,
  }
}

function weekdaysIn({ tokens }: Words, { weekday, ahead = 0 }: Appointment): Verdict[] {
  return tokens
    .map(weekdayOf)
    .filter((day) => day >= 0)
    .map((day) => (day !== weekday ? 'other' : ahead > daysOfWeek ? 'open' : 'same'))
}

/** 'Vandaag' and 'morgen'. Not 'goede morgen', nor 'morgen' by itself before a message. */
function nearDaysIn(words: Words, { ahead }: Appointment): Verdict[] {
  if (ahead === undefined) return []
  return words.tokens.flatMap((token, at) => {
    const days = spokenLexicons.map(({ nearDays }) => nearDays[token]).find((known) => known !== undefined)
    if (days === undefined || isGreeting(words, at)) return []
    return [days === ahead ? 'same' : 'other']
  })
}

function isGreeting({ tokens, pauses }: Words, at: number): boolean {
  if (tokens[at] !== 'morgen') return false
  if ((tokens[at - 1] ?? border).startsWith('goe')) return true
  return at === 0 && (tokens[1] === border || pauses.has(1))
}

/** 'Volgende week' by itself does not say which day of it. */
function weeksIn({ tokens }: Words, { weekday, ahead }: Appointment): Verdict[] {
  if (ahead === undefined) return []
  const today = (((weekday - ahead) % daysOfWeek) + daysOfWeek) % daysOfWeek
  const weeks = Math.floor((today + ahead) / daysOfWeek)
  return tokens.flatMap((token, at) => {
    if (token !== 'week') return []
    const named = spokenLexicons.map(({ weeks: known }) => known[tokens[at - 1] ?? border]).find((n) => n !== undefined)
    return named === undefined ? [] : [named === weeks ? 'open' : 'other']
  })
}

function datesIn(words: Words, appointment: Appointment): Verdict[] {
  const { tokens } = words
  return tokens.flatMap((token, at) => {
    const month = monthAt(tokens, at)
    if (month >= 0) return [monthVerdict(words, at, month, appointment)]
    if (isDayAndMonth(words, at)) {
      const isSame = Number(token) === appointment.date && Number(tokens[at + 1]) === appointment.month + 1
      return [isSame ? 'same' : 'other']
    }
    return isDate(tokens, at) ? [Number(token) === appointment.date ? 'same' : 'other'] : []
  })
}

function monthVerdict({ tokens }: Words, at: number, month: number, appointment: Appointment): Verdict {
  const date = /^\d{1,2}$/.test(tokens[at - 1] ?? border) ? Number(tokens[at - 1]) : undefined
  const away = (month - appointment.month + 12) % 12
  if (untils.has(tokens[date === undefined ? at - 1 : at - 2] ?? border)) {
    return away === 0 ? 'open' : away <= halfYear ? 'same' : 'other'
  }
  if (away !== 0) return 'other'
  return date === undefined ? 'open' : date === appointment.date ? 'same' : 'other'
}

const untils: ReadonlySet<string> = new Set(['tot', 'until', 'till'])

/** The English month is a word like any other save after one of these: 'may I come'. */
const beforeMay: ReadonlySet<string> = new Set(['in', 'of', ...untils])

function monthAt(tokens: readonly string[], at: number): number {
  const before = tokens[at - 1] ?? border
  if (tokens[at] === 'may' && !beforeMay.has(before) && !/^\d/.test(before)) return -1
  return monthOf(tokens[at] ?? border)
}

/** '12/11', '12-11'. */
function isDayAndMonth({ tokens, pauses }: Words, at: number): boolean {
  const [day = border, month = border] = tokens.slice(at, at + 2)
  return pauses.has(at + 1) && /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && Number(month) <= 12
}

/** 'De 12e'. */
function isDate(tokens: readonly string[], at: number): boolean {
  return (
    /^\d{1,2}$/.test(tokens[at] ?? border) &&
    ['e', 'de', 'ste', 'th', 'st', 'nd', 'rd'].includes(tokens[at + 1] ?? border) &&
    ['de', 'the'].includes(tokens[at - 1] ?? border)
  )
}

function weekdayOf(token: string): number {
  return Math.max(...spokenLexicons.map(({ days }) => days.indexOf(token)))
}

function monthOf(token: string): number {
  return Math.max(...spokenLexicons.map(({ months }) => months.findIndex((names) => names.includes(token))))
}
