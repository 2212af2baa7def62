import { setTimeout as sleep } from 'node:timers/promises'
import { startServer } from './postgres-server.ts'
import { stopServer } from './postgres-stop.ts'
import { identify, stillRuns } from './process-identity.ts'
import type { Place } from './postgres-place.ts'
import type { Programs } from './postgres-programs.ts'

export interface KeptServer {
  readonly port: number
  stop(): Promise<void>
}

export interface KeepOptions {
  readonly durable: boolean
  readonly log: (line: string) => void
}

const lookEveryMs = 1_000

/** A running server that comes back on the same port when it is killed (by the kernel, short of memory, or by hand). */
export async function keepServer(place: Place, programs: Programs, options: KeepOptions): Promise<KeptServer> {
  const { port, pid } = await startServer(place, programs, options)
  const stopping = new AbortController()
  let server = identify(pid)
  const watching = watch()

  async function watch(): Promise<void> {
    while (await pause(stopping.signal)) {
      if (!stillRuns(server)) await restart()
    }
  }

  async function restart(): Promise<void> {
    try {
      options.log('PostgreSQL is onverwacht gestopt en wordt opnieuw gestart')
      server = identify((await startServer(place, programs, { ...options, port })).pid)
    } catch (error) {
      options.log(error instanceof Error ? error.message : String(error))
    }
  }

  return {
    port,
    async stop() {
      stopping.abort()
      await watching
      await stopServer(server)
    },
  }
}

/** False as soon as we stop. Does not keep the program alive. */
async function pause(signal: AbortSignal): Promise<boolean> {
  await sleep(lookEveryMs, undefined, { signal, ref: false }).catch(() => {})
  return !signal.aborted
}
