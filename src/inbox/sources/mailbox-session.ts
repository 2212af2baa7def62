import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FetchMessageObject, ImapFlow, type MailboxObject } from 'imapflow'
import { Temporal } from 'temporal-polyfill'
import {
  type ArrivedMail,
  largestMailBytes,
  type MailAccount,
  type MailboxPosition,
  type MailboxPositions,
} from './mail-source.ts'
import { TakingInFailed } from './reader-trouble.ts'
import { Wake } from './wake.ts'

export interface SessionOptions {
  readonly account: MailAccount
  readonly mailbox: string
  readonly positions: MailboxPositions
  readonly receive: (mail: ArrivedMail) => Promise<void>
  readonly clock: { now(): Temporal.Instant }
  /** How often the mailbox is looked at when the server says nothing, in milliseconds. */
  readonly pollMs: number
}

/**
 * One connection, from login until it is stopped (returns) or breaks (throws): reads what is new, waits, reads again. The mailbox
 * is opened read-only, so nothing that happens here can mark, move or remove a mail.
 */
export const runSession = async (options: SessionOptions, stop: AbortSignal, onIdle: () => void): Promise<void> => {
  const client = createClient(options.account)
  const wake = new Wake()
  listen(client, wake)
  const onStop = () => {
    wake.ring()
    setTimeout(() => client.close(), politeMs).unref()
  }
  stop.addEventListener('abort', onStop)
  try {
    await client.connect()
    await readUntilStopped(client, wake, options, stop, onIdle)
  } finally {
    stop.removeEventListener('abort', onStop)
    await leave(client)
  }
}

/** An 'error' event without a listener would end the process; 'close' comes too when the line breaks during IDLE. */
const listen = (client: ImapFlow, wake: Wake): void => {
  client.on('error', (error: unknown) => wake.fail(error))
  client.on('close', () => wake.fail(Object.assign(new Error('connection closed'), { code: 'EConnectionClosed' })))
  client.on('exists', () => wake.ring())
}

const readUntilStopped = async (
  client: ImapFlow,
  wake: Wake,
  options: SessionOptions,
  stop: AbortSignal,
  onIdle: () => void,
): Promise<void> => {
  let pushed = false
  let mailbox: MailboxObject | undefined
  while (!stop.aborted) {
    // Opened again on each poll: that is when a mailbox that was made anew shows its new UIDVALIDITY.
    if (mailbox === undefined || !pushed) mailbox = await client.mailboxOpen(options.mailbox, { readOnly: true })
    wake.throwIfFailed()
    await takeNewMail(client, String(mailbox.uidValidity), options, stop)
    if (stop.aborted) return
    onIdle()
    startIdle(client)
    pushed = await wake.wait(options.pollMs)
  }
}

/** The next command ends it; a server that has no IDLE, or refuses it, is polled all the same. */
const startIdle = (client: ImapFlow): void => {
  client.idle().catch(() => undefined)
}

/** In the order of arrival, one at a time; the position moves only behind a mail that has been taken in. */
const takeNewMail = async (
  client: ImapFlow,
  uidValidity: string,
  options: SessionOptions,
  stop: AbortSignal,
): Promise<void> => {
  const { mailbox, positions } = options
  const lastUid = lastUidOf(await ours(positions.load(mailbox)), uidValidity)
  for (const listed of await listAfter(client, lastUid)) {
    if (stop.aborted) return
    const mail = await readOne(client, listed, { mailbox, uidValidity, clock: options.clock })
    if (mail === undefined) continue
    await ours(options.receive(mail))
    await ours(positions.save(mailbox, { uidValidity, lastUid: mail.uid }))
  }
}

/** Another UIDVALIDITY: the old numbers mean nothing any more, all is read again and the ledger knows what it had. */
const lastUidOf = (position: MailboxPosition | undefined, uidValidity: string): number =>
  position?.uidValidity === uidValidity ? position.lastUid : 0

/** `n:*` always returns the last mail, also when its number is below n (RFC 3501, section 6.4.8): hence the filter. */
const listAfter = async (client: ImapFlow, lastUid: number): Promise<FetchMessageObject[]> => {
  const listed = await client.fetchAll(`${lastUid + 1}:*`, { uid: true, size: true, internalDate: true }, { uid: true })
  return listed.filter(({ uid }) => uid > lastUid).sort((a, b) => a.uid - b.uid)
}

/**
 * Undefined when the mail was removed since it was listed. On a broken line imapflow may also answer with nothing; then nothing more
 * comes through either, and the next wait says that the line is broken.
 */
const readOne = async (
  client: ImapFlow,
  { uid, size = 0, internalDate }: FetchMessageObject,
  { mailbox, uidValidity, clock }: { mailbox: string; uidValidity: string; clock: { now(): Temporal.Instant } },
): Promise<ArrivedMail | undefined> => {
  const envelope = { mailbox, uidValidity, uid, internalDate: toInstant(internalDate) ?? clock.now() }
  if (size > largestMailBytes) return { ...envelope, size }
  // One byte over the limit is asked for, because a server may give a wrong size.
  const query = { uid: true, source: { start: 0, maxLength: largestMailBytes + 1 } }
  const fetched = await client.fetchOne(String(uid), query, { uid: true })
  if (!fetched) return undefined
  if (fetched.source === undefined) throw new Error('the server lists a mail that it does not give')
  const length = fetched.source.length
  return { ...envelope, size: length, ...(length <= largestMailBytes ? { raw: fetched.source } : {}) }
}

/** Marks a failure as one on our side of the line. */
const ours = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work
  } catch (error) {
    throw new TakingInFailed(error)
  }
}

const toInstant = (date: Date | string | undefined): Temporal.Instant | undefined => {
  const ms = date === undefined ? Number.NaN : new Date(date).getTime()
  return Number.isNaN(ms) ? undefined : Temporal.Instant.fromEpochMilliseconds(ms)
}

/** How long a server may take to answer our LOGOUT, and a stop may wait for a running command. */
const politeMs = 500

const leave = async (client: ImapFlow): Promise<void> => {
  const left = client.logout().catch(() => undefined)
  await Promise.race([left, sleep(politeMs, undefined, { ref: false })])
  client.close()
}

const createClient = ({ host, port, user, password, secure, tls }: MailAccount): ImapFlow =>
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
    // A dead line is noticed when the poll's command gets no answer for so long.
    socketTimeout: 120_000,
  })

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
