import { Temporal } from 'temporal-polyfill'
import { createCalendar, dayKind, type DayKind } from '#src/domain/values/workday-calendar.ts'
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

const settledDays = (contract: Contract): Day[] =>
  Object.keys(contract.calendar.settled_days).map((written) => ({
    path: ['calendar', 'settled_days', written],
    written,
  }))

const finding = ({ path, written }: Day, what: string, advice: string): ContractFinding => ({
  path,
  message: `${written} ${what}.`,
  advice,
})

const impossible = (days: readonly Day[]): ContractFinding[] =>
  days.map((day) => finding(day, 'bestaat niet', 'Verbeter de datum: jaar, maand, dag.'))

const twice = (days: readonly Day[]): ContractFinding[] =>
  days
    .filter((day, index) => days.findIndex((earlier) => earlier.written === day.written) < index)
    .map((day) => finding(day, 'staat er twee keer', 'Laat de dag één keer staan.'))

/** What a day is when no contract says anything of it. */
function commonKind({ written }: Day): DayKind {
  const date = dateOf(written)
  return date ? dayKind(createCalendar({}), date) : { kind: 'workday' }
}

const inWeekend = (days: readonly Day[]): ContractFinding[] =>
  days
    .filter((day) => commonKind(day).kind === 'weekend')
    .map((day) => finding(day, 'valt in een weekend', 'Haal de dag weg: een weekend telt nooit als werkdag.'))

const bridgesInVain = (days: readonly Day[]): ContractFinding[] =>
  days.flatMap((day) => {
    const { kind, name } = commonKind(day)
    if (kind === 'holiday') return [finding(day, `is al vrij (${name})`, 'Haal de dag weg.')]
    return kind === 'doubtful' ? [finding(day, `telt al als twijfelachtig (${name})`, 'Haal de dag weg.')] : []
  })

/** Only a doubtful day can be settled: a holiday is so by law, and an ordinary workday is not made free by us alone. */
function settledInVain(days: readonly Day[], bridges: readonly Day[]): ContractFinding[] {
  return days.flatMap((day) => {
    const { kind, name } = commonKind(day)
    if (kind === 'holiday')
      return [finding(day, `is een feestdag (${name}), geen twijfelachtige dag`, 'Haal de dag weg.')]
    if (kind !== 'workday' || bridges.some(({ written }) => written === day.written)) return []
    const advice = 'Zet de dag ook bij `bridge_days`, of alleen bij `closing_days` als er dan geen afspraken zijn.'
    return [finding(day, 'is een gewone werkdag, geen twijfelachtige dag', advice)]
  })
}

export function checkCalendarDays(contract: Contract): ContractFinding[] {
  const bridges = listed(contract, 'bridge_days')
  const closing = listed(contract, 'closing_days')
  const settled = settledDays(contract)
  const all = [...bridges, ...closing, ...settled]
  const impossibleDays = all.filter(({ written }) => !dateOf(written))
  if (impossibleDays.length > 0) return impossible(impossibleDays)
  return [
    ...inWeekend(all),
    ...twice(bridges),
    ...twice(closing),
    ...bridgesInVain(bridges),
    ...settledInVain(settled, bridges),
  ]
}
