import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Id } from '#src/domain/values/id.ts'
import type { MailOutcome } from '#src/services/ports/mails.ts'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { createIds } from '#src/store/ids.ts'
import { openKeyring, type Keyring } from '#src/store/keyring.ts'
import { destroyOldRaw } from '#src/store/mail-retention.ts'
import { createMails } from '#src/store/mails.ts'
import { createOverview } from '#src/store/overview.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { amsterdam } from '#test/support/universe.ts'

let database: TestDatabase
let open: OpenDatabase
let keyring: Keyring
beforeEach(async () => {
  database = await createTestDatabase()
  open = openDatabase(database.url, { max: 4, onError: () => undefined })
  keyring = await openKeyring(open.db, newKey())
})
afterEach(async () => {
  await open.close()
  await database.drop()
})

const arrived = amsterdam('2026-11-02T09:15')
const ids = createIds({ now: () => arrived })

let uid = 0
/** A mail that was handled some days after it came in, or waits since then. */
const handledMail = async (outcome: MailOutcome, days: number): Promise<Id<'mail'>> => {
  uid += 1
  const mails = createMails(open.db, keyring)
  const raw = Buffer.from(`mail ${String(uid)}`)
  const sighting = { mailbox: 'INBOX', uidValidity: '1', uid }
  const { id } = await mails.store(
    { sighting, receivedAt: arrived, raw, size: raw.length },
    ids.next(),
    `R${String(uid)}`,
  )
  await mails.settle(id, { outcome }, arrived.add({ hours: 24 * days }))
  return id
}

const rawOf = async (id: Id<'mail'>): Promise<Buffer | null | undefined> =>
  (await open.db.selectFrom('mails').select('raw').where('id', '=', id).executeTakeFirst())?.raw

const now = arrived.add({ hours: 24 * 40 })
const destroy = () => destroyOldRaw(open.db, { now, handledBefore: now.subtract({ hours: 24 * 30 }) })

describe('how long the bytes of a mail are kept', () => {
  it('destroys those of a mail that was handled long enough ago, and says when', async () => {
    const old = await handledMail('rejected_by_person', 9)
    const young = await handledMail('rejected_by_person', 11)
    expect(await destroy()).toBe(1)
    expect(await rawOf(old)).toBeNull()
    expect(await rawOf(young)).toBeInstanceOf(Buffer)
    const overview = createOverview(open.db, keyring)
    expect(await overview.mail(old)).toMatchObject({ outcome: 'rejected_by_person', rawDestroyedAt: now })
    expect((await overview.mail(young))?.rawDestroyedAt).toBeUndefined()
    expect(await overview.rawMail(old)).toBeUndefined()
  })

  it('destroys nothing that waits for a person, however long', async () => {
    const waiting = await handledMail('waiting', 0)
    expect(await destroy()).toBe(0)
    expect(await rawOf(waiting)).toBeInstanceOf(Buffer)
  })

  it('keeps what was added to a journey until that has ended', async () => {
    const attached = await handledMail('attached', 0)
    const journey = ids.next()
    const participant = ids.next()
    await sql`insert into keys.subject_keys (subject_id, wrapped) values (${participant}, '\\x00')`.execute(open.db)
    await sql`insert into participants (id, contract_id, data) values (${participant}, 'c', '\\x00')`.execute(open.db)
    await sql`insert into journeys (id, participant_id, contract_id, reference, status, state, journal_sequence, journal_hash, updated_at)
      values (${journey}, ${participant}, 'c', 'J1', 'invited', '\\x00', 1, '\\x00', now())`.execute(open.db)
    await open.db.updateTable('mails').set({ journey_id: journey }).where('id', '=', attached).execute()
    expect(await destroy()).toBe(0)
    await open.db.updateTable('journeys').set({ status: 'ended' }).where('id', '=', journey).execute()
    expect(await destroy()).toBe(1)
  })

  it('destroys all of them, also when there are more than it does at once', async () => {
    await sql`insert into mails (id, reference, raw, size, received_at, content_index, outcome, handled_at)
      select gen_random_uuid(), 'B' || n, '\\x00', 1, now(), decode(lpad(to_hex(n), 8, '0'), 'hex'), 'duplicate', ${arrived.toString()}::timestamptz
      from generate_series(1, 450) n`.execute(open.db)
    expect(await destroy()).toBe(450)
    expect(await destroy()).toBe(0)
  })
})
