import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with these files, gone after the test. A name that ends in '/' becomes a folder. */
export async function contractFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'opkomst-contracts-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(dir, name)
    await (name.endsWith('/') ? mkdir(target) : writeFile(target, content))
  }
  return dir
}
