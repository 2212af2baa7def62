/** How long a term is: exactly one unit, a whole number from 1. */
export type Term =
  | { readonly workdays: number }
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly hours: number }

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** In Dutch: '1 werkdag', '2 weken', '24 uur'. */
export function describeTerm(term: Term): string {
  if ('workdays' in term) return counted(term.workdays, 'werkdag', 'werkdagen')
  if ('days' in term) return counted(term.days, 'dag', 'dagen')
  if ('weeks' in term) return counted(term.weeks, 'week', 'weken')
  if ('months' in term) return counted(term.months, 'maand', 'maanden')
  return `${term.hours} uur`
}
