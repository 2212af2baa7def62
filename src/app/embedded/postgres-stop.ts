import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './process-identity.ts'

/** PostgreSQL's own shutdown signals: fast rolls back and closes in order, immediate leaves a recovery to the next start. */
const steps = [
  { signal: 'SIGINT', waitMs: 15_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
] as const

/** Stops the server and waits until its process is gone. Already gone is fine. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const { signal, waitMs } of steps) {
    sendSignal(pid, signal)
    if (await goneWithin(pid, waitMs)) return
  }
  throw new Error(`De ingebouwde database (proces ${pid}) stopt niet: beëindig haar met 'kill -QUIT ${pid}'.`)
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already.
  }
}

async function goneWithin(pid: number, ms: number): Promise<boolean> {
  const until = performance.now() + ms
  while (isAlive(pid)) {
    if (performance.now() > until) return false
    await sleep(10)
  }
  return true
}
