import type { Socket } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { closeServer, listenOnLoopback, loopback } from './loopback.ts'

/** A mailbox for demo and tests: an IMAP server in this process, for one user. */
export interface DemoMailbox {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** Puts a mail in INBOX, byte for byte; clients in IDLE hear of it at once. Received now, unless told otherwise. */
  deliver(raw: Buffer | string, receivedAt?: Date): void
  /** Hangs up on every client. The mails are gone: the ledger keeps what it read. */
  stop(): Promise<void>
}

export interface DemoMailboxOptions {
  /** Absent: any free one. */
  readonly port?: number
  readonly user: string
  readonly password: string
}

/** What imapflow uses of a real server. ENABLE before CONDSTORE, which needs it. */
const plugins = [
  'ID',
  'NAMESPACE',
  'IDLE',
  'ENABLE',
  'CONDSTORE',
  'LITERALPLUS',
  'UNSELECT',
  'SPECIAL-USE',
  'MOVE',
  'UIDPLUS',
]

/**
 * Starts empty, with INBOX and 'Opkomst/verwerkt', and with a UIDVALIDITY that no earlier start had: to a reader this is a
 * mailbox that was made anew, as it is.
 */
export async function startDemoMailbox(options: DemoMailboxOptions): Promise<DemoMailbox> {
  const { user, password } = options
  const imap = hoodiecrow({ plugins, users: { [user]: { password } }, storage: emptyStorage(newUidValidity()) })
  // Each connection listens for news.
  imap.setMaxListeners(0)
  const connections = new Set<Socket>()
  imap.server.on('connection', (socket) => track(connections, socket))
  return {
    host: loopback,
    port: await listenOnLoopback(imap.server, options.port ?? 0),
    user,
    password,
    deliver(raw, receivedAt) {
      imap.appendMessage('INBOX', [], receivedAt, Buffer.from(raw).toString('latin1'))
    },
    stop: () => closeServer(imap.server, connections),
  }
}

function emptyStorage(uidvalidity: number) {
  const processed = { Opkomst: { uidvalidity, folders: { verwerkt: { uidvalidity } } } }
  return { INBOX: { uidvalidity }, '': { separator: '/', folders: processed } }
}

/** 32 bits and not 0 (RFC 9051, 2.3.1.1); by the millisecond, so that a restart within a second differs too. */
function newUidValidity(): number {
  return Date.now() % 0xffff_ffff || 1
}

/** Without setNoDelay every answer waits 40 ms for the client's acknowledgement. */
function track(connections: Set<Socket>, socket: Socket): void {
  socket.setNoDelay(true)
  connections.add(socket)
  // 'end' and 'error' too late: hoodiecrow takes all listeners off a closed socket.
  socket.prependOnceListener('close', () => connections.delete(socket))
}
