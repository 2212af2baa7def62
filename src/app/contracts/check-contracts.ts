import type { LoadedContract } from '#src/domain/contract/loaded-contract.ts'
import { rulesOfContract } from '#src/domain/contract/rules-of-contract.ts'
import { describeProblem, type ContractProblem } from './contract-problem.ts'
import { readContracts, type ContractsReading } from './read-contracts.ts'

export interface ContractsCheck {
  readonly ok: boolean
  /** In Dutch, lines joined by line ends, for a terminal. */
  readonly report: string
  readonly problems: readonly ContractProblem[]
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function goodLine({ contract, hash }: LoadedContract): string {
  const rules = rulesOfContract(contract)
  const byClause = rules.filter((rule) => 'clause' in rule.basis).length
  const byHouse = rules.length - byClause
  const left = counted(contract.left_to_people.length, 'eis', 'eisen')
  return (
    `${contract.id}.yaml  goed: versie ${contract.version} (${hash.slice(0, 12)}), ${counted(rules.length, 'regel', 'regels')}, ` +
    `${byClause} uit het contract en ${byHouse} van het huis; ${left} aan mensen gelaten`
  )
}

function summary({ contracts, problems }: ContractsReading): string {
  if (problems.length === 0) return `${counted(contracts.size, 'contract', 'contracten')}, alles goed.`
  const files = new Set(problems.map((problem) => problem.file)).size
  return `${counted(problems.length, 'fout', 'fouten')} in ${counted(files, 'bestand', 'bestanden')}.`
}

/** What `opkomst contracts check` says of a folder with contract files. */
export async function checkContracts(dir: string): Promise<ContractsCheck> {
  const reading = await readContracts(dir)
  const good = [...reading.contracts.values()].map(goodLine)
  const wrong = reading.problems.map(describeProblem)
  return {
    ok: reading.problems.length === 0,
    report: [...good, ...wrong, '', summary(reading)].join('\n'),
    problems: reading.problems,
  }
}
