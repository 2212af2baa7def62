// node count-tests.mjs <vitest's JSON report> <its exit code> <refuse|allow>: prints `passed failed` and says why.
// What can look like success and is not, counts as failed: no report, no tests, a file that does not load, an error
// outside a test, and, when all servers are there (refuse), a test that was skipped.
import { existsSync, readFileSync } from 'node:fs'

const [path, exitCode, skips] = process.argv.slice(2)
const { testResults } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] }

const tests = testResults.flatMap((file) => file.assertionResults)
const having = (...statuses) => tests.filter(({ status }) => statuses.includes(status))

const passed = having('passed')
const failed = having('failed')
const skipped = having('skipped', 'pending', 'todo', 'disabled')
const unloaded = testResults.filter(({ status, assertionResults }) => {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
})

for (const { name } of unloaded) console.error(`  did not load: ${name}`)
for (const { fullName } of skipped) console.error(`  skipped: ${fullName}`)

const refused = skips === 'refuse' ? skipped.length : 0
if (refused > 0) console.error(`Every server is there, and still ${refused} tests were skipped: each counts as failed.`)

const seen = failed.length + unloaded.length + refused
const unseen = seen === 0 && (exitCode !== '0' || passed.length === 0) ? 1 : 0
if (unseen > 0)
  console.error(passed.length === 0 ? 'There were no tests.' : 'vitest failed outside a test (see above).')

console.log(passed.length, seen + unseen)
