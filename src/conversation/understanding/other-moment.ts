import { border, wordsIn } from './text.ts'
import { spokenLexicons } from './usual-book.ts'

/**
 * Whether a message names another day or hour than the one that is planned: 'ik kom woensdag' to an appointment on Tuesday promises
 * nothing. Days are known in Dutch and English; `planned` is the day and time in either.
 */
export function namesOtherMoment(tokens: readonly string[], planned: string): boolean {
  const known = wordsIn(planned).tokens
  const days = daysIn(tokens)
  const hours = hoursIn(tokens)
  return (
    (days.length > 0 && !days.some((day) => daysIn(known).includes(day))) ||
    (hours.length > 0 && !hours.some((hour) => hoursIn(known).includes(hour)))
  )
}

function daysIn(tokens: readonly string[]): number[] {
  return tokens.flatMap((token) => spokenLexicons.map(({ days }) => days.indexOf(token)).filter((day) => day >= 0))
}

/** Hours on a clock of twelve: '14:00' and '2 uur' are the same. Half hours are left to the person. */
function hoursIn(tokens: readonly string[]): number[] {
  return tokens.flatMap((token, index) => {
    const hour = /^(\d{1,2}):\d{2}$/.exec(token)?.[1] ?? (isHour(tokens, index) ? token : undefined)
    return hour === undefined ? [] : [Number(hour) % 12]
  })
}

function isHour(tokens: readonly string[], index: number): boolean {
  if (!/^\d{1,2}$/.test(tokens[index] ?? '')) return false
  const next = tokens[index + 1] ?? border
  return ['uur', 'hour', 'oclock', 'am', 'pm'].includes(next)
}
