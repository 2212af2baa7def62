import type { Contract } from '../contract/contract.ts'
import type { WorkdayCalendar } from '../values/workday-calendar.ts'

/** What a journey is decided by, besides its own state: the contract it pins and that contract's calendar. */
export interface Rules {
  readonly contract: Contract
  readonly calendar: WorkdayCalendar
}
