import { execFileSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files of the project in `root`, as paths with `/`: what git follows, and what is new and not ignored, so that a
 * check sees a file before it is committed. Left out: what is deleted but not yet committed, and links.
 */
export function projectFiles(root: string): string[] {
  // A checkout that belongs to another user than the one who checks it is refused by git otherwise.
  const args = ['-c', 'safe.directory=*', '-C', root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\0')
  return [...new Set(listed)].filter((file) => file !== '' && isFile(join(root, file)))
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
