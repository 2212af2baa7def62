import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { mentionsIn, type Mention } from './doc-mentions.ts'
import { projectFiles } from './project-files.ts'
import { report } from './report.ts'

/** Names that only a file of this project has: `data.json` or `key.pem` in a text may be the reader's own. */
const ownEndings = /\.(ts|mjs|md|ya?ml|liquid)$/

/** A path has no spaces, and stands for one or more files when it holds `*` or `<name>`. */
const pathLike = /^\.{0,2}\/?[\w@.*<>{},-]+(?:\/[\w@.*<>{},-]+)*\/?$/

export interface DocPathsFound {
  /** `doc:line: path`, one for each that does not exist. */
  readonly problems: string[]
  readonly looked: number
}

/** Every path that a document of the project names, in a link or between backticks, must exist. */
export function checkDocPaths(root: string): DocPathsFound {
  const files = projectFiles(root)
  const tree = new Tree(files)
  const docs = files.filter((file) => file.endsWith('.md'))
  const problems = docs.flatMap((doc) =>
    mentionsIn(readFileSync(join(root, doc), 'utf8'))
      .filter((mention) => !tree.has(mention, doc))
      .map(({ path, line }) => `${doc}:${line}: ${path} does not exist: mend the path, or leave it out`),
  )
  return { problems, looked: docs.length }
}

/** The files of the project, and the folders that they lie in. */
class Tree {
  readonly #paths: readonly string[]
  readonly #names: ReadonlySet<string>
  readonly #tops: ReadonlySet<string>

  constructor(files: readonly string[]) {
    this.#paths = [...new Set(files.flatMap((file) => [file, ...foldersOf(file)]))]
    this.#names = new Set(files.map((file) => posix.basename(file)))
    this.#tops = new Set(this.#paths.filter((path) => !path.includes('/')))
  }

  /** True as well for what is no path of this project: a command, a package, an address. */
  has(mention: Mention, doc: string): boolean {
    const path = decodeURIComponent(mention.path)
      .replace(/[#?].*$/, '')
      .replace(/:\d+(-\d+)?$/, '')
    const folder = posix.dirname(doc)
    if (mention.link) return path === '' || /^([a-z]+:|\/\/)/i.test(path) || this.#exists(posix.join(folder, path))
    if (!this.#looksOwn(path, folder)) return true
    if (!path.includes('/') && this.#names.has(path)) return true
    return this.#exists(posix.normalize(path)) || this.#exists(posix.join(folder, path))
  }

  #looksOwn(path: string, folder: string): boolean {
    if (!pathLike.test(path) || path.startsWith('/')) return false
    const [top = '', ...below] = path.replace(/^\.\//, '').split('/')
    // `contract.yaml` alone is a file of ours; `<id>.yaml` alone is one that the reader makes.
    if (below.length === 0) return ownEndings.test(top) && !/[<*]/.test(top)
    return this.#tops.has(top) || expected.has(top) || this.#exists(posix.join(folder, top))
  }

  #exists(path: string): boolean {
    const bare = path.replace(/\/$/, '')
    if (bare === '.' || this.#paths.includes(bare)) return true
    if (!/[<*{]/.test(bare)) return false
    const pattern = patternOf(bare)
    return this.#paths.some((candidate) => pattern.test(candidate))
  }
}

/** Folders that every document may count on: naming one that is gone is a mistake too. */
const expected = new Set(['src', 'test', 'bench', 'tools', 'docs', 'contracts', 'flows', 'config', 'templates', '.ci'])

function foldersOf(file: string): string[] {
  const parts = file.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** `contracts/<id>.yaml`, `src/*.ts`, `test/**` and `flows/{a,b}.yaml` -> what they stand for. */
function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`)
    .replace(/<[^>]*>/g, '[^/]+')
    .replace(/\*+/g, (stars) => (stars.length > 1 ? '.+' : '[^/]+'))
  return new RegExp(`^${source}$`)
}

if (import.meta.main) {
  const { problems, looked } = checkDocPaths(process.cwd())
  report(problems, `Every path in ${looked} documents exists.`)
}
