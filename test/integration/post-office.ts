import type { MailAccount } from '#src/inbox/sources/mail-source.ts'
import { dovecotLacks, openDovecotMailbox } from '../support/dovecot-mailbox.ts'
import { asPerson } from '../support/mail-client.ts'
import type { Scene } from './scene.ts'

export const handledFolder = 'Opkomst/verwerkt'
export const otherFolder = 'Aanmeldingen'

/** A mail server with INBOX, a folder for handled mail, and another one. */
export interface PostOffice {
  readonly account: MailAccount
  /** For an Opkomst that reads it. */
  readonly environment: Readonly<Record<string, string>>
  /** The same mails under other numbers, as after a repair of the server; only where Opkomst does not run. */
  readonly renumber?: () => Promise<void>
}

export interface PostOfficeKind {
  readonly name: string
  readonly lacking: readonly string[]
  open(scene: Scene): Promise<PostOffice>
}

const environmentOf = ({ user, host, port, password }: MailAccount) => ({
  IMAP_URL: `imap://${user}@${host}:${String(port)}`,
  IMAP_PASSWORD: password,
})

export const postOffices: readonly PostOfficeKind[] = [
  {
    name: 'the server in this process',
    lacking: [],
    async open({ provider: { mailbox } }) {
      const { host, port, user, password } = mailbox
      const account = { host, port, user, password, secure: false }
      await asPerson(account, (client) => client.mailboxCreate(otherFolder))
      return { account, environment: environmentOf(account) }
    },
  },
  {
    name: 'Dovecot',
    lacking: dovecotLacks(),
    async open(scene) {
      const box = openDovecotMailbox()
      scene.defer(() => Promise.resolve(box.close()))
      await asPerson(box.account, async (client) => {
        await client.mailboxCreate(handledFolder)
        await client.mailboxCreate(otherFolder)
      })
      return { account: box.account, environment: environmentOf(box.account), renumber: () => box.forgetNumbers() }
    },
  },
]
