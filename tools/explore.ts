import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync, globSync } from 'node:fs'

/** `npm run explore [-- rounds]`: every property of the tests with inputs that no run before had. Says the seed of what fails. */
async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 10)
  if (!Number.isInteger(rounds) || rounds < 1) {
    console.error('Give a number of rounds: npm run explore -- 10')
    process.exitCode = 2
    return
  }
  const files = globSync('test/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes('fc.assert'))
  const failed: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const seed = randomInt(2 ** 31)
    const passed = await runTests(files, seed)
    console.log(
      `round ${String(round)} of ${String(rounds)}, PROPERTY_SEED=${String(seed)}: ${passed ? 'passed' : 'FAILED'}`,
    )
    if (!passed) failed.push(seed)
  }
  process.exitCode = failed.length === 0 ? 0 : 1
}

/** Shows only what failed. */
async function runTests(files: readonly string[], seed: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--silent=true', ...files],
    {
      env: { ...process.env, PROPERTY_SEED: String(seed) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let shown = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) console.error(shown)
  return code === 0
}

await main()
