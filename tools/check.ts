import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { runSteps, summaryOf, type Outcome, type Step } from './run-steps.ts'

// The slow ones first.
const steps: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '--project', '.'] },
  { name: 'lint', command: ['oxlint', '--format', 'unix'] },
  { name: 'imports', command: ['node', 'tools/check-imports.ts'] },
  { name: 'unused', command: ['knip', '--no-progress'] },
  // What only a test still uses.
  { name: 'unused-in-src', command: ['knip', '--no-progress', '--production', '--include', 'files'] },
  { name: 'doc-paths', command: ['node', 'tools/check-doc-paths.ts'] },
  { name: 'tree', command: ['node', 'tools/check-tree.ts'] },
]

/** `npm run check`, or with names (`npm run check -- lint types`) only those. `--report <file>` writes the counts as JSON. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { report: { type: 'string' } }, allowPositionals: true })
  const chosen = positionals.length === 0 ? steps : steps.filter(({ name }) => positionals.includes(name))
  if (chosen.length < positionals.length) {
    console.error(`Unknown check. There are: ${steps.map(({ name }) => name).join(', ')}.`)
    process.exitCode = 2
    return
  }
  const outcomes = await runSteps(chosen, { root: process.cwd(), atOnce: availableParallelism(), onEnd: show })
  const failed = outcomes.filter(({ passed }) => !passed).length
  console.log(`\n${summaryOf(outcomes)}`)
  if (values.report !== undefined) {
    writeFileSync(values.report, JSON.stringify({ passed: outcomes.length - failed, failed }))
  }
  process.exitCode = failed === 0 ? 0 : 1
}

/** What failed, and the warnings of the lint: a mirror that nobody sees is none. */
function show({ name, passed, output }: Outcome): void {
  if (!passed || (name === 'lint' && output.trim() !== '')) console.log(`\n--- ${name}\n${output.trimEnd()}`)
}

await main()
