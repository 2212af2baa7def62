import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/** A line to a server that a test can break: what a client sees of a server that dies, hangs or comes back. */
export interface UnreliableLine {
  readonly port: number
  /** As if the server died: connections end at once and new ones are refused. */
  cut(): Promise<void>
  /** As if the server hangs: connections stay, new ones are taken, nothing answers. */
  silence(): void
  restore(): Promise<void>
  close(): Promise<void>
}

export async function openUnreliableLine(target: {
  readonly host: string
  readonly port: number
}): Promise<UnreliableLine> {
  const sockets = new Set<Socket>()
  let silent = false
  const server = createServer((client) => {
    track(sockets, client)
    if (silent) return
    const upstream = track(sockets, connect(target))
    client.pipe(upstream).pipe(client)
    client.once('close', () => upstream.destroy())
    upstream.once('close', () => client.destroy())
  })
  const port = await listen(server, 0)
  const hangUp = () => sockets.forEach((socket) => socket.destroy())
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    hangUp()
    await closed
  }
  return {
    port,
    cut,
    close: cut,
    silence() {
      silent = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    async restore() {
      silent = false
      hangUp()
      if (!server.listening) await listen(server, port)
    },
  }
}

function track(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
  return socket.on('error', () => {})
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // A listening server without an IPC path has an address with a port.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
