import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { scratchTree } from './scratch-tree.ts'

const program = resolve('.ci/count-tests.mjs')

interface Case {
  /** The state of each test, by file; a file without tests did not load. */
  readonly files: readonly (readonly string[])[]
  readonly exitCode: number
  readonly skips: 'refuse' | 'allow'
}

function count({ files, exitCode, skips }: Case): string {
  const testResults = files.map((statuses, index) => ({
    name: `file-${index}`,
    status: exitCode !== 0 && (statuses.length === 0 || statuses.includes('failed')) ? 'failed' : 'passed',
    assertionResults: statuses.map((status) => ({ status, fullName: `a ${status} test` })),
  }))
  const root = scratchTree({ files: { 'report.json': JSON.stringify({ testResults }) } })
  return run(join(root, 'report.json'), exitCode, skips)
}

function run(report: string, exitCode: number, skips: string): string {
  return spawnSync(process.execPath, [program, report, String(exitCode), skips], { encoding: 'utf8' }).stdout.trim()
}

it.each<[string, Case, string]>([
  ['counts what passed', { files: [['passed', 'passed'], ['passed']], exitCode: 0, skips: 'refuse' }, '3 0'],
  ['counts what failed', { files: [['passed', 'failed']], exitCode: 1, skips: 'refuse' }, '1 1'],
  ['counts a file that does not load', { files: [['passed'], []], exitCode: 1, skips: 'refuse' }, '1 1'],
  ['counts an error outside a test', { files: [['passed']], exitCode: 1, skips: 'refuse' }, '1 1'],
  [
    'counts a skipped test when that is refused',
    { files: [['passed', 'skipped']], exitCode: 0, skips: 'refuse' },
    '1 1',
  ],
  ['counts a test that is still to do as well', { files: [['passed', 'todo']], exitCode: 0, skips: 'refuse' }, '1 1'],
  [
    'leaves out a skipped test when that is allowed',
    { files: [['passed', 'skipped']], exitCode: 0, skips: 'allow' },
    '1 0',
  ],
  ['fails when there were no tests', { files: [], exitCode: 0, skips: 'allow' }, '0 1'],
  ['fails when all were skipped', { files: [['skipped']], exitCode: 0, skips: 'allow' }, '0 1'],
])('%s', (_title, given, printed) => {
  expect(count(given)).toBe(printed)
})

it('fails when there is no report', () => {
  expect(run('/nowhere/report.json', 0, 'allow')).toBe('0 1')
})
