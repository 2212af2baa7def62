import type { TermLength } from './contract.ts'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** In Dutch words: '5 werkdagen', '1 week', '24 uur'. */
export function describeTermLength(length: TermLength): string {
  if ('workdays' in length) return counted(length.workdays, 'werkdag', 'werkdagen')
  if ('days' in length) return counted(length.days, 'dag', 'dagen')
  if ('weeks' in length) return counted(length.weeks, 'week', 'weken')
  if ('months' in length) return counted(length.months, 'maand', 'maanden')
  return `${length.hours} uur`
}

/**
 * About how many workdays a term holds, holidays left out: to compare two terms of one file with each other, never to compute a
 * deadline (that is the calendar's).
 */
export function roughWorkdays(length: TermLength): number {
  if ('workdays' in length) return length.workdays
  if ('days' in length) return (length.days * 5) / 7
  if ('weeks' in length) return length.weeks * 5
  if ('months' in length) return length.months * 21
  return (length.hours / 24) * (5 / 7)
}
