import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { Refusal } from './stop-reason.ts'

export interface WebServer {
  /** Known once it listens. */
  port(): number
  close(): Promise<void>
}

export interface WebServerOptions {
  readonly app: Pick<Hono, 'fetch'>
  readonly host: string
  readonly port: number
}

/** Running requests get this long before their connection is cut. */
const politeMs = 1_000

/** Serves pages on one address. Refuses in Dutch when it may not have the port. */
export async function serve({ app, host, port }: WebServerOptions): Promise<WebServer> {
  const listener = getRequestListener((request) => app.fetch(request))
  const server = createServer((request, response) => void listener(request, response))
  await listen(server, host, port)
  return {
    port: () => (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    close: () => closeSoon(server),
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, host, port)))
    server.listen({ host, port }, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

function inWords(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new Refusal(
      `Poort ${String(port)} is al in gebruik door een ander programma: sluit dat, of zet PORT op een andere poort.`,
    )
  if (code === 'EACCES')
    return new Refusal(`Poort ${String(port)} mag deze gebruiker niet gebruiken: zet PORT op een poort boven 1023.`)
  if (code === 'EADDRNOTAVAIL')
    return new Refusal(`Het adres ${host} is niet van deze machine: zet CONSOLE_HOST op een adres dat dat wel is.`)
  return error
}

function closeSoon(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), politeMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
