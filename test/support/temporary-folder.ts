import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder to work in; its name tells whose it is. mkdtemp closes it to others; run as root, PostgreSQL's account must be
 * able to pass, or the embedded database would put its files elsewhere.
 */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `opkomst-test-${process.pid}-`))
  chmodSync(folder, 0o711)
  return folder
}

/** The process that made it. Undefined: not one of these folders. */
export function makerOf(name: string): number | undefined {
  const [, pid] = /^opkomst-test-(\d+)-/.exec(name) ?? []
  return pid === undefined ? undefined : Number(pid)
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
