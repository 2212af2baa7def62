import { createTemplates, type Templates } from '#src/conversation/template.ts'
import type { LoadedContract } from '#src/domain/contract/loaded-contract.ts'
import { createMailTexts, type MailTexts } from '#src/notices/mail-texts.ts'
import { readContracts } from '../contracts/read-contracts.ts'
import { isInWords } from '../runtime/stop-reason.ts'
import { demandGoodFlow } from '../texts/demand-good-flow.ts'
import { readFlow, readTemplates, type FlowText } from '../texts/read-texts.ts'
import { demandContracts, readInstallation, type InstallationSeed } from './read-installation.ts'
import type { TextPaths } from './text-paths.ts'

/** Every text that people edit, read and checked. */
export interface TextFiles {
  readonly contracts: ReadonlyMap<string, LoadedContract>
  readonly seed: InstallationSeed
  readonly templates: Templates
  readonly mailTexts: MailTexts
  readonly flow: FlowText
}

async function goodContracts(dir: string): Promise<ReadonlyMap<string, LoadedContract>> {
  const { contracts, problems } = await readContracts(dir)
  if (problems.length === 0) return contracts
  const lines = problems.map(
    ({ file, line, message, advice }) => `  ${file}, regel ${String(line)}: ${message} ${advice}`,
  )
  throw new Error(`De contracten kloppen niet:\n${lines.join('\n')}`)
}

/** Does what it can, and keeps the words of what went wrong; a fault that carries no words for people is passed on. */
async function tried<Result>(problems: string[], work: () => Result | Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!isInWords(error)) throw error
    problems.push(error.message)
    return undefined
  }
}

/** What the municipality asks, and who the provider is. */
async function readFacts(paths: TextPaths, problems: string[]): Promise<Partial<TextFiles>> {
  const contracts = await tried(problems, () => goodContracts(paths.contracts))
  const seed = await tried(problems, () => readInstallation(paths.installation))
  if (contracts && seed)
    await tried(problems, () => demandContracts(paths.installation, seed.installation, new Set(contracts.keys())))
  return { ...(contracts && { contracts }), ...(seed && { seed }) }
}

/** What is said, and in which order. */
async function readWords(paths: TextPaths, problems: string[]): Promise<Partial<TextFiles>> {
  const files = await tried(problems, () => readTemplates(paths.templates))
  const templates = files && (await tried(problems, () => createTemplates(files)))
  const mailTexts = files && (await tried(problems, () => createMailTexts(files)))
  const flow = await tried(problems, () => readFlow(paths.flow))
  if (flow && templates) await tried(problems, () => demandGoodFlow(paths.flow, flow, templates))
  return { ...(templates && { templates }), ...(mailTexts && { mailTexts }), ...(flow && { flow }) }
}

/**
 * Reads them all, also when one is wrong: who mends a contract should not find at the next start that a text was wrong too.
 * @throws one error in Dutch with everything that is wrong and what to do.
 */
export async function readTextFiles(paths: TextPaths): Promise<TextFiles> {
  const problems: string[] = []
  const { contracts, seed } = await readFacts(paths, problems)
  const { templates, mailTexts, flow } = await readWords(paths, problems)
  if (problems.length > 0 || !contracts || !seed || !templates || !mailTexts || !flow)
    throw new Error(problems.join('\n'))
  return { contracts, seed, templates, mailTexts, flow }
}
