import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { Server, Socket } from 'node:net'

/** The part of hoodiecrow-imap that the tests use; it has no types of its own. */
interface Hoodiecrow {
  readonly server: Server
  listen(port: number, host: string): void
  close(done: () => void): void
  appendMessage(mailbox: string, flags: readonly string[], internalDate: Date, raw: string): void
  getMailbox(path: string): { readonly messages: readonly Stored[] }
  notify(...about: unknown[]): void
}
interface Stored {
  readonly uid: number
  readonly flags: readonly string[]
  readonly raw: string
  readonly internaldate: string
}
type Message = { raw: string; internaldate: string; uid?: number; flags?: string[] }
export type Storage = { INBOX: { uidvalidity: number; messages: Message[] }; '': object }
interface ServerOptions {
  readonly port?: number
  readonly idle?: boolean
  /** It takes IDLE, and then never says anything. */
  readonly silent?: boolean
  /** What it does not know. */
  readonly without?: readonly string[]
}

// The cast states the shape above; every test that uses it would fail if the library had another.
const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow

export const account = { host: '127.0.0.1', user: 'aanmelding', password: 'g3heim-woord', secure: false }

export interface TestServer {
  readonly port: number
  append(raw: string): void
  flags(): readonly (readonly string[])[]
  /** What lies in a folder. */
  mails(folder: string): readonly Stored[]
  /** How many bytes the server has sent over the lines that are open now. */
  sentBytes(): number
  /** Breaks every connection, as a server that falls over does. */
  stop(): Promise<void>
}

const plugins = [
  'ID',
  'SASL-IR',
  'AUTH-PLAIN',
  'NAMESPACE',
  'IDLE',
  'ENABLE',
  'CONDSTORE',
  'UNSELECT',
  'UIDPLUS',
  'MOVE',
]

export const startServer = async (
  storage: Storage,
  { port = 0, idle = true, silent = false, without = [] }: ServerOptions = {},
): Promise<TestServer> => {
  const server = hoodiecrow({
    plugins: plugins.filter((plugin) => (idle || plugin !== 'IDLE') && !without.includes(plugin)),
    users: { [account.user]: { password: account.password } },
    storage,
  })
  if (silent) server.notify = () => undefined
  const sockets = trackSockets(server.server)
  server.listen(port, account.host)
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  return {
    port: address.port,
    append: (raw) => server.appendMessage('INBOX', [], new Date(), raw),
    mails: (folder) => server.getMailbox(folder).messages,
    flags: () => server.getMailbox('INBOX').messages.map(({ flags }) => flags),
    sentBytes: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

const trackSockets = (server: Server): Set<Socket> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return sockets
}

export const inboxWith = (uidvalidity: number, ...raws: string[]): Storage => ({
  INBOX: {
    uidvalidity,
    messages: raws.map((raw) => ({ raw, internaldate: '14-Sep-2026 21:22:28 +0200' })),
  },
  '': {},
})

/** With a folder beside it for what was handled. */
export const withHandledFolder = ({ INBOX }: Storage): Storage => ({
  INBOX,
  '': { separator: '/', folders: { verwerkt: { uidvalidity: 40 } } },
})

export const mailAbout = (subject: string): string =>
  `Subject: ${subject}\r\nDate: Mon, 1 Jan 2001 00:00:00 +0000\r\n\r\ntekst`
