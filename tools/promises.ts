import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sabotages, type Sabotage } from './promises/sabotages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const parts = ['src', 'test', 'contracts', 'flows', 'templates', 'config', 'package.json', 'vitest.config.ts']

/** A copy to break things in; the project itself is never touched. */
async function copyProject(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'opkomst-promises-'))
  for (const part of parts) await cp(path.join(root, part), path.join(copy, part), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

interface TestRun {
  readonly passed: boolean
  /** Titles of tests that failed; none when the tests could not even be read. */
  readonly failed: readonly string[]
}

/** What vitest says in JSON, as far as we look. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[]
  }[]
}

/** Runs the tests in that folder. */
async function runTests(folder: string, tests: string): Promise<TestRun> {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const file = path.join(folder, 'report.json')
  await rm(file, { force: true })
  const args = [vitest, 'run', tests, '--reporter=json', `--outputFile=${file}`]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  const report = JSON.parse(await readFile(file, 'utf8')) as Report // vitest writes nothing else there
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  return { passed: code === 0, failed: results.flatMap(({ status, title }) => (status === 'failed' ? [title] : [])) }
}

type Verdict = 'red' | 'NOT CAUGHT' | 'NO LONGER APPLIES' | 'DOES NOT RUN'

interface Tried {
  readonly verdict: Verdict
  readonly failed: readonly string[]
}

function verdictOf({ passed, failed }: TestRun): Verdict {
  if (passed) return 'NOT CAUGHT'
  return failed.length > 0 ? 'red' : 'DOES NOT RUN'
}

async function tryOne(copy: string, { file, from, to, tests }: Sabotage): Promise<Tried> {
  const place = path.join(copy, file)
  const text = await readFile(place, 'utf8')
  if (!text.includes(from)) return { verdict: 'NO LONGER APPLIES', failed: [] }
  await writeFile(
    place,
    text.replaceAll(from, () => to),
  )
  try {
    const run = await runTests(copy, tests)
    return { verdict: verdictOf(run), failed: run.failed }
  } finally {
    await writeFile(place, text)
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Breaks every promise on purpose, one sabotage at a time, and demands that a test turns red. */
async function main(): Promise<number> {
  const copy = await copyProject()
  try {
    say('The promises hold before anything is broken: ')
    if (!(await runTests(copy, 'test/promises')).passed) {
      say('  they do not: mend that first (npx vitest run test/promises)')
      return 1
    }
    let bad = 0
    for (const sabotage of sabotages) {
      const { verdict, failed } = await tryOne(copy, sabotage)
      if (verdict !== 'red') bad += 1
      say(
        `  promise ${String(sabotage.promise).padStart(2)}  ${verdict.padEnd(17)}  ${sabotage.what} (${sabotage.file})`,
      )
      if (failed[0])
        say(`${' '.repeat(33)}${failed[0]}${failed.length > 1 ? `, and ${String(failed.length - 1)} more` : ''}`)
    }
    say(`${String(sabotages.length - bad)} sabotages turned a test red, ${String(bad)} did not`)
    return bad === 0 ? 0 : 1
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

process.exitCode = await main()
