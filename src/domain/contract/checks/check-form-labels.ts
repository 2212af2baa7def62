import { formFields, type Contract, type FormField } from '../contract.ts'
import type { ContractFinding } from '../contract-finding.ts'

/** Without these no participant can be made from a form and reached. */
const needed: readonly FormField[] = ['name', 'phone', 'client_number']

/** A citizen service number is taken out before a form is read; a label for it would ask for what may not be kept. */
const citizenServiceNumber = /\b(bsn|burger\s?service\s?nummer|sofi\s?-?nummer)\b/i

interface Label {
  readonly field: FormField
  readonly index: number
  readonly text: string
}

const labelsOf = (contract: Contract): Label[] =>
  formFields.flatMap((field) =>
    (contract.form.labels[field] ?? []).map((text, index) => ({ field, index, text: text.trim().toLowerCase() })),
  )

const pathOf = ({ field, index }: Label) => ['form', 'labels', field, index] as const

function fieldsMissing(contract: Contract): ContractFinding[] {
  return needed
    .filter((field) => !contract.form.labels[field])
    .map((field) => ({
      path: ['form', 'labels', field],
      message: `\`form.labels.${field}\` ontbreekt: zonder is geen aanmelding te lezen.`,
      advice: 'Zet er de opschriften onder zoals ze op het formulier staan.',
    }))
}

function twice(labels: readonly Label[]): ContractFinding[] {
  return labels.flatMap((label, position) => {
    const first = labels.slice(0, position).find((earlier) => earlier.text === label.text)
    if (!first) return []
    return [
      {
        path: pathOf(label),
        message: `Het opschrift '${label.text}' staat al bij \`${first.field}\`.`,
        advice: 'Laat het bij één veld staan; anders is niet duidelijk wat er gelezen wordt.',
      },
    ]
  })
}

const forCitizenNumbers = (labels: readonly Label[]): ContractFinding[] =>
  labels
    .filter((label) => citizenServiceNumber.test(label.text))
    .map((label) => ({
      path: pathOf(label),
      message: 'Een BSN wordt nergens gelezen of bewaard.',
      advice: 'Haal dit opschrift weg; gebruik het cliëntnummer van de opdrachtgever.',
    }))

export function checkFormLabels(contract: Contract): ContractFinding[] {
  const labels = labelsOf(contract)
  return [...fieldsMissing(contract), ...twice(labels), ...forCitizenNumbers(labels)]
}
