import type { Contract } from '../contract.ts'
import type { ContractFinding } from '../contract-finding.ts'

/** Times are written as 'HH:MM', so they sort as text. */
function backwards(contract: Contract, key: 'office_hours' | 'sending_hours'): ContractFinding[] {
  const { from, to } = contract[key]
  if (from < to) return []
  return [
    {
      path: [key, 'to'],
      message: `\`${key}\` loopt van ${from} tot ${to}: het eind ligt niet na het begin.`,
      advice: 'Draai de tijden om of verbeter ze; werktijd over middernacht heen bestaat hier niet.',
    },
  ]
}

function reminderOutsideHours(contract: Contract): ContractFinding[] {
  const { day_before_reminder: reminder, sending_hours: hours } = contract
  if (!reminder || (hours.from <= reminder.at && reminder.at < hours.to)) return []
  return [
    {
      path: ['day_before_reminder', 'at'],
      message: `De herinnering van de dag ervoor staat op ${reminder.at}, buiten \`sending_hours\` (${hours.from}-${hours.to}).`,
      advice: 'Kies een tijd binnen `sending_hours`: daarbuiten begint de bot geen gesprek.',
    },
  ]
}

export const checkHours = (contract: Contract): ContractFinding[] => [
  ...backwards(contract, 'office_hours'),
  ...backwards(contract, 'sending_hours'),
  ...reminderOutsideHours(contract),
]
