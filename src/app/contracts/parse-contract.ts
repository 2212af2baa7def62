import { checkContract } from '#src/domain/contract/check-contract.ts'
import { Contract } from '#src/domain/contract/contract.ts'
import type { ContractProblem } from './contract-problem.ts'
import { explainIssues } from './explain-issue.ts'
import { writePath, type SchemaFinding } from './schema-finding.ts'
import { readYaml, type Position } from './yaml-document.ts'

export type ContractReading =
  | { readonly ok: true; readonly contract: Contract; readonly idAt: Position }
  | { readonly ok: false; readonly problems: readonly ContractProblem[] }

function understand(value: unknown): { contract: Contract } | { findings: readonly SchemaFinding[] } {
  const parsed = Contract.safeParse(value)
  if (!parsed.success) return { findings: explainIssues(parsed.error.issues, value) }
  const findings = checkContract(parsed.data)
  return findings.length > 0 ? { findings } : { contract: parsed.data }
}

/** Reads the text of one contract file: its YAML, its shape, and whether its rules can all be true. Any text gets an answer. */
export function parseContract(file: string, text: string): ContractReading {
  const yaml = readYaml(text)
  if (!yaml.ok) return { ok: false, problems: yaml.findings.map((finding) => ({ file, path: '', ...finding })) }
  const understood = understand(yaml.value)
  if ('contract' in understood) return { ok: true, contract: understood.contract, idAt: yaml.locate(['id']) }
  const problems = understood.findings.map(({ path, message, advice }) => ({
    file,
    ...yaml.locate(path),
    path: writePath(path),
    message,
    advice,
  }))
  return { ok: false, problems: problems.toSorted((one, other) => one.line - other.line) }
}
