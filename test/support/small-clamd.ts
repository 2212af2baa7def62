import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** What this scanner takes for a virus. */
export const marker = 'DIT-IS-EEN-ONSCHULDIG-PROEFBESTAND-VOOR-DE-VIRUSSCANNER'

/** The name that it gives to what it found; nobody should ever read it. */
export const virusName = 'Proef.Verzonnen-1'

export type Behaviour = 'scans' | 'error' | 'too_large' | 'silent' | 'closes_half_way' | 'half_an_answer' | 'babbles'

export interface SmallClamd extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** Whole files, as they were sent. */
  readonly scanned: readonly Buffer[]
  /** How often somebody came. */
  readonly connections: () => number
  behave(behaviour: Behaviour): void
}

/** Speaks what we use of clamd's protocol, with its zeros and lengths, on a port or socket of its own. */
export async function startSmallClamd(behaviour: Behaviour = 'scans', path?: string): Promise<SmallClamd> {
  const scanned: Buffer[] = []
  const open = new Set<Socket>()
  let now = behaviour
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => undefined))
    let heard = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes])
      if (now === 'closes_half_way') return socket.destroy()
      if (heard.equals(Buffer.from('zPING\0'))) return now === 'scans' ? socket.end('PONG\0') : undefined
      const file = fileIn(heard)
      if (file === undefined) return undefined
      scanned.push(file)
      return answer(socket, file, now)
    })
  })
  server.listen(path === undefined ? { port: 0, host: '127.0.0.1' } : { path })
  await once(server, 'listening')
  const port = path === undefined ? (server.address() as AddressInfo).port : 0
  return {
    url: path === undefined ? `tcp://127.0.0.1:${String(port)}` : `unix:${path}`,
    port,
    scanned,
    connections: () => connections,
    behave: (next) => {
      now = next
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The file behind zINSTREAM; undefined while its end has not come. */
function fileIn(heard: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0')
  if (!heard.subarray(0, command.length).equals(command)) return undefined
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

function answer(socket: Socket, file: Buffer, behaviour: Behaviour): void {
  if (behaviour === 'scans') socket.end(`stream: ${file.includes(marker) ? `${virusName} FOUND` : 'OK'}\0`)
  if (behaviour === 'error') socket.end('stream: Can not allocate memory ERROR\0')
  if (behaviour === 'too_large') socket.end('INSTREAM size limit exceeded. ERROR\0')
  if (behaviour === 'half_an_answer') socket.end('stream: OK')
  if (behaviour === 'babbles') socket.write('x'.repeat(100_000))
}
