/** Milliseconds since local midnight, as the clock shows them. */
export type TimeOfDay = number

const hour = 3_600_000
const minute = 60_000

/** Reads '09:00' (00:00 to 24:00). Throws RangeError on anything else. */
export function timeOfDay(text: string): TimeOfDay {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? []
  const time = Number(hours) * hour + Number(minutes) * minute
  if (Number(minutes) < 60 && time <= 24 * hour) return time
  throw new RangeError(`'${text}' is not a time of day: write it as '09:00'`)
}
