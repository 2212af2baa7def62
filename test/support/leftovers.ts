import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runningPostmaster } from '#src/app/embedded/postmaster-pid.ts'
import { isAlive } from '#src/app/embedded/process-identity.ts'
import { makerOf, removeFolder } from './temporary-folder.ts'

/** Clears what runs that were killed left: servers, and the folders they work in. */
export function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const maker = makerOf(name)
    if (maker !== undefined && !isAlive(maker)) clearFolder(join(tmpdir(), name))
  }
}

/** Ends every server below the folder, at once and without order, and removes the folder. Can be done while we exit. */
export function clearFolder(folder: string): void {
  try {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('postmaster.pid')) endServer(dirname(join(folder, file)))
    }
    removeFolder(folder)
  } catch {
    // Another user's, or another run clears it at this moment.
  }
}

/** Waits until it is gone, or it would write into a folder that is being removed. Blocks: timers do not run while we exit. */
function endServer(cluster: string): void {
  const server = runningPostmaster(cluster)
  if (server === undefined) return
  process.kill(server.pid, 'SIGQUIT')
  for (let waits = 0; waits < 300 && isAlive(server.pid); waits += 1) block(10)
}

function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
