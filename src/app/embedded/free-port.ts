import { createServer } from 'node:net'

/** A port on the loopback address that nobody listens on at this moment; someone else may still be first. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('geen poort')),
      )
    })
  })
}
