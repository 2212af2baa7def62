import { createCalendar, type WorkdayCalendar } from '#src/domain/values/workday-calendar.ts'
import type { Contract } from './contract.ts'

/** The workdays of one contract: the common calendar with what this contract's file adds and settles. */
export const calendarOfContract = ({ calendar }: Contract): WorkdayCalendar =>
  createCalendar({
    bridgeDays: calendar.bridge_days,
    closingDays: calendar.closing_days,
    settled: calendar.settled_days,
  })
