import { beforeAll, describe, expect, it } from 'vitest'
import { checkImports } from '../../tools/check-imports.ts'
import { scratchTree } from './scratch-tree.ts'

const settings = ['.dependency-cruiser.mjs', 'package.json', 'tsconfig.json']

const folders = ['app', 'console', 'jobs', 'inbox', 'channels', 'notices', 'services', 'services/ports', 'store']
const layers = [...folders, 'conversation', 'domain', 'domain/values']

/** [the file that imports, what it imports] -> the one rule that this breaks; null: allowed. */
type Case = readonly [from: string, statement: string, rule: string | null]

function value(from: string, to: string, rule: string | null): Case {
  return [from, `import { other } from '#src/${to}/target.ts'`, rule]
}

function type(from: string, to: string, rule: string | null): Case {
  return [from, `import type { Other } from '#src/${to}/target.ts'`, rule]
}

function npm(from: string, name: string, rule: string | null): Case {
  return [from, `import '${name}'`, rule]
}

const cases: readonly Case[] = [
  value('src/app', 'store', null),
  value('src/app', 'console', null),
  value('src/app', 'channels', null),
  value('src/console', 'services', null),
  value('src/jobs', 'services', null),
  value('src/inbox', 'domain', null),
  value('src/notices', 'conversation', null),
  value('src/services', 'conversation', null),
  value('src/services', 'domain', null),
  value('src/conversation', 'domain', null),
  value('src/store', 'services/ports', null),
  value('src/store', 'domain', null),
  type('src/store', 'conversation', null),
  value('src/domain', 'domain/values', null),
  value('test', 'store', null),
  value('bench', 'store', null),

  npm('src/domain', 'temporal-polyfill', null),
  npm('src/domain', 'libphonenumber-js', null),
  npm('src/domain', 'zod', null),
  npm('src/conversation', 'liquidjs', null),
  npm('src/services', 'zod', null),
  npm('src/store', 'kysely', null),
  npm('src/store', 'node:fs/promises', null),
  npm('src/jobs', 'bullmq', null),

  value('src/domain', 'conversation', 'domain-stands-on-little'),
  value('src/domain', 'services', 'domain-stands-on-little'),
  type('src/domain', 'conversation', 'domain-stands-on-little'),
  value('src/conversation', 'services', 'conversation-stands-on-little'),
  value('src/services', 'jobs', 'services-stands-on-little'),
  value('src/console', 'jobs', 'console-knows-no-other-edge'),
  value('src/inbox', 'channels', 'inbox-knows-no-other-edge'),
  value('src/store', 'services', 'store-knows-ports-and-domain'),
  value('src/store', 'jobs', 'store-knows-ports-and-domain'),
  value('src/store', 'conversation', 'store-knows-a-conversation-by-type'),
  value('src/services', 'store', 'store-is-reached-by-app-only'),
  type('src/services', 'store', 'store-is-reached-by-app-only'),
  value('src/console', 'store', 'store-is-reached-by-app-only'),
  value('src/jobs', 'store', 'store-is-reached-by-app-only'),
  value('src/inbox', 'store', 'store-is-reached-by-app-only'),
  value('src/channels', 'store', 'store-is-reached-by-app-only'),
  value('src/notices', 'store', 'store-is-reached-by-app-only'),
  value('src/services', 'app', 'app-is-reached-by-nobody'),
  value('src/console', 'app', 'app-is-reached-by-nobody'),
  value('src/store', 'app', 'app-is-reached-by-nobody'),

  npm('src/domain', 'node:fs', 'domain-stands-on-little'),
  npm('src/domain', 'node:crypto', 'domain-stands-on-little'),
  npm('src/domain', 'yaml', 'domain-stands-on-little'),
  npm('src/domain', 'liquidjs', 'domain-stands-on-little'),
  npm('src/conversation', 'node:fs/promises', 'conversation-stands-on-little'),
  npm('src/conversation', 'yaml', 'conversation-stands-on-little'),
  npm('src/services', 'pg', 'services-stands-on-little'),
  npm('src/services', 'kysely', 'services-stands-on-little'),
  npm('src/services', 'bullmq', 'services-stands-on-little'),
  npm('src/services', 'nodemailer', 'services-stands-on-little'),
  npm('src/services', 'imapflow', 'services-stands-on-little'),
  npm('src/services', 'node:fs/promises', 'services-stands-on-little'),

  npm('src/app', '../../test/target.ts', 'src-stands-alone'),
  npm('src/app', '../../bench/target.ts', 'src-stands-alone'),
  npm('src/app', '../../tools/target.ts', 'src-stands-alone'),
  npm('src/app', 'fast-check', 'no-development-package-in-src'),
  npm('src/app', './nowhere.ts', 'import-exists'),
]

const numbered = cases.map(([from, statement, rule], index) => ({ from, statement, rule, index }))

const target = 'export const other = 1\nexport interface Other {\n  a: 1\n}\n'

function fileOf(index: number): string {
  return `${cases[index]?.[0]}/case-${index}.ts`
}

/** Every case in one tree, so that it is read once. */
function treeOfCases(): Record<string, string> {
  const all = [...layers.map((layer) => `src/${layer}`), 'test', 'bench', 'tools']
  return Object.fromEntries([
    ...all.map((folder) => [`${folder}/target.ts`, target]),
    ...cases.map(([, statement], index) => [fileOf(index), `${statement}\n`]),
  ])
}

function check(files: Record<string, string>, copied = settings) {
  return checkImports(scratchTree({ files, copied }))
}

function rulesBroken(problems: readonly string[]): string[] {
  return problems.map((problem) => /\(([a-z-]+)\)\n {2}\S/.exec(problem)?.[1] ?? problem)
}

describe('an import', () => {
  let problems: readonly string[] = []

  beforeAll(() => {
    problems = check(treeOfCases()).problems
  })

  function rulesBrokenBy(index: number): string[] {
    return rulesBroken(problems.filter((problem) => problem.startsWith(`${fileOf(index)} `)))
  }

  it.each(numbered.filter(({ rule }) => rule === null))('in $from may be $statement', ({ index }) => {
    expect(rulesBrokenBy(index)).toEqual([])
  })

  // Some also break the rule of their own layer; which one advises best is not the point.
  it.each(numbered.filter(({ rule }) => rule !== null))('in $from may not be $statement: $rule', ({ rule, index }) => {
    expect(rulesBrokenBy(index)).toContain(rule)
  })

  it('that breaks a rule comes with advice', () => {
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(problem).toMatch(/^\S+ -> \S+ \([a-z-]+\)\n {2}\S.{40,}/)
  })
})

describe('a cycle', () => {
  it('is found when two files need each other', () => {
    const { problems } = check({
      'src/domain/one.ts': "import { other } from './two.ts'\nexport const own = other\n",
      'src/domain/two.ts': "import { own } from './one.ts'\nexport const other = own\n",
    })
    expect(rulesBroken(problems)).toContain('no-cycle')
    expect(problems[0]).toContain('src/domain/one.ts -> src/domain/two.ts -> src/domain/one.ts')
  })

  it('is found when it goes by types only', () => {
    const { problems } = check({
      'src/domain/one.ts': "import type { Other } from '#src/domain/two.ts'\nexport interface Own {\n  a: Other\n}\n",
      'src/domain/two.ts': "import type { Own } from './one.ts'\nexport interface Other {\n  a: Own\n}\n",
    })
    expect(rulesBroken(problems)).toContain('no-cycle')
  })
})

describe('a file that was not looked at', () => {
  it('is a problem, by name', () => {
    const blind = "export default { forbidden: [], options: { exclude: { path: 'two' } } }\n"
    const files = { '.dependency-cruiser.mjs': blind, 'src/domain/one.ts': 'export {}\n', 'src/domain/two.ts': target }
    const { problems, seen } = check(files, ['package.json', 'tsconfig.json'])
    expect(seen).toBe(1)
    expect(problems).toEqual([expect.stringContaining('src/domain/two.ts was not looked at')])
  })
})
