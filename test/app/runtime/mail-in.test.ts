import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '#src/app/clock.ts'
import { startDemoMailbox, type DemoMailbox } from '#src/app/embedded/demo-mailbox.ts'
import { createMailIn, type MailIn } from '#src/app/runtime/mail-in.ts'
import { createReferences } from '#src/app/references.ts'
import type { ArrivedMail } from '#src/services/ports/mails.ts'
import { asId } from '#src/domain/values/id.ts'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { createIds } from '#src/store/ids.ts'
import { createLeases } from '#src/store/leases.ts'
import { createMailboxPositions } from '#src/store/mailbox-positions.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { until } from '#test/support/until.ts'

let database: TestDatabase
let opened: OpenDatabase
let mailbox: DemoMailbox
let readers: MailIn[]

beforeEach(async () => {
  database = await createTestDatabase()
  opened = openDatabase(database.url, { max: 4, onError: () => {} })
  mailbox = await startDemoMailbox({ user: 'post', password: 'goed' })
  readers = []
})
afterEach(async () => {
  for (const reader of readers) await reader.stop()
  await mailbox.stop()
  await opened.close()
  await database.drop()
})

interface Reader {
  readonly mailIn: MailIn
  readonly taken: ArrivedMail[]
  readonly states: string[]
}

function reader(owner: string): Reader {
  const taken: ArrivedMail[] = []
  const states: string[] = []
  const store = (mail: ArrivedMail) => {
    taken.push(mail)
    return Promise.resolve({ id: asId<'mail'>('01a1fdc0-1a5c-753a-974b-b3113aa7d93b'), isNew: true })
  }
  const mailIn = createMailIn({
    account: { host: mailbox.host, port: mailbox.port, user: 'post', password: 'goed', secure: false },
    mailbox: 'INBOX',
    name: 'demo/INBOX',
    verb: { mails: { store }, ids: createIds(systemClock), references: createReferences() },
    positions: createMailboxPositions(opened.db),
    leases: createLeases(opened.db),
    clock: systemClock,
    owner,
    onStored: () => {},
    onState: ({ kind }) => states.push(kind),
    onError: () => {},
  })
  readers.push(mailIn)
  return { mailIn, taken, states }
}

describe('reading a mailbox under a lease', { timeout: 30_000 }, () => {
  it('hands over each mail with where and when it was seen, under the whole name of the mailbox', async () => {
    const { mailIn, taken } = reader('one')
    mailIn.start()
    mailbox.deliver('From: a@b.example\r\n\r\nhallo')
    await until('the mail', () => taken.length === 1)
    expect(taken[0]).toMatchObject({ sighting: { mailbox: 'demo/INBOX', uid: 1 }, size: 26 })
  })

  it('leaves the mailbox to whoever has it, and takes over when that one stops, from where it was', async () => {
    const [first, second] = [reader('one'), reader('two')]
    first.mailIn.start()
    await until('the first to read', () => first.states.includes('idle'))
    second.mailIn.start()
    await until('the second to see that', () => second.states.includes('elsewhere'))
    mailbox.deliver('From: a@b.example\r\n\r\neerste')
    await until('the first mail', () => first.taken.length === 1)
    await first.mailIn.stop()
    mailbox.deliver('From: a@b.example\r\n\r\ntweede')
    await until('the second mail', () => second.taken.length === 1)
    expect(second.taken[0]?.raw?.toString()).toContain('tweede')
    expect(first.taken).toHaveLength(1)
  })
})
