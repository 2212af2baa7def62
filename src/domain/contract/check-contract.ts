import { checkAbsence } from './checks/check-absence.ts'
import { checkCalendarDays } from './checks/check-calendar-days.ts'
import { checkFormLabels } from './checks/check-form-labels.ts'
import { checkHours } from './checks/check-hours.ts'
import { checkTerms } from './checks/check-terms.ts'
import type { Contract } from './contract.ts'
import type { ContractFinding } from './contract-finding.ts'

/** What fits the schema of a contract file and still cannot be right: rules that contradict each other or can never be met. */
export const checkContract = (contract: Contract): ContractFinding[] => [
  ...checkHours(contract),
  ...checkTerms(contract),
  ...checkAbsence(contract),
  ...checkCalendarDays(contract),
  ...checkFormLabels(contract),
]
