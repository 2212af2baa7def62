import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFiles } from './project-files.ts'
import { report } from './report.ts'

interface Forbidden {
  readonly what: RegExp
  readonly advice: string
  /** The only files that this is looked for in; all when left out. */
  readonly within?: RegExp
}

const forbidden: readonly Forbidden[] = [
  {
    what: /(?<![\w.-])\/(?:work|root|home)\/[\w.-]+/g,
    advice: 'a path of one machine: say it relative to the project, or take it from a setting',
  },
  {
    what: /(?:^|[\s'"`(])(?:\.\.\/)+shared\b/gm,
    advice: 'a folder outside the project: what the project needs stands in it',
  },
  {
    what: /https?:\/\/(?:registry|npm|artifactory|nexus|verdaccio)[.:][^\s"']*/gi,
    advice: 'a package registry: everyone has their own, npm knows which',
  },
  {
    what: /"resolved": "/g,
    within: /(^|\/)package-lock\.json$/,
    advice: 'where a package came from: remove it by running npm install with the settings of .npmrc',
  },
]

/** The continuous integration tells about its machine; nothing else does. */
const excepted = /^\.ci\//

export interface TreeFound {
  /** `path:line: what stands there (advice)`, one each. */
  readonly problems: string[]
  readonly looked: number
}

/** Looks in every file of the project for what belongs to the machine that it was made on. */
export function checkTree(root: string): TreeFound {
  const files = projectFiles(root).filter((file) => !excepted.test(file))
  return { problems: files.flatMap((file) => problemsOf(root, file)), looked: files.length }
}

function problemsOf(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  // A picture or a PDF.
  if (text.includes('\0')) return []
  return forbidden.filter(({ within }) => within?.test(file) ?? true).flatMap((rule) => matches(file, text, rule))
}

function matches(file: string, text: string, { what, advice }: Forbidden): string[] {
  return [...text.matchAll(what)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length
    return `${file}:${line}: ${match[0].trim()} (${advice})`
  })
}

if (import.meta.main) {
  const { problems, looked } = checkTree(process.cwd())
  report(problems, `${looked} files tell nothing about the machine that they were made on.`)
}
