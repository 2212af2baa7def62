import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder and those above it, one by one: asked to make them all at once, Node tries for ever under /proc, where the system says
 * that the folder above is not there although it is.
 * @throws what the system says, when one of them cannot be made.
 */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  const above = path.dirname(folder)
  if (above !== folder) makeFolder(above, mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if (!existsSync(folder)) throw error // another start may have made it just now
  }
}
