import { createServer } from 'node:net'
import { closeServer, listenOnLoopback } from './loopback.ts'

/** A port on the loopback address that nobody listens on at this moment; someone else may still be first. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listenOnLoopback(server, 0)
  await closeServer(server, [])
  return port
}
