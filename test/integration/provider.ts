import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { projectRoot } from '#src/app/config/env.ts'
import { startDemoMailbox, type DemoMailbox } from '#src/app/embedded/demo-mailbox.ts'
import { startSmtpSink, type SmtpSink } from '#src/app/embedded/smtp-sink.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import { Installation } from '#src/domain/installation.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts'
import { authserv } from './people.ts'
import type { Place } from './records.ts'

/** A mail as the other side got it. */
export interface ReceivedMail {
  readonly to: string
  /** Headers and text, as they crossed the line. */
  readonly raw: string
}

/** That a mail of theirs arrived, as a machine says it; nothing about a participant. */
export const isReceipt = ({ raw }: ReceivedMail): boolean => /^Auto-Submitted: auto-replied/m.test(raw)

/** What surrounds Opkomst at a provider: a database, a mailbox, a mail server and the texts that its people edit. */
export interface Provider {
  readonly folder: string
  readonly database: TestDatabase
  readonly mailbox: DemoMailbox
  readonly sink: SmtpSink
  /** What the mail server was handed, in order. */
  readonly received: readonly ReceivedMail[]
  /** Where what it stores can be read, beside the running program. */
  readonly place: Place
  /** The environment of an Opkomst that works here. */
  readonly environment: Readonly<Record<string, string>>
  /** As the mail server of the provider takes it in, at this moment of the clock. */
  deliver(raw: Buffer): void
  /** What happens between the mail server's taking a mail and its saying so. */
  beforeAnswer(work: () => Promise<void>): void
  close(): Promise<void>
}

const user = 'aanmelding'
const password = 'g3heim-woord'

export async function openProvider(clock: Clock, coaches = usualCoaches): Promise<Provider> {
  const folder = makeTemporaryFolder()
  const received: ReceivedMail[] = []
  let meanwhile = (): Promise<void> => Promise.resolve()
  const database = await createTestDatabase()
  const mailbox = await startDemoMailbox({ user, password })
  const sink = await startSmtpSink({
    async onMail(raw, { to }) {
      received.push({ to: to.join(), raw: raw.toString() })
      await meanwhile()
    },
  })
  const masterKey = randomBytes(32)
  const textsDir = textsWithRoom(folder, coaches)
  return {
    folder,
    database,
    mailbox,
    sink,
    received,
    place: { url: database.url, masterKey, textsDir },
    environment: {
      DATA_DIR: path.join(folder, 'data'),
      TEXTS_DIR: textsDir,
      PORT: '0',
      DATABASE_URL: database.url,
      MASTER_KEY: masterKey.toString('base64'),
      IMAP_URL: `imap://${user}@${mailbox.host}:${String(mailbox.port)}`,
      IMAP_PASSWORD: password,
      AUTHSERV_ID: authserv,
      // Invented domains have no keys in DNS, and a test asks nobody outside this machine.
      DKIM_CHECK: 'off',
      SMTP_URL: `smtp://${sink.host}:${String(sink.port)}`,
      SENDING: 'on',
    },
    deliver: (raw) => mailbox.deliver(raw, new Date(clock.now().epochMilliseconds)),
    beforeAnswer(work) {
      meanwhile = work
    },
    async close() {
      await mailbox.stop()
      await sink.stop()
      await database.drop()
      removeFolder(folder)
    },
  }
}

const edited = ['contracts', 'flows', 'templates']
const usualCoaches = 12

/** The texts of the project, with more coaches than the demo has: an agenda that does not run full. */
function textsWithRoom(folder: string, coaches: number): string {
  const texts = path.join(folder, 'texts')
  mkdirSync(path.join(texts, 'config'), { recursive: true })
  // Copies, not links: a test may break them.
  for (const name of edited) cpSync(path.join(projectRoot, name), path.join(texts, name), { recursive: true })
  const seed = readFileSync(path.join(projectRoot, 'config', 'installation.yaml'), 'utf8')
  writeFileSync(
    path.join(texts, 'config', 'installation.yaml'),
    stringify(withRoom(Installation.parse(parse(seed)), coaches)),
  )
  return texts
}

const withRoom = (installation: Installation, coaches: number): Installation => ({
  ...installation,
  coaches: installation.coaches.flatMap((coach) =>
    Array.from({ length: coaches / 2 }, (_, number) => ({ ...coach, id: `${coach.id}-${String(number + 1)}` })),
  ),
})
