import { setTimeout as sleep } from 'node:timers/promises'
import { stillRuns } from './process-identity.ts'
import type { ProcessIdentity } from './process-identity.ts'

/** PostgreSQL's own shutdown signals: fast rolls back and closes in order, immediate leaves a recovery to the next start. */
const steps = [
  { signal: 'SIGINT', waitMs: 15_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
] as const

/** Stops the server and waits until its process is gone. Already gone is fine. */
export async function stopServer(server: ProcessIdentity): Promise<void> {
  for (const { signal, waitMs } of steps) {
    if (!stillRuns(server)) return
    send(server.pid, signal)
    if (await goneWithin(server, waitMs)) return
  }
  throw new Error(
    `De ingebouwde database (proces ${server.pid}) stopt niet: beëindig haar met 'kill -QUIT ${server.pid}'.`,
  )
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone in the meantime.
  }
}

async function goneWithin(server: ProcessIdentity, ms: number): Promise<boolean> {
  const until = performance.now() + ms
  while (stillRuns(server)) {
    if (performance.now() > until) return false
    await sleep(10)
  }
  return true
}
