import type { ImapFlow, MailboxObject } from 'imapflow'
import { Temporal } from 'temporal-polyfill'
import { createClient, demandLife, leave, politeMs, usualDeadLineMs } from './imap-client.ts'
import type { ArrivedMail, MailAccount, MailboxPosition, MailboxPositions } from './mail-source.ts'
import { ours } from './reader-trouble.ts'
import { isOlder, type ListedMail, listFrom, readOne } from './received-mail.ts'
import { Wake } from './wake.ts'

export interface SessionOptions {
  readonly account: MailAccount
  readonly mailbox: string
  readonly positions: MailboxPositions
  readonly receive: (mail: ArrivedMail) => Promise<void>
  readonly clock: { now(): Temporal.Instant }
  /** How often the mailbox is looked at when the server says nothing, in milliseconds. */
  readonly pollMs: number
  /** What the server received earlier is passed over; absent: nothing is. */
  readonly since?: Temporal.Instant
  /** Told how many were passed over. */
  readonly onOlder?: (mails: number) => void
  /** After how many milliseconds without an answer the line counts as dead; two minutes unless given. */
  readonly deadLineMs?: number
}

/**
 * One connection, from login until it is stopped (returns) or breaks (throws): reads what is new, waits, reads again. The mailbox
 * is opened read-only, so nothing that happens here can mark, move or remove a mail.
 */
export const runSession = async (options: SessionOptions, stop: AbortSignal, onIdle: () => void): Promise<void> => {
  const client = createClient(options.account, options.deadLineMs)
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
    if (mailbox === undefined || !pushed)
      mailbox = await answered(client.mailboxOpen(options.mailbox, { readOnly: true }), options)
    else await answered(client.noop(), options)
    wake.throwIfFailed()
    await takeNewMail(client, String(mailbox.uidValidity), options, stop)
    if (stop.aborted) return
    onIdle()
    startIdle(client)
    pushed = await wake.wait(options.pollMs)
  }
}

/**
 * What comes first after IDLE must be answered in time. The client's own watch does not count an IDLE that the server never took up: it
 * would wait for that for ever.
 */
const answered = async <Answer>(
  asked: Promise<Answer>,
  { deadLineMs = usualDeadLineMs }: Pick<SessionOptions, 'deadLineMs'>,
): Promise<Answer> => {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(Object.assign(new Error('no answer'), { code: 'ETIMEOUT' })), deadLineMs)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The next command ends it; a server that has no IDLE, or refuses it, is polled all the same. */
const startIdle = (client: ImapFlow): void => {
  client.idle().catch(() => undefined)
}

/** In the order of arrival, one at a time; the position moves only behind a mail that has been taken in, or is from before the start. */
const takeNewMail = async (
  client: ImapFlow,
  uidValidity: string,
  options: SessionOptions,
  stop: AbortSignal,
): Promise<void> => {
  const { mailbox, positions, since } = options
  const moveTo = (lastUid: number) => ours(positions.save(mailbox, { uidValidity, lastUid, ...(since && { since }) }))
  const lastUid = lastUidOf(await ours(positions.load(mailbox)), uidValidity, since)
  const { listed, older, lastOlder } = await listAfter(client, lastUid, since, stop)
  for (const one of listed) {
    if (stop.aborted) return
    const mail = await readOne(client, one, { ...options, uidValidity })
    if (mail) await ours(options.receive(mail))
    await moveTo(one.uid)
  }
  if (stop.aborted || older === 0) return
  if (lastOlder > (listed.at(-1)?.uid ?? 0)) await moveTo(lastOlder)
  options.onOlder?.(older)
}

/** Another UIDVALIDITY: the old numbers mean nothing any more, all is read again and the ledger knows what it had. An earlier start too. */
const lastUidOf = (
  position: MailboxPosition | undefined,
  uidValidity: string,
  since: Temporal.Instant | undefined,
): number => {
  if (position?.uidValidity !== uidValidity) return 0
  const passedOver =
    position.since !== undefined && (since === undefined || Temporal.Instant.compare(since, position.since) < 0)
  return passedOver ? 0 : position.lastUid
}

interface Listing {
  /** What is to be read, in order. */
  readonly listed: readonly ListedMail[]
  /** How many are from before the start, and the number of the last of them. */
  readonly older: number
  readonly lastOlder: number
}

const listAfter = async (
  client: ImapFlow,
  lastUid: number,
  since: Temporal.Instant | undefined,
  stop: AbortSignal,
): Promise<Listing> => {
  const listed: ListedMail[] = []
  let [older, lastOlder] = [0, 0]
  for await (const mail of listFrom(client, lastUid + 1)) {
    if (stop.aborted) break
    if (isOlder(mail, since)) {
      older += 1
      lastOlder = Math.max(lastOlder, mail.uid)
    } else listed.push(mail)
  }
  if (older + listed.length > 0 && !stop.aborted) await demandLife(client) // half a list would hide what is missing in it
  return { listed: listed.sort((a, b) => a.uid - b.uid), older, lastOlder }
}
