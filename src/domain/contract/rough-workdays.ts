import type { TermLength } from './contract.ts'

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
