import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { Temporal } from 'temporal-polyfill'
import { demandLife } from './imap-client.ts'
import { type ArrivedMail, largestMailBytes } from './mail-source.ts'

/** One mail as a listing names it. */
export interface ListedMail {
  readonly uid: number
  readonly size: number
  /** Absent when the server does not say. */
  readonly receivedAt: Temporal.Instant | undefined
}

/**
 * The mails from this number on, one by one as they come: an old mailbox may hold more than the memory should. `n:*` always returns the
 * last mail, also when its number is below n (RFC 3501, section 6.4.8). While it goes on nothing else may be asked of the server.
 */
export async function* listFrom(client: ImapFlow, uid: number): AsyncGenerator<ListedMail> {
  const query = { uid: true, size: true, internalDate: true }
  for await (const mail of client.fetch(`${uid}:*`, query, { uid: true }))
    if (mail.uid >= uid) yield { uid: mail.uid, size: mail.size ?? 0, receivedAt: toInstant(mail.internalDate) }
}

/** Whether the server received it before this moment; what has no date counts as new. */
export const isOlder = ({ receivedAt }: ListedMail, since: Temporal.Instant | undefined): boolean =>
  since !== undefined && receivedAt !== undefined && Temporal.Instant.compare(receivedAt, since) < 0

/** Its bytes without marking it as seen (BODY.PEEK), unless there are too many. Undefined when it was removed since it was listed. */
export const readOne = async (
  client: ImapFlow,
  { uid, size, receivedAt }: ListedMail,
  { mailbox, uidValidity, clock }: { mailbox: string; uidValidity: string; clock: { now(): Temporal.Instant } },
): Promise<ArrivedMail | undefined> => {
  const envelope = { mailbox, uidValidity, uid, internalDate: receivedAt ?? clock.now() }
  if (size > largestMailBytes) return { ...envelope, size }
  const fetched = await client.fetchOne(String(uid), peek, { uid: true })
  if (!fetched) {
    await demandLife(client)
    return undefined
  }
  return { ...envelope, ...bytesOf(fetched) }
}

/** Not in part: there are servers that give only the first of several. */
const inWhole = { uid: true, source: true }

/** As readOne, of several at once; those that were removed meanwhile are left out. */
export const peekMany = async (
  client: ImapFlow,
  mails: readonly ListedMail[],
  { mailbox, uidValidity, clock }: { mailbox: string; uidValidity: string; clock: { now(): Temporal.Instant } },
): Promise<ArrivedMail[]> => {
  const fetchable = mails.filter(({ size }) => size <= largestMailBytes).map(({ uid }) => uid)
  const fetched = new Map<number, Pick<ArrivedMail, 'size' | 'raw'>>()
  if (fetchable.length > 0)
    for await (const one of client.fetch(fetchable.join(','), inWhole, { uid: true }))
      fetched.set(one.uid, bytesOf(one))
  if (fetched.size < fetchable.length) await demandLife(client)
  return mails.flatMap(({ uid, size, receivedAt }) => {
    const bytes = size > largestMailBytes ? { size } : fetched.get(uid)
    return bytes ? [{ mailbox, uidValidity, uid, internalDate: receivedAt ?? clock.now(), ...bytes }] : []
  })
}

/** One byte over the limit is asked for, because a server may give a wrong size. */
const peek = { uid: true, source: { start: 0, maxLength: largestMailBytes + 1 } }

const bytesOf = ({ source }: FetchMessageObject): Pick<ArrivedMail, 'size' | 'raw'> => {
  if (source === undefined) throw new Error('the server lists a mail that it does not give')
  return { size: source.length, ...(source.length <= largestMailBytes ? { raw: source } : {}) }
}

const toInstant = (date: Date | string | undefined): Temporal.Instant | undefined => {
  const ms = date === undefined ? Number.NaN : new Date(date).getTime()
  return Number.isNaN(ms) ? undefined : Temporal.Instant.fromEpochMilliseconds(ms)
}
