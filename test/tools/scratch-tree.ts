import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from 'vitest'

export interface ScratchTree {
  /** Path in the tree -> what the file holds. */
  readonly files: Readonly<Record<string, string>>
  /** Files and folders taken over from this project, such as a tool's settings. */
  readonly copied?: readonly string[]
}

const roots: string[] = []

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

/** A small project in a folder of its own, for a check to look at; it finds this project's packages. Gone after the tests. */
export function scratchTree({ files, copied = [] }: ScratchTree): string {
  const root = mkdtempSync(join(tmpdir(), 'opkomst-tree-'))
  roots.push(root)
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  for (const path of copied) cpSync(path, join(root, path), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
