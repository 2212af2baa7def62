import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import type { MailAccount } from './mail-source.ts'

/** A dead line is noticed when a command gets no answer for so long. */
export const usualDeadLineMs = 120_000

/** A client that is not connected yet; whoever makes it listens to its 'error' event, which would end the process otherwise. */
export const createClient = (
  { host, port, user, password, secure, tls }: MailAccount,
  deadLineMs = usualDeadLineMs,
): ImapFlow =>
  new ImapFlow({
    host,
    port,
    secure,
    // Without TLS a password would cross the network in the clear, and whoever sits between could strike the offer of STARTTLS.
    ...(secure ? {} : { doSTARTTLS: !isThisMachine(host) }),
    auth: { user, pass: password },
    tls: { minVersion: 'TLSv1.2', ...tls },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: 20_000,
    greetingTimeout: 15_000,
    socketTimeout: deadLineMs,
  })

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** How long a server may take to answer our LOGOUT, and a stop may wait for a running command. */
export const politeMs = 500

export const leave = async (client: ImapFlow): Promise<void> => {
  const left = client.logout().catch(() => undefined)
  await Promise.race([left, sleep(politeMs, undefined, { ref: false })])
  client.close()
}

/** On a broken line imapflow may answer with nothing, which must not be taken for an answer. */
export const demandLife = async (client: ImapFlow): Promise<void> => {
  await client.noop()
  if (!client.usable) throw Object.assign(new Error('connection closed'), { code: 'EConnectionClosed' })
}
