import { ImapFlow } from 'imapflow'
import type { MailAccount } from '#src/inbox/sources/mail-source.ts'

/** One mail as a person's own mail program sees it. */
export interface SeenMail {
  readonly uid: number
  readonly flags: readonly string[]
  readonly raw: string
}

/** Does something in a mailbox, beside the program under test, as a person with a mail program does. */
export async function asPerson<Result>(
  { host, port, user, password }: MailAccount,
  work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = new ImapFlow({
    host,
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: password },
    logger: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}

/** What lies in a folder, looked at without marking anything; only what was received from a moment on, when it is given. */
export const lookIn = (account: MailAccount, folder: string, since = new Date(0)): Promise<SeenMail[]> =>
  asPerson(account, async (client) => {
    await client.mailboxOpen(folder, { readOnly: true })
    const uids: number[] = []
    for await (const { uid, internalDate } of client.fetch('1:*', { uid: true, internalDate: true }, { uid: true }))
      if (new Date(internalDate ?? 0) >= since) uids.push(uid)
    if (uids.length === 0) return []
    const mails = await client.fetchAll(uids.join(','), { uid: true, flags: true, source: true }, { uid: true })
    return mails.map(({ uid, flags, source }) => ({
      uid,
      flags: [...(flags ?? [])].filter((flag) => flag !== '\\Recent'),
      raw: source?.toString() ?? '',
    }))
  })

export const putIn = (account: MailAccount, folder: string, raw: Buffer, receivedAt: Date): Promise<unknown> =>
  asPerson(account, (client) => client.append(folder, raw, [], receivedAt))
