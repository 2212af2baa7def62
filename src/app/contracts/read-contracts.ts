import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { calendarOfContract } from '#src/domain/contract/calendar-of-contract.ts'
import type { Contract } from '#src/domain/contract/contract.ts'
import type { LoadedContract } from '#src/domain/contract/loaded-contract.ts'
import { checkNames, type NamedContract } from './check-names.ts'
import { problemOfFile, type ContractProblem } from './contract-problem.ts'
import { parseContract } from './parse-contract.ts'
import { readContractText } from './read-contract-text.ts'

export interface ContractsReading {
  /** By id, in the order of the file names; only contracts without a problem. */
  readonly contracts: ReadonlyMap<string, LoadedContract>
  /** In the order of the file names, then of the lines. */
  readonly problems: readonly ContractProblem[]
}

interface GoodFile extends NamedContract {
  readonly contract: Contract
  readonly text: string
}

type FileReading = { readonly good: GoodFile } | { readonly problems: readonly ContractProblem[] }

async function readContractFile(dir: string, file: string): Promise<FileReading> {
  const read = await readContractText(path.join(dir, file), file)
  if ('problem' in read) return { problems: [read.problem] }
  const parsed = parseContract(file, read.text)
  if (!parsed.ok) return { problems: parsed.problems }
  const { contract, idAt } = parsed
  return { good: { file, id: contract.id, idAt, contract, text: read.text } }
}

const load = ({ contract, text }: GoodFile): LoadedContract => ({
  contract,
  hash: createHash('sha256').update(text).digest('hex'),
  text,
  calendar: calendarOfContract(contract),
})

/** Puts together what the files say one by one with what they say of each other. */
function combine(readings: readonly FileReading[]): ContractsReading {
  const good = readings.flatMap((reading) => ('good' in reading ? [reading.good] : []))
  const misnamed = checkNames(good)
  const named = good.filter(({ file }) => misnamed.every((problem) => problem.file !== file))
  const problems = [...readings.flatMap((reading) => ('problems' in reading ? reading.problems : [])), ...misnamed]
  return {
    contracts: new Map(named.map((each) => [each.id, load(each)])),
    problems: problems.toSorted((one, other) => (one.file < other.file ? -1 : Number(one.file > other.file))),
  }
}

const nothing = (dir: string, message: string, advice: string): ContractsReading => ({
  contracts: new Map(),
  problems: [problemOfFile(dir, message, advice)],
})

/**
 * Reads every `<id>.yaml` of a folder. Whatever is in it, there is an answer: the contracts that are right, and of everything else the
 * file, the line and what to do. Problems do not stop the reading; whether they stop a start is for the caller to say.
 */
export async function readContracts(dir: string): Promise<ContractsReading> {
  const names = await readdir(dir).catch(() => undefined)
  if (!names)
    return nothing(dir, 'Deze map met contracten is niet te lezen.', 'Controleer of de map bestaat en leesbaar is.')
  const files = names.filter((name) => /^[^.].*\.ya?ml$/.test(name)).toSorted()
  if (files.length === 0)
    return nothing(dir, 'In deze map staat geen contract.', 'Zet er per contract een bestand <id>.yaml in.')
  return combine(await Promise.all(files.map((file) => readContractFile(dir, file))))
}
