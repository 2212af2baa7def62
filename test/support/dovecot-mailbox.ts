import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MailAccount } from '#src/inbox/sources/mail-source.ts'

const dovecotNeeds = ['OPKOMST_TEST_IMAP_URL', 'OPKOMST_TEST_MAILDIR'] as const

/** Which of the variables that a test on Dovecot needs are not set. */
export const dovecotLacks = (): string[] => dovecotNeeds.filter((name) => !process.env[name])

/** A mailbox of a test alone on the tests' Dovecot, with its files beside it. */
export interface DovecotMailbox {
  readonly account: MailAccount
  /** As a setting, without the password. */
  readonly url: string
  readonly password: string
  /** As a mail server delivers: written elsewhere, then moved, so that nobody sees half a mail. */
  deliver(raw: Buffer | string, receivedAt?: Date): void
  /** A folder beside INBOX. */
  makeFolder(name: string): void
  /** Where the files of a folder are. */
  folder(name?: string): string
  /** The files in a folder; the ends of their names are the flags. */
  files(folder?: string): string[]
  /** Makes the mailbox as if it were new, with the same mails: another UIDVALIDITY, other numbers. */
  forgetNumbers(): Promise<void>
  /** Removes every mail in it, as somebody who cleans up does. */
  empty(): void
  close(): void
}

export function openDovecotMailbox(): DovecotMailbox {
  const url = new URL(process.env['OPKOMST_TEST_IMAP_URL'] ?? '')
  const first = process.env['OPKOMST_TEST_MAILDIR'] ?? ''
  const { uid, gid } = statSync(first)
  const user = `test-${randomBytes(5).toString('hex')}`
  const home = path.resolve(first, '../..', user)
  const maildir = path.join(home, 'Maildir')
  for (const folder of ['', 'Maildir', 'Maildir/tmp', 'Maildir/new', 'Maildir/cur']) {
    mkdirSync(path.join(home, folder))
    chownSync(path.join(home, folder), uid, gid)
  }
  const password = decodeURIComponent(url.password)
  let delivered = 0
  const folderOf = (name?: string): string => (name === undefined ? maildir : path.join(maildir, `.${name}`))
  const files = (folder?: string): string[] =>
    ['new', 'cur'].flatMap((place) =>
      readdirSync(path.join(folderOf(folder), place)).map((name) => path.join(place, name)),
    )
  const indexes = (): string[] => readdirSync(maildir).filter((name) => name.startsWith('dovecot'))
  /** Dovecot takes the second in which it first saw a mailbox for its UIDVALIDITY: within that second it would be the same again. */
  const madeInSecond = (): number => {
    const [, second] = / V(\d+) /.exec(readFileSync(path.join(maildir, 'dovecot-uidlist'), 'utf8')) ?? []
    if (second === undefined) throw new Error('Dovecot wrote no UIDVALIDITY')
    return Number(second)
  }
  return {
    account: { host: url.hostname, port: Number(url.port), user, password, secure: false },
    url: `imap://${user}@${url.host}`,
    password,
    deliver(raw, receivedAt = new Date()) {
      const name = `${String(1_000_000 + (delivered += 1))}.${user}.test`
      const file = path.join(maildir, 'tmp', name)
      writeFileSync(file, raw, { mode: 0o644 })
      chownSync(file, uid, gid)
      utimesSync(file, receivedAt, receivedAt) // which Dovecot takes for INTERNALDATE
      renameSync(file, path.join(maildir, 'new', name))
    },
    makeFolder(name) {
      for (const part of ['', 'tmp', 'new', 'cur']) {
        mkdirSync(path.join(folderOf(name), part))
        chownSync(path.join(folderOf(name), part), uid, gid)
      }
    },
    folder: folderOf,
    files,
    async forgetNumbers() {
      while (Date.now() < (madeInSecond() + 1) * 1000) await sleep(50)
      for (const name of indexes()) rmSync(path.join(maildir, name))
    },
    empty() {
      for (const file of files()) rmSync(path.join(maildir, file))
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}
