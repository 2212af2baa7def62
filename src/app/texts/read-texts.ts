import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { CalledFlow, CalledNode } from '#src/conversation/flow.ts'
import { linkFlow, type Origin } from '#src/conversation/link-flow.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { linesIn, parseCalledFlow, parseFlow, wrong } from './parse-flow.ts'

/**
 * Every text under `dir`, by its path without `.liquid` ('nl/invitation', 'mail/...'), with forward slashes.
 * Throws in Dutch when the folder cannot be read or holds no text.
 */
export async function readTemplates(dir: string): Promise<ReadonlyMap<string, string>> {
  const files = await listTexts(dir)
  if (files.length === 0) throw new Error(`Er staan geen teksten (*.liquid) in ${dir}. Controleer de map.`)
  const texts = files.map(async (file) => [nameOf(dir, file), await readFile(file, 'utf8')] as const)
  return new Map(await Promise.all(texts))
}

/** A flow that others call, as its file has it. */
export interface CalledText {
  readonly file: string
  readonly flow: CalledFlow
  readonly hash: string
  readonly text: string
}

/** A flow with the texts it was read from, which are kept for the sessions that start in it. */
export interface FlowText extends LoadedFlow {
  readonly text: string
  readonly called: readonly CalledText[]
  /** Where each step of the flow was written. */
  readonly origins: ReadonlyMap<string, Origin>
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * One flow with all that it calls (`called/<name>.yaml` beside it), their texts and the hashes of those. Throws in Dutch, a line for each
 * mistake: file, line, what is wrong, what to do.
 */
export async function readFlow(file: string): Promise<FlowText> {
  const text = await read(file)
  const written = parseFlow(file, text)
  const called = await readCalled(join(dirname(file), 'called'), written.nodes)
  const { flow, origins, problems } = linkFlow(written, (name) => called.get(name)?.flow)
  const lines = problems.map(({ origin, path, words }) => {
    const at = called.get(origin.flow) ?? { file, text }
    return `${at.file}:${String(linesIn(at.text)(['nodes', origin.node, ...path]))}: ${words}`
  })
  if (lines.length > 0) throw wrong([...new Set(lines)])
  return { flow, hash: hashOf(text), text, called: [...called.values()], origins }
}

type Steps = Readonly<Record<string, CalledNode>>

const namesCalled = (nodes: Steps): string[] =>
  Object.values(nodes).flatMap((node) => (node.kind === 'call' ? [node.flow] : []))

/** What is not there is told where it is called. */
async function readCalled(dir: string, nodes: Steps): Promise<ReadonlyMap<string, CalledText>> {
  const found = new Map<string, CalledText>()
  const wanted = namesCalled(nodes)
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (found.has(name)) continue
    const file = join(dir, `${name}.yaml`)
    const text = await readIfThere(file)
    if (text === undefined) continue
    const flow = parseCalledFlow(file, text)
    if (flow.name !== name)
      throw wrong([`${file}:1: name is '${flow.name}'. Geef dit deelgesprek de naam van zijn bestand.`])
    found.set(name, { file, flow, hash: hashOf(text), text })
    wanted.push(...namesCalled(flow.nodes))
  }
  return found
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new Error(`${file} is niet te lezen (${codeOf(error)}). Controleer het pad.`, { cause: error })
  }
}

async function listTexts(dir: string): Promise<string[]> {
  try {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.liquid'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    throw new Error(`De map met teksten ${dir} is niet te lezen (${codeOf(error)}). Controleer het pad.`, {
      cause: error,
    })
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Error(`${file} is niet te lezen (${codeOf(error)}). Controleer het pad.`, { cause: error })
  }
}

function nameOf(dir: string, file: string): string {
  return relative(dir, file).slice(0, -'.liquid'.length).split(sep).join('/')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'onbekende fout'
}
