import type { ImapFlow } from 'imapflow'
import type { Temporal } from 'temporal-polyfill'
import { createClient, demandLife, leave } from './imap-client.ts'
import { type ArrivedMail, largestMailBytes, type MailAccount } from './mail-source.ts'
import { ours } from './reader-trouble.ts'
import { isOlder, type ListedMail, listFrom, peekMany } from './received-mail.ts'

export interface WalkOptions {
  readonly account: MailAccount
  readonly mailbox: string
  /** What the server received earlier is only counted. */
  readonly since?: Temporal.Instant
  readonly clock: { now(): Temporal.Instant }
  /** Of these numbers, which are looked at; the others are only counted. */
  readonly wants: (uidValidity: string, uids: readonly number[]) => Promise<readonly number[]>
  /** Some mails, of which none stays in memory. */
  readonly onMails: (mails: readonly ArrivedMail[]) => Promise<void>
}

export interface Walked {
  /** How many lie there, and how many of those are from before the start. */
  readonly mails: number
  readonly older: number
}

/** Few enough to hold in memory, also when each is as large as a mail may be that is held in whole. */
const atOnce = 20
const bytesAtOnce = largestMailBytes
const askedAtOnce = 1_000

/** Looks at all that lies in a folder, without marking, moving or changing anything. @throws what a reader throws. */
export const walkMailbox = async (options: WalkOptions): Promise<Walked> => {
  const client = createClient(options.account)
  let lost: unknown
  client.on('error', (error: unknown) => (lost ??= error))
  try {
    await client.connect()
    const { uidValidity } = await client.mailboxOpen(options.mailbox, { readOnly: true })
    return await walk(client, String(uidValidity), options)
  } catch (error) {
    throw lost ?? error
  } finally {
    await leave(client)
  }
}

const walk = async (client: ImapFlow, uidValidity: string, options: WalkOptions): Promise<Walked> => {
  const { listed, older } = await listAll(client, options.since)
  for (let first = 0; first < listed.length; first += askedAtOnce) {
    const some = listed.slice(first, first + askedAtOnce)
    const uids = some.map(({ uid }) => uid)
    const wanted = new Set(await ours(options.wants(uidValidity, uids)))
    for (const batch of batchesOf(some.filter(({ uid }) => wanted.has(uid))))
      await ours(options.onMails(await peekMany(client, batch, { ...options, uidValidity })))
  }
  return { mails: listed.length + older, older }
}

const listAll = async (client: ImapFlow, since: Temporal.Instant | undefined) => {
  const listed: ListedMail[] = []
  let older = 0
  for await (const mail of listFrom(client, 1)) {
    if (isOlder(mail, since)) older += 1
    else listed.push(mail)
  }
  await demandLife(client) // half a list would hide what is missing in it
  return { listed: listed.sort((a, b) => a.uid - b.uid), older }
}

function* batchesOf(mails: readonly ListedMail[]): Generator<ListedMail[]> {
  let batch: ListedMail[] = []
  let bytes = 0
  for (const mail of mails) {
    const size = Math.min(mail.size, largestMailBytes)
    if (batch.length === atOnce || (batch.length > 0 && bytes + size > bytesAtOnce)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(mail)
    bytes += size
  }
  if (batch.length > 0) yield batch
}
