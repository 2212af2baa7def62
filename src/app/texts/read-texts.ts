import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { parseFlow } from './parse-flow.ts'

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

/** A flow with the text it was read from, which is kept for the sessions that start in it. */
export interface FlowText extends LoadedFlow {
  readonly text: string
}

/** One flow with its text and the hash of that. Throws in Dutch, a line for each mistake: file, line, what is wrong, what to do. */
export async function readFlow(file: string): Promise<FlowText> {
  const text = await read(file)
  return { flow: parseFlow(file, text), hash: createHash('sha256').update(text).digest('hex'), text }
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
