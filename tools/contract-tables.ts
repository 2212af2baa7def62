import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format } from 'prettier'
import { contractJsonSchema, type SchemaNode } from '#src/app/contracts/schema-at.ts'
import { readContracts } from '#src/app/contracts/read-contracts.ts'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import { absenceReasonWords } from '#src/domain/contract/absence-reason-words.ts'
import { describeBasis, type Contract } from '#src/domain/contract/contract.ts'
import { rulesOfContract } from '#src/domain/contract/rules-of-contract.ts'
import { fill, table } from './markdown-table.ts'

const root = path.join(import.meta.dirname, '..')

/** The page whose tables are made here; what stands between the marks is written over. */
export const contractsPage = path.join(root, 'docs/contracts.md')

/** Blocks that look the same wherever they stand are described once, in the text of the page. */
const describedOnce = new Set(['basis', 'within', 'at_least'])

const below = (node: SchemaNode, at: string): string[][] => {
  const each = node.additionalProperties
  const open = typeof each === 'object' ? keyRows(each, `${at}.<...>`) : []
  return [...keyRows(node, at), ...open, ...(node.items ? keyRows(node.items, `${at}[]`) : [])]
}

/** One row per key of the schema: where it stands, whether it must be there, what it says. */
function keyRows(node: SchemaNode, at: string): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const here = at === '' ? key : `${at}.${key}`
    if (describedOnce.has(key)) return []
    const needed = node.required?.includes(key) ? 'ja' : 'nee'
    return [[`\`${here}\``, needed, child.description ?? ''], ...below(child, here)]
  })
}

const keysTable = (): string => table(['sleutel', 'verplicht', 'betekenis'], keyRows(contractJsonSchema, ''))

const reasonsTable = (): string =>
  table(
    ['code', 'reden'],
    absenceReasons.map((reason) => [`\`${reason}\``, absenceReasonWords[reason]]),
  )

function contractSection(contract: Contract): string {
  const { id, version, title, client, words } = contract
  const rules = rulesOfContract(contract).map((rule) => [rule.words, describeBasis(rule.basis), `\`${rule.path}\``])
  const people = contract.left_to_people.map(({ clause, why }) => [clause, why])
  return [
    `### ${title} (${client})`,
    `Bestand [contracts/${id}.yaml](../contracts/${id}.yaml), versie ${version}. Deelnemer heet hier *${words.participant}*, consulent heet hier *${words.consulent}*.`,
    table(['wat het bestand regelt', 'herkomst', 'sleutel'], rules),
    'Wat op deze weg aan mensen blijft:',
    table(['eis', 'wie het doet, en waarom de software niet'], people),
  ].join('\n\n')
}

async function contractSections(): Promise<string> {
  const { contracts, problems } = await readContracts(path.join(root, 'contracts'))
  if (problems.length > 0) throw new Error('a contract file is broken: run `npx opkomst contracts check` first')
  return [...contracts.values()].map(({ contract }) => contractSection(contract)).join('\n\n')
}

/** The page with its tables made anew from the schema and the contract files, laid out as the formatter wants it. */
export async function contractsPageText(page: string): Promise<string> {
  const withKeys = fill(page, 'sleutels', keysTable())
  const withReasons = fill(withKeys, 'redenen', reasonsTable())
  const whole = fill(withReasons, 'contracten', await contractSections())
  return format(whole, { parser: 'markdown', printWidth: 120 })
}

if (import.meta.main) {
  const before = await readFile(contractsPage, 'utf8')
  const text = await contractsPageText(before)
  await writeFile(contractsPage, text)
  process.stdout.write(before === text ? 'docs/contracts.md was up to date\n' : 'docs/contracts.md written\n')
}
