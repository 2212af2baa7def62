import type { ContractProblem } from './contract-problem.ts'
import type { Position } from './yaml-document.ts'

/** One file whose contract is right in itself. */
export interface NamedContract {
  readonly file: string
  readonly id: string
  readonly idAt: Position
}

const fileOf = (id: string): string => `${id}.yaml`

function words({ file, id }: NamedContract, all: readonly NamedContract[]): { message: string; advice: string } {
  const twin = all.find((other) => other.id === id && other.file !== file)
  if (twin)
    return {
      message: `De id \`${id}\` staat ook in ${twin.file}.`,
      advice: 'Geef elk contract een eigen id, of haal een van de twee bestanden weg.',
    }
  return {
    message: `De id is \`${id}\`, maar het bestand heet ${file}.`,
    advice: `Noem het bestand ${fileOf(id)}, of verander de id.`,
  }
}

/** An id stands for one file, and the file is named after it: so a problem, a journey and a person mean the same contract. */
export const checkNames = (all: readonly NamedContract[]): ContractProblem[] =>
  all
    .filter(({ file, id }) => file !== fileOf(id))
    .map((contract) => ({ file: contract.file, ...contract.idAt, path: 'id', ...words(contract, all) }))
