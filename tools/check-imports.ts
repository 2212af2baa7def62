import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'
import { z } from 'zod'
import { report } from './report.ts'

const Violation = z.object({
  from: z.string(),
  to: z.string(),
  rule: z.object({ name: z.string() }),
  cycle: z.array(z.object({ name: z.string() })).optional(),
})

/** What is used of dependency-cruiser's JSON. */
const Cruise = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(Violation),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
})

type Cruise = z.infer<typeof Cruise>

export interface ImportsFound {
  /** One text each: which import, which rule, and what to do instead. */
  readonly problems: string[]
  /** Files of src that were looked at. */
  readonly seen: number
}

/**
 * Holds the imports of `root` against .dependency-cruiser.mjs. Also a problem: a file of src that dependency-cruiser did
 * not see. With a TypeScript that it cannot parse by, it looks at nothing and reports no violations.
 */
export function checkImports(root: string): ImportsFound {
  const cruise = runDependencyCruiser(root)
  const seen = new Set(cruise.modules.map(({ source }) => source))
  const files = sourceFiles(root)
  const unseen = files.filter((file) => !seen.has(file))
  return {
    problems: [...cruise.summary.violations.map((violation) => explain(violation, cruise)), ...unseen.map(notSeen)],
    seen: files.length - unseen.length,
  }
}

function runDependencyCruiser(root: string): Cruise {
  const folders = ['src', 'test', 'bench', 'tools'].filter((folder) => existsSync(join(root, folder)))
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders]
  // Its first line asks for `node` on the path: this one.
  const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const run = spawnSync(join(root, 'node_modules/.bin/depcruise'), args, {
    cwd: root,
    env: { ...process.env, PATH },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (run.error !== undefined) throw run.error
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no result: ${run.stderr || run.stdout}`)
  return Cruise.parse(JSON.parse(run.stdout))
}

function sourceFiles(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name.split(sep).join('/')}`)
}

function explain(violation: z.infer<typeof Violation>, cruise: Cruise): string {
  const rule = cruise.summary.ruleSetUsed.forbidden.find(({ name }) => name === violation.rule.name)
  const path = [violation.from, ...(violation.cycle?.map(({ name }) => name) ?? [violation.to])]
  return `${path.join(' -> ')} (${violation.rule.name})\n  ${rule?.comment ?? ''}`
}

function notSeen(file: string): string {
  return `${file} was not looked at (not-seen)\n  dependency-cruiser could not read it, so its imports are unchecked: is 'typescript' still version 6 in package.json?`
}

if (import.meta.main) {
  const { problems, seen } = checkImports(process.cwd())
  report(problems, `The imports of ${seen} files under src point the right way.`)
}
