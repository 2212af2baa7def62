import { Temporal } from 'temporal-polyfill'

/** Hardly anybody has been older: an earlier year is a slip of the finger. */
const oldest = 120

export type BirthDateFault = 'too_early' | 'in_future'

/** What is wrong with a day ('1990-12-31') as the day on which somebody was born who is referred today; undefined when nothing is. */
export function birthDateFault(date: string, today: Temporal.PlainDate): BirthDateFault | undefined {
  const born = Temporal.PlainDate.from(date)
  if (Temporal.PlainDate.compare(born, today) > 0) return 'in_future'
  return Temporal.PlainDate.compare(born, today.subtract({ years: oldest })) < 0 ? 'too_early' : undefined
}
