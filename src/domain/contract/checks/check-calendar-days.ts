import { Temporal } from 'temporal-polyfill'
import type { Contract } from '../contract.ts'
import type { ContractFinding } from '../contract-finding.ts'

interface Day {
  readonly path: readonly (string | number)[]
  readonly written: string
}

/** The schema only looks at the digits: 30 February fits it. */
function dateOf(written: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(written)
  } catch {
    return undefined
  }
}

const listed = (contract: Contract, key: 'bridge_days' | 'closing_days'): Day[] =>
  contract.calendar[key].map((written, index) => ({ path: ['calendar', key, index], written }))

const settled = (contract: Contract): Day[] =>
  Object.keys(contract.calendar.settled_days).map((written) => ({
    path: ['calendar', 'settled_days', written],
    written,
  }))

const finding = ({ path, written }: Day, what: string, advice: string): ContractFinding => ({
  path,
  message: `${written} ${what}`,
  advice,
})

const impossible = (days: readonly Day[]): ContractFinding[] =>
  days
    .filter(({ written }) => !dateOf(written))
    .map((day) => finding(day, 'bestaat niet.', 'Verbeter de datum: jaar, maand, dag.'))

const inWeekend = (days: readonly Day[]): ContractFinding[] =>
  days
    .filter(({ written }) => (dateOf(written)?.dayOfWeek ?? 1) > 5)
    .map((day) => finding(day, 'valt in een weekend.', 'Haal de dag weg: een weekend telt nooit als werkdag.'))

const twice = (days: readonly Day[]): ContractFinding[] =>
  days
    .filter((day, index) => days.findIndex((earlier) => earlier.written === day.written) < index)
    .map((day) => finding(day, 'staat er twee keer.', 'Laat de dag één keer staan.'))

export function checkCalendarDays(contract: Contract): ContractFinding[] {
  const bridge = listed(contract, 'bridge_days')
  const closing = listed(contract, 'closing_days')
  const all = [...bridge, ...closing, ...settled(contract)]
  return [...impossible(all), ...inWeekend(all), ...twice(bridge), ...twice(closing)]
}
