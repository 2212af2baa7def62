import { readFile } from 'node:fs/promises'
import type { MailAccount } from '#src/inbox/sources/mail-source.ts'
import type { Config, MailServer, Secrets } from '../config/config.ts'
import { demoMailboxName } from './data-origin.ts'
import { demoMails } from './demo-mails.ts'
import { openDemoPost } from './demo-post.ts'
import { exitCodes, Refusal } from './stop-reason.ts'
import type { Installation } from './installation.ts'

export interface MailboxToRead {
  readonly account: MailAccount
  readonly mailbox: string
  /** Under which is kept what was seen where: two servers may both have an INBOX. */
  readonly name: string
  /** For the terminal. */
  readonly place: string
}

export interface MailAccountOptions {
  readonly config: Config
  readonly secrets: Pick<Secrets, 'imapPassword'>
  readonly installation: Pick<Installation, 'loaded' | 'rows'>
  /** Whether this process has the demo's own mailbox, when the configuration names no real one. */
  readonly demoMailbox: boolean
}

/** A real account, as the configuration has it. */
export async function imapAccount(
  { host, port, secure, user, caFile }: MailServer & { readonly caFile?: string },
  password: string,
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

/** Of a real mailbox. */
export const mailboxName = ({ user, host, mailbox }: NonNullable<Config['imap']>): string =>
  `${user}@${host}/${mailbox}`

/** The mailbox that this process may read; absent for a worker of a demo: the one of `start` lives in that process. */
export async function mailboxToRead(
  stack: AsyncDisposableStack,
  { config, secrets, installation, demoMailbox }: MailAccountOptions,
): Promise<MailboxToRead | undefined> {
  const { imap } = config
  if (imap) {
    const account = await imapAccount(imap, secrets.imapPassword ?? '')
    return { account, mailbox: imap.mailbox, name: mailboxName(imap), place: `${imap.user} op ${imap.host}` }
  }
  if (!demoMailbox) return undefined
  const { provider } = installation.loaded.knowledge.installation
  const post = await openDemoPost({
    user: provider.mail,
    mails: config.demo ? demoMails(installation.loaded.knowledge.installation, config.authservId ?? '') : [],
    received: (await installation.rows.mails.counts()).received,
  })
  stack.defer(() => post.stop())
  return {
    account: post.account,
    mailbox: 'INBOX',
    name: demoMailboxName,
    place: `demo op ${post.account.host}:${String(post.account.port)}`,
  }
}
