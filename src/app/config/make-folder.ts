import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder and those above it, one by one: asked to make them all at once, Node tries for ever under /proc, where the system says
 * that the folder above is not there although it is.
 * @throws what the system says, when one of them cannot be made; in Dutch, when one of them is a file.
 */
export function makeFolder(folder: string, mode: number): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw new Error('het is geen map')
  const above = path.dirname(folder)
  if (above !== folder) makeFolder(above, mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if (!existsSync(folder)) throw error // another start may have made it just now
  }
}
