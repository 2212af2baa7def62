import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { checkTree } from '../../tools/check-tree.ts'
import { scratchTree } from './scratch-tree.ts'

function check(files: Record<string, string>): string[] {
  const root = scratchTree({ files: { '.gitignore': 'node_modules\ndata/\n', ...files } })
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  return checkTree(root).problems
}

/** Written in two pieces, so that this file passes the check itself. */
const machinePath = '/ho' + 'me/anna/opkomst'

describe('what stands in the tree', () => {
  it.each([
    ['a path of one machine', machinePath],
    ['a path of root', '/ro' + 'ot/data'],
    ['a place to work', '/wo' + 'rk/main'],
    ['a folder outside the project', '`../sha' + 'red/notes.md`'],
    ['a package registry', 'https://regi' + 'stry.npmjs.example/zod'],
  ])('may not be %s', (_what, text) => {
    expect(check({ 'docs/start.md': `Eerste regel\nLees ${text} eerst.\n` })).toEqual([
      expect.stringMatching(/^docs\/start\.md:2: /),
    ])
  })

  it('may not be the address that a package came from', () => {
    expect(check({ 'package-lock.json': '{\n  "resolved": "file:zod"\n}\n' })).toHaveLength(1)
  })

  it.each([
    ['src', 'work', 'root', 'home.ts'].join('/'),
    'https://provider.example/home/news',
    'the /root of all',
    './data',
    'a shared table',
    'https://docs.npmjs.example/registry',
  ])('may be %s', (text) => {
    expect(check({ 'docs/start.md': `${text}\n` })).toEqual([])
  })

  it('is looked at before it is committed, and not when git ignores it', () => {
    const files = { 'data/log.txt': machinePath, 'notes.txt': machinePath }
    expect(check(files)).toEqual([expect.stringMatching(/^notes\.txt:1: /)])
  })

  it('may say where the continuous integration runs', () => {
    expect(check({ '.ci/run': machinePath })).toEqual([])
  })
})
