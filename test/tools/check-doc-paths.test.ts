import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { checkDocPaths } from '../../tools/check-doc-paths.ts'
import { scratchTree } from './scratch-tree.ts'

const project = {
  '.gitignore': 'node_modules\ndata/\n',
  'package.json': '{}',
  '.env.example': '',
  'contracts/first.yaml': '',
  'src/domain/values/bsn.ts': '',
  'docs/decisions/0001-one-database.md': '',
  'docs/two words.md': '',
}

function check(text: string, doc = 'README.md'): string[] {
  const root = scratchTree({ files: { ...project, [doc]: text } })
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  return checkDocPaths(root).problems
}

describe('a path in a document', () => {
  it.each([
    'the rules are in `src/domain/values/bsn.ts`',
    'the rules are in `src/domain/` and `src/domain`',
    'line `src/domain/values/bsn.ts:12`',
    'copy `.env.example`; see `package.json` and `bsn.ts`',
    'one of `contracts/*.yaml`, named `contracts/<id>.yaml`',
    'all of `src/**`, or `src/{domain,console}/values`',
    'read [why](docs/decisions/0001-one-database.md#price "the price")',
    'read [why][1]\n\n[1]: docs/decisions/0001-one-database.md',
    'read [more](docs/two%20words.md) or [here](<#below>) or [there](https://opkomst.example/docs/gone.md)',
  ])('that exists is fine: %s', (text) => {
    expect(check(text)).toEqual([])
  })

  it.each([
    ['the rules are in `src/domain/values/iban.ts`', 'src/domain/values/iban.ts'],
    ['the rules are in `src/rules/`', 'src/rules/'],
    ['the pages are in `bench/run.ts`', 'bench/run.ts'],
    ['one of `contracts/*.json`', 'contracts/*.json'],
    ['see `iban.ts`', 'iban.ts'],
    ['read [why](docs/decisions/0002-gone.md)', 'docs/decisions/0002-gone.md'],
    ['read [why](docs/Two%20words.md)', 'docs/Two%20words.md'],
    ['read [why][1]\n\n[1]: docs/gone.md', 'docs/gone.md'],
  ])('that does not exist is a problem: %s', (text, path) => {
    expect(check(text)).toEqual([expect.stringContaining(`: ${path} does not exist`)])
  })

  it('is named with its line', () => {
    expect(check('Eerst dit.\n\nDan `src/gone.ts`.\n')).toEqual([
      expect.stringMatching(/^README\.md:3: src\/gone\.ts /),
    ])
  })

  it('may be relative to the document', () => {
    expect(check('`decisions/0001-one-database.md`, [why](decisions/0001-one-database.md)', 'docs/start.md')).toEqual(
      [],
    )
    expect(check('`decisions/0002-gone.md`, [why](../src/gone.ts)', 'docs/start.md')).toHaveLength(2)
  })
})

describe('not a path', () => {
  it.each([
    'a command: `npm start`, `npx opkomst doctor --json`',
    'a package: `hono/html`, `@hono/node-server`, `temporal-polyfill`',
    'a type: `text/plain`; a repository: `nyaruka/goflow`; a choice: `on/off`',
    'a setting: `DATA_DIR`, `SENDING=off`, `journey.state`',
    'a place on the reader’s machine: `/etc/opkomst/key.pem`, `./data`, `key.pem`, `<id>.yaml`',
    '```\ncat src/gone.ts\n```',
  ])('is left alone: %s', (text) => {
    expect(check(text)).toEqual([])
  })
})
