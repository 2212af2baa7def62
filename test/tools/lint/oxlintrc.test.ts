import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { scratchTree } from '../scratch-tree.ts'

/** [file, its text, the rules that it breaks]: shows that the settings bring each rule to the right folders. */
const cases: readonly (readonly [file: string, text: string, ...rules: string[]])[] = [
  ['src/domain/time.ts', 'export const year = new Date(0)', 'opkomst(no-ambient-input)'],
  ['src/conversation/time.ts', 'export const id = crypto.randomUUID()', 'opkomst(no-ambient-input)'],
  ['src/services/time.ts', 'export const now = Date.now()', 'opkomst(no-ambient-time)'],
  ['src/services/id.ts', 'export const id = crypto.randomUUID()'],
  ['src/jobs/clock.ts', 'export const now = () => Date.now()'],
  ['src/app/time.ts', 'export const now = Date.now()'],
  ['test/time.ts', 'export const now = Date.now()'],
  ['src/inbox/which.ts', "export const which = 'tilburg'", 'opkomst(no-municipality)'],
  ['src/app/which.ts', "export const which = 'tilburg'", 'opkomst(no-municipality)'],
  ['test/which.ts', "export const which = 'tilburg'"],
  [
    'src/jobs/log.ts',
    'export const say = (log: { info(text: string): void }, name: string) => log.info(name)',
    'opkomst(static-log-message)',
  ],
  [
    'src/console/page.ts',
    "import { html } from 'hono/html'\nexport const page = (name: string) => html`<input value=${name}>`",
    'opkomst(quoted-html-attributes)',
  ],
  [
    'src/console/link.ts',
    'import { html } from \'hono/html\'\nexport const link = (to: string) => html`<a href="${to}">`',
    'opkomst(checked-html-addresses)',
  ],
  ['src/console/raw.ts', "export { raw } from 'hono/html'", 'opkomst(raw-html-in-one-file)'],
  ['src/services/floating.ts', 'void 0\nexport async function run() {}\nrun()', 'typescript(no-floating-promises)'],
  [
    'src/services/misused.ts',
    'export async function run() {}\n;[1].forEach(async () => run())\nif (run()) void 0',
    'typescript(no-misused-promises)',
    'typescript(no-misused-promises)',
  ],
  [
    'src/services/exhaustive.ts',
    "export function run(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    'typescript(switch-exhaustiveness-check)',
  ],
  ['src/services/thrown.ts', "export function run() {\n  throw 'no'\n}", 'typescript(only-throw-error)'],
  [
    'src/services/type-import.ts',
    "import { Only } from './only.ts'\nexport const only: Only = { a: 1 }",
    'typescript(consistent-type-imports)',
  ],
  ['src/services/only.ts', 'export interface Only {\n  a: 1\n}'],
  ['src/services/say.ts', "console.log('hello')\nexport {}", 'eslint(no-console)'],
  ['src/app/say.ts', "console.log('hello')\nexport {}", 'eslint(no-console)'],
  ['src/app/commands/output.ts', "console.log('hello')\nexport {}"],
  ['tools/say.ts', "console.log('hello')\nexport {}"],
  ['src/services/default.ts', 'export default 1', 'import(no-default-export)'],
  ['src/services/any.ts', 'export const it: any = 1', 'typescript(no-explicit-any)'],
  ['src/services/one.ts', "import { two } from './two.ts'\nexport const one = () => two", 'import(no-cycle)'],
  ['src/services/two.ts', "import { one } from './one.ts'\nexport const two = () => one", 'import(no-cycle)'],
  ['src/services/sure.ts', 'export const first = (list: string[]) => list[0]!', 'typescript(no-non-null-assertion)'],
]

const warned: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['src/services/long.ts', lines(401, 'export const a# = 1'), 'eslint(max-lines)'],
  ['src/services/tall.ts', `export function tall() {\n${lines(60, '  void #')}\n}`, 'eslint(max-lines-per-function)'],
  [
    'src/services/winding.ts',
    `export function winding(n: number) {\n${lines(12, '  if (n === #) return #')}\n  return 0\n}`,
    'eslint(complexity)',
  ],
]

function lines(count: number, text: string): string {
  return Array.from({ length: count }, (_, index) => text.replaceAll('#', String(index))).join('\n')
}

const Found = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string(), severity: z.string() })),
})

let found: z.infer<typeof Found>['diagnostics'] = []
let exitCode: number | null = null

function rulesFor(file: string, severity: string): string[] {
  return found.filter((one) => one.filename === file && one.severity === severity).map((one) => one.code)
}

/** oxlint over a tree that breaks these and nothing else. */
function lint(files: readonly (readonly [string, string, ...string[]])[]): number | null {
  const copied = ['.oxlintrc.json', 'tools/lint', 'tsconfig.json', 'package.json']
  const root = scratchTree({ files: Object.fromEntries(files.map(([file, text]) => [file, `${text}\n`])), copied })
  const run = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], { cwd: root, encoding: 'utf8' })
  found = Found.parse(JSON.parse(run.stdout)).diagnostics
  return run.status
}

describe('the lint settings', () => {
  beforeAll(() => {
    exitCode = lint(cases)
  })

  it.each(cases)('hold %s', (file, _text, ...rules) => {
    expect(rulesFor(file, 'error')).toEqual(rules)
  })

  it('make the command fail', () => {
    expect(exitCode).toBe(1)
  })
})

describe('a file that is long or winding', () => {
  beforeAll(() => {
    exitCode = lint(warned)
  })

  it.each(warned)('is shown: %s', (file, _text, rule) => {
    expect(rulesFor(file, 'warning')).toEqual([rule])
  })

  it('does not make the command fail', () => {
    expect(exitCode).toBe(0)
  })
})
