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

/** Whether the tests pass in that folder. */
const passes = (folder: string, tests: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const child = spawn(process.execPath, [vitest, 'run', tests], { cwd: folder, stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', (code) => {
      resolve(code === 0)
    })
  })

type Verdict = 'red' | 'NOT CAUGHT' | 'NO LONGER APPLIES'

async function tryOne(copy: string, { file, from, to, tests }: Sabotage): Promise<Verdict> {
  const place = path.join(copy, file)
  const text = await readFile(place, 'utf8')
  if (!text.includes(from)) return 'NO LONGER APPLIES'
  await writeFile(
    place,
    text.replace(from, () => to),
  )
  try {
    return (await passes(copy, tests)) ? 'NOT CAUGHT' : 'red'
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
    if (!(await passes(copy, 'test/promises'))) {
      say('  they do not: mend that first (npx vitest run test/promises)')
      return 1
    }
    let bad = 0
    for (const sabotage of sabotages) {
      const verdict = await tryOne(copy, sabotage)
      if (verdict !== 'red') bad += 1
      say(
        `  promise ${String(sabotage.promise).padStart(2)}  ${verdict.padEnd(17)}  ${sabotage.what} (${sabotage.file})`,
      )
    }
    say(`${String(sabotages.length - bad)} sabotages turned a test red, ${String(bad)} did not`)
    return bad === 0 ? 0 : 1
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

process.exitCode = await main()
