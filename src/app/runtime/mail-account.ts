import { readFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import type { MailAccount } from '#src/inbox/sources/mail-source.ts'
import { dayWithYear } from '#src/services/words.ts'
import { firstStartOf } from '#src/store/mailbox-positions.ts'
import type { Config, MailIn, MailServer, Secrets } from '../config/config.ts'
import { demoMailboxName } from './data-origin.ts'
import { demoMails } from './demo-mails.ts'
import { openDemoPost } from './demo-post.ts'
import { exitCodes, Refusal } from './stop-reason.ts'
import { zone } from '../zone.ts'
import type { Installation } from './installation.ts'

export interface MailboxToRead {
  readonly account: MailAccount
  readonly mailbox: string
  /** Under which is kept what was seen where: two servers may both have an INBOX. */
  readonly name: string
  /** Where what was handled goes; absent: nowhere. */
  readonly handled?: { readonly mailbox: string; readonly name: string }
  /** What the server received earlier is passed over; absent: nothing is. */
  readonly since?: Temporal.Instant
}

export interface MailboxesToRead {
  readonly mailboxes: readonly MailboxToRead[]
  /** For the terminal. */
  readonly place: string
}

export interface MailAccountOptions {
  readonly config: Config
  readonly secrets: Pick<Secrets, 'imapPassword' | 'imapSecondPassword'>
  readonly installation: Pick<Installation, 'db' | 'loaded' | 'rows' | 'verb'>
  /** Whether this process has the demo's own mailbox, when the configuration names no real one. */
  readonly demoMailbox: boolean
}

/** A real account, as the configuration has it. */
async function imapAccount(
  { host, port, secure, user }: MailServer,
  password: string,
  caFile: string | undefined,
): Promise<MailAccount> {
  const ca = caFile === undefined ? undefined : await readFile(caFile, 'utf8').catch(() => noCertificate())
  return { host, port, secure, user, password, ...(ca !== undefined && { tls: { ca } }) }
}

function noCertificate(): never {
  throw new Refusal(
    'IMAP_CA_FILE is niet te lezen: zet het op een bestand met een certificaat (PEM).',
    exitCodes.configuration,
  )
}

/** Every folder of every real account that is read, and where what was handled in it goes. */
export async function realMailboxes(
  imap: MailIn,
  secrets: MailAccountOptions['secrets'],
): Promise<Omit<MailboxToRead, 'since'>[]> {
  const { second } = imap
  const accounts = [
    { server: imap, password: secrets.imapPassword },
    ...(second ? [{ server: second, password: secrets.imapSecondPassword }] : []),
  ]
  const found: Omit<MailboxToRead, 'since'>[] = []
  for (const { server, password = '' } of accounts) {
    const account = await imapAccount(server, password, imap.caFile)
    const nameOf = (mailbox: string): string => `${server.user}@${server.host}/${mailbox}`
    const { handledMailbox: handled } = imap
    for (const mailbox of imap.mailboxes)
      found.push({
        account,
        mailbox,
        name: nameOf(mailbox),
        ...(handled !== undefined && { handled: { mailbox: handled, name: nameOf(handled) } }),
      })
  }
  return found
}

/** The moment from which a real mailbox is taken in; absent: all of it. Kept at its first start, also when a setting decides. */
async function sinceOf(
  { db, verb }: Pick<Installation, 'db' | 'verb'>,
  name: string,
  setting: MailIn['since'],
): Promise<Temporal.Instant | undefined> {
  const set = setting === undefined || setting === 'all' ? undefined : startOfDay(Temporal.PlainDate.from(setting))
  const today = startOfDay(verb.clock.now().toZonedDateTimeISO(zone).toPlainDate())
  const kept = await firstStartOf(db, name, setting === undefined ? today : set)
  return setting === undefined ? kept : set
}

const startOfDay = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(zone).toInstant()

/** Every folder of every real account, with the moment from which it is taken in. */
export async function realMailboxesToRead(
  imap: MailIn,
  secrets: MailAccountOptions['secrets'],
  installation: Pick<Installation, 'db' | 'verb'>,
): Promise<MailboxToRead[]> {
  const mailboxes: MailboxToRead[] = []
  for (const mailbox of await realMailboxes(imap, secrets)) {
    const since = await sinceOf(installation, mailbox.name, imap.since)
    mailboxes.push({ ...mailbox, ...(since && { since }) })
  }
  return mailboxes
}

/** The mailboxes that this process may read; none for a worker of a demo: the one of `start` lives in that process. */
export async function mailboxesToRead(
  stack: AsyncDisposableStack,
  { config: { imap, ...config }, secrets, installation, demoMailbox }: MailAccountOptions,
): Promise<MailboxesToRead> {
  if (imap) {
    const mailboxes = await realMailboxesToRead(imap, secrets, installation)
    return { mailboxes, place: placeOf(imap, mailboxes) }
  }
  if (!demoMailbox) return { mailboxes: [], place: 'geen' }
  const { provider } = installation.loaded.knowledge.installation
  const post = await openDemoPost({
    user: provider.mail,
    mails: config.demo ? demoMails(installation.loaded.knowledge.installation, config.authservId ?? '') : [],
    received: (await installation.rows.mails.counts()).received,
  })
  stack.defer(() => post.stop())
  return {
    mailboxes: [{ account: post.account, mailbox: 'INBOX', name: demoMailboxName }],
    place: `demo op ${post.account.host}:${String(post.account.port)}`,
  }
}

function placeOf({ mailboxes: folders, ...imap }: MailIn, mailboxes: readonly MailboxToRead[]): string {
  const accounts = [imap, ...(imap.second ? [imap.second] : [])].map(({ user, host }) => `${user} op ${host}`)
  const which = folders.length > 1 || folders[0] !== 'INBOX' ? ` (${folders.join(', ')})` : ''
  const days = new Set(mailboxes.map(({ since }) => (since ? dayWithYear(since, zone) : 'het begin')))
  return `${accounts.join(' en ')}${which}: mail die is ontvangen vanaf ${[...days].join(' of ')} (IMAP_SINCE)`
}
