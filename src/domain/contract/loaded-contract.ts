import type { WorkdayCalendar } from '#src/domain/values/workday-calendar.ts'
import type { Contract } from './contract.ts'

/** A contract as it was read from its file. A journey pins id, version and hash; the text is kept beside them in the database. */
export interface LoadedContract {
  readonly contract: Contract
  /** SHA-256 of `text`, in hexadecimal. */
  readonly hash: string
  /** The file as it was, comments included. */
  readonly text: string
  /** Workdays as this contract settles them. */
  readonly calendar: WorkdayCalendar
}
