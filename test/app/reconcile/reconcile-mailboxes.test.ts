import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '#src/app/clock.ts'
import { compareMailboxes, type CompareOptions } from '#src/app/reconcile/reconcile-mailboxes.ts'
import { createReferences } from '#src/app/references.ts'
import { createIds } from '#src/store/ids.ts'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { openKeyring, type Keyring } from '#src/store/keyring.ts'
import { createMails } from '#src/store/mails.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { account, inboxWith, mailAbout, startServer, type TestServer } from '../../inbox/sources/imap-server.ts'

let database: TestDatabase
let opened: OpenDatabase
let keyring: Keyring
const servers: TestServer[] = []
beforeEach(async () => {
  database = await createTestDatabase()
  opened = openDatabase(database.url, { max: 2, onError: () => {} })
  keyring = await openKeyring(opened.db, newKey())
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  await opened.close()
  await database.drop()
})

const serve = async (...subjects: string[]): Promise<TestServer> => {
  const server = await startServer(inboxWith(7, ...subjects.map(mailAbout)))
  servers.push(server)
  return server
}

const verb = () => ({
  mails: createMails(opened.db, keyring),
  ids: createIds(systemClock),
  references: createReferences(),
})

/** The mail about this is in the ledger, as seen in this place. */
const keep = (subject: string, uid: number, uidValidity = '7') => {
  const raw = Buffer.from(mailAbout(subject))
  const { mails, ids, references } = verb()
  const sighting = { mailbox: 'post/INBOX', uidValidity, uid }
  return mails.store({ sighting, raw, size: raw.length, receivedAt: systemClock.now() }, ids.next(), references.next())
}

const compare = (server: TestServer, options: Partial<CompareOptions> = {}, since?: Temporal.Instant) =>
  compareMailboxes(
    {
      db: opened.db,
      keyring,
      clock: systemClock,
      mailboxes: [
        { account: { ...account, port: server.port }, mailbox: 'INBOX', name: 'post/INBOX', ...(since && { since }) },
      ],
    },
    { thorough: true, settleMs: 0, ...options },
  )

describe('holding the mail server against the ledger', () => {
  it('knows a mail by its content, also where it was not seen before, and keeps that place', async () => {
    await keep('een', 1, '6')
    const server = await serve('een')
    expect(await compare(server)).toMatchObject({ known: 1, newPlaces: 1, notInLedger: 0, notOnServer: 0 })
    expect(await compare(server)).toMatchObject({ known: 1, newPlaces: 0 })
  })

  it('names what is not in the ledger, and what lies there twice or no more', async () => {
    await keep('een', 1)
    await keep('weg', 9)
    const found = await compare(await serve('een', 'onbekend', 'een'))
    expect(found).toMatchObject({ known: 2, again: 1, notInLedger: 1, notOnServer: 1, contradicted: [] })
    expect(found.named).toEqual([
      {
        mailbox: 'post/INBOX',
        uidValidity: '7',
        uid: 2,
        receivedAt: Temporal.Instant.from('2026-09-14T19:22:28Z'),
      },
    ])
  })

  it('takes in what is missing when asked, once', async () => {
    const server = await serve('onbekend')
    expect(await compare(server, { takeIn: verb() })).toMatchObject({ notInLedger: 1, takenIn: 1 })
    expect(await compare(server, { takeIn: verb() })).toMatchObject({ notInLedger: 0, takenIn: 0, known: 1 })
    const [row] = await opened.db.selectFrom('mails').select(['received_at', 'outcome']).execute()
    expect(row).toEqual({ received_at: new Date('2026-09-14T19:22:28Z'), outcome: null })
  })

  it('says so when a place holds another content than before: the server gave a number twice', async () => {
    await keep('een', 1)
    const found = await compare(await serve('iets anders'))
    expect(found.contradicted).toMatchObject([{ uid: 1, mailbox: 'post/INBOX' }])
  })

  it('only counts what is from before the first day', async () => {
    const found = await compare(await serve('oud'), {}, Temporal.Instant.from('2026-09-15T00:00:00Z'))
    expect(found).toMatchObject({ known: 0, notInLedger: 0, folders: [{ mails: 1, older: 1 }] })
  })

  it('fetches only what it has not seen, every day, and waits for the reader before it says that a mail is missing', async () => {
    const large = 'x'.repeat(200_000)
    await keep(large, 1)
    const server = await serve(large, 'net binnen')
    let sent = 0
    const watching = setInterval(() => (sent = Math.max(sent, server.sentBytes())), 1)
    const comparing = compare(server, { thorough: false, settleMs: 500 })
    setTimeout(() => void keep('net binnen', 2), 200)
    const found = await comparing
    clearInterval(watching)
    expect(found).toMatchObject({ known: 2, notInLedger: 0, named: [] })
    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThan(100_000)
  })
})
