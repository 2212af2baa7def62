import type { Server, Socket } from 'node:net'

/** What we make in process listens here: no other machine can reach it. */
export const loopback = '127.0.0.1'

/** Listens on the loopback address. Port 0: any free one. Resolves to the port. */
export function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: loopback, port }, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('a server without a port'))
      else resolve(address.port)
    })
  })
}

/** Stops listening and hangs up on everyone. */
export function closeServer(server: Server, connections: Iterable<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const connection of connections) connection.destroy()
  })
}
