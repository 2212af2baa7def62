import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from './stop-reason.ts'

/** What answers requests. */
export interface Pages {
  fetch(request: Request): Response | Promise<Response>
}

export interface WebServer {
  port(): number
  /** From here on these pages are shown. */
  show(pages: Pages): void
  /** Twice is fine. */
  close(): Promise<void>
}

/** Running requests get this long before their connection is cut. */
const politeMs = 1_000

const notYet: Pages = {
  fetch: () =>
    new Response('Opkomst start nog. Probeer het over een paar tellen opnieuw.', {
      status: 503,
      headers: { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8' },
    }),
}

/** Takes a port, before anything else is started that would be for nothing; refuses in Dutch when it may not have it. */
export async function openWebServer(host: string, port: number): Promise<WebServer> {
  let pages = notYet
  const listener = getRequestListener((request) => pages.fetch(request))
  const server = createServer((request, response) => void listener(request, response))
  await listen(server, host, port)
  const { port: taken } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return {
    port: () => taken,
    show(next) {
      pages = next
    },
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
