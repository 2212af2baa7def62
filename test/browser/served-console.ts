import { openWebServer } from '#src/app/runtime/web-server.ts'
import type { Universe } from '#src/app/virtual/universe.ts'
import { consoleApp } from '#test/console/console-client.ts'

export interface ServedConsole {
  readonly address: string
  close(): Promise<void>
}

/** The console of a universe on a port of its own; what a form makes due is done at once. */
export async function serveConsole(universe: Universe): Promise<ServedConsole> {
  const server = await openWebServer('127.0.0.1', 0)
  let work = Promise.resolve()
  const nudge = (): void => {
    work = work.then(() => universe.settle())
  }
  server.show(consoleApp(universe, { port: server.port, nudge }))
  return {
    address: `http://127.0.0.1:${String(server.port())}`,
    async close() {
      await work
      await server.close()
    },
  }
}
