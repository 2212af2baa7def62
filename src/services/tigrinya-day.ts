import type { Temporal } from 'temporal-polyfill'

/** From Monday, as they are called in Eritrea. */
const weekdays = 'ሰኑይ ሰሉስ ረቡዕ ሓሙስ ዓርቢ ቀዳም ሰንበት'.split(' ')
/** From January. */
const months = 'ጥሪ ለካቲት መጋቢት ሚያዝያ ጉንበት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ'.split(' ')

/** A date written out in Tigrinya in fixed words, for a Node whose Intl has none; else the words are those of Intl. */
export function tigrinyaDay(at: Temporal.Instant, zone: string): string {
  const { dayOfWeek, day, month } = at.toZonedDateTimeISO(zone)
  return `${weekdays[dayOfWeek - 1] ?? ''}፣ ${String(day)} ${months[month - 1] ?? ''}`
}
