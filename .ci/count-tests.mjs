// Reads vitest's JSON report and prints `passed failed skipped`, with the skipped tests by name on standard error.
import { readFileSync } from 'node:fs'

const [path] = process.argv.slice(2)
const { testResults } = JSON.parse(readFileSync(path, 'utf8'))

const tests = testResults.flatMap((file) => file.assertionResults)
const having = (...statuses) => tests.filter(({ status }) => statuses.includes(status))

// A file that does not load has no tests to fail.
const broken = testResults.filter(({ status, assertionResults }) => {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
})
const skipped = having('skipped', 'pending', 'todo', 'disabled')

for (const { name } of broken) console.error(`  did not load: ${name}`)
for (const { fullName } of skipped) console.error(`  skipped: ${fullName}`)
console.log(having('passed').length, having('failed').length + broken.length, skipped.length)
