import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Id } from '#src/domain/values/id.ts'
import type { MailOutcome, Mails } from '#src/services/ports/mails.ts'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { createIds } from '#src/store/ids.ts'
import { openKeyring, type Keyring } from '#src/store/keyring.ts'
import { createMails } from '#src/store/mails.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { amsterdam } from '#test/support/universe.ts'

let database: TestDatabase
let open: OpenDatabase
let mails: Mails
let keyring: Keyring
beforeEach(async () => {
  database = await createTestDatabase()
  open = openDatabase(database.url, { max: 4, onError: () => undefined })
  keyring = await openKeyring(open.db, newKey())
  mails = createMails(open.db, keyring)
})
afterEach(async () => {
  await open.close()
  await database.drop()
})

const now = amsterdam('2026-11-02T09:15')
const ids = createIds({ now: () => now })
const newId = (): Id<'mail'> => ids.next()
const marks = (messageId: string, likeness = 'x') => ({ messageId, likeness, stem: '' })

let references = 0
const store = (raw: Buffer | undefined, uid: number, mailbox = 'INBOX') => {
  references += 1
  return mails.store(
    { sighting: { mailbox, uidValidity: '1', uid }, receivedAt: now, raw, size: raw?.length ?? 99_000_000 },
    newId(),
    `R${String(references)}`,
  )
}

const count = async (table: 'mails' | 'mail_sightings'): Promise<number> => {
  const { n } = await open.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

const letter = Buffer.from('Subject: Aanmelding\r\n\r\nNaam deelnemer: Fatima Yilmaz\r\n')

describe('the mail ledger', () => {
  it('keeps the bytes as they came, sealed, before anybody reads them', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 0x80, 0xc3, 0x28])
    const { id, isNew } = await store(bytes, 1)
    expect(isNew).toBe(true)
    expect((await mails.read(id))?.raw).toEqual(bytes)
    const row = await open.db.selectFrom('mails').select(['raw', 'outcome']).executeTakeFirstOrThrow()
    expect(row.outcome).toBeNull()
    expect(row.raw?.includes(bytes)).toBe(false)
  })

  it('makes one row of the same mail, wherever and however often it was seen', async () => {
    const first = await store(letter, 1)
    for (const [uid, mailbox] of [
      [1, 'INBOX'],
      [7, 'INBOX'],
      [1, 'Archief'],
    ] as const)
      expect(await store(letter, uid, mailbox)).toEqual({ id: first.id, isNew: false })
    expect([await count('mails'), await count('mail_sightings')]).toEqual([1, 3])
  })

  it('makes one row when two readers store the same mail at the same time', async () => {
    const stored = await Promise.allSettled([1, 2, 3, 4].map((uid) => store(letter, uid)))
    expect(await count('mails')).toBe(1)
    // Who lost the race may fail: the reader stores it once more, and then it is known.
    for (const [index, result] of stored.entries()) if (result.status === 'rejected') await store(letter, index + 1)
    expect([await count('mails'), await count('mail_sightings')]).toEqual([1, 4])
  })

  it('keeps a mail that was too large to fetch as one per place, without bytes', async () => {
    const { id } = await store(undefined, 3)
    expect((await store(undefined, 3)).isNew).toBe(false)
    expect((await store(undefined, 4)).isNew).toBe(true)
    expect(await mails.read(id)).toMatchObject({ raw: undefined, size: 99_000_000 })
  })

  it('gives a mail one outcome: who comes second changes nothing', async () => {
    const { id } = await store(letter, 1)
    await mails.settle(id, { outcome: 'journey' }, now)
    await mails.settle(id, { outcome: 'rejected_by_person' }, now)
    expect(await mails.counts()).toEqual({ received: 1, handled: 1, waiting: 0, unread: 0 })
    const row = await open.db.selectFrom('mails').select('outcome').executeTakeFirstOrThrow()
    expect(row.outcome).toBe('journey')
    expect(await mails.read(id)).toBeUndefined()
    expect(await mails.claim(id, marks('a@b.example'), now)).toBeUndefined()
  })

  it('lets a person settle what waits, once', async () => {
    const { id } = await store(letter, 1)
    await mails.settle(id, { outcome: 'waiting', why: 'field_missing', words: 'Het klantnummer ontbreekt.' }, now)
    expect(await mails.waiting(id)).toMatchObject([{ why: 'field_missing', words: 'Het klantnummer ontbreekt.' }])
    await mails.settle(id, { outcome: 'accepted_by_person' }, now)
    await mails.settle(id, { outcome: 'rejected_by_person' }, now)
    expect(await mails.counts()).toMatchObject({ handled: 1, waiting: 0 })
    expect(await mails.waiting()).toEqual([])
  })

  it('balances: received is handled, waiting and unread together', async () => {
    const stored = []
    for (const uid of [1, 2, 3]) stored.push((await store(Buffer.from(`mail ${String(uid)}`), uid)).id)
    await mails.settle(stored[0]!, { outcome: 'journey' }, now)
    await mails.settle(stored[1]!, { outcome: 'waiting', why: 'no_contract' }, now)
    expect(await mails.counts()).toEqual({ received: 3, handled: 1, waiting: 1, unread: 1 })
  })

  it('recognises the Message-ID of a mail that was handled before', async () => {
    const first = await store(letter, 1)
    expect(await mails.claim(first.id, marks('a@b.example', 'een'), now)).toMatchObject({ id: first.id })
    const second = await store(Buffer.from('een andere inhoud'), 2)
    expect((await mails.claim(second.id, marks('a@b.example', 'een'), now))?.earlier).toBeUndefined()
    await mails.settle(first.id, { outcome: 'journey' }, now, marks('a@b.example', 'een'))
    const known = { id: first.id, outcome: 'journey', sameSender: false }
    expect((await mails.claim(second.id, marks('A@B.example', 'twee'), now))?.earlier).toEqual({
      ...known,
      alike: false,
    })
    expect((await mails.claim(second.id, marks('A@B.example', 'een'), now))?.earlier).toEqual({ ...known, alike: true })
  })

  it('recognises a mail that says the same under another Message-ID, while somebody has it', async () => {
    const twinOf = async (outcome: MailOutcome) => {
      const first = await store(Buffer.from(`eerste ${outcome}`), 1)
      await mails.settle(first.id, { outcome }, now, marks('een@b.example', outcome))
      const second = await store(Buffer.from(`tweede ${outcome}`), 2)
      const twin = (await mails.claim(second.id, marks('twee@b.example', outcome), now))?.twin
      return twin && [twin.id === first.id, twin.outcome]
    }
    expect(await twinOf('waiting')).toEqual([true, 'waiting'])
    for (const gone of ['journey', 'accepted_by_person', 'rejected_by_person', 'duplicate', 'aside'] as const)
      expect(await twinOf(gone)).toBeUndefined()
  })

  it('takes no two mails that could not be read for the same', async () => {
    const first = await store(letter, 1)
    await mails.settle(first.id, { outcome: 'waiting' }, now, marks('een@b.example', ''))
    const second = await store(Buffer.from('een andere inhoud'), 2)
    expect(await mails.claim(second.id, marks('een@b.example', ''), now)).toMatchObject({ earlier: { alike: false } })
    expect((await mails.claim(second.id, marks('een@b.example', ''), now))?.twin).toBeUndefined()
  })

  it('hands an unread mail out once while the lease lasts', async () => {
    const { id } = await store(letter, 1)
    const handed = await Promise.all([mails.unread(now, 60, 10), mails.unread(now, 60, 10)])
    expect(handed.flat()).toEqual([id])
    expect(await mails.unread(now.add({ seconds: 59 }), 60, 10)).toEqual([])
    expect(await mails.unread(now.add({ seconds: 61 }), 60, 10)).toEqual([id])
  })
})

describe('mails of one sender under one subject, handled at the same moment', () => {
  const stem = 'aanmelding m.devries@lansingerland.example'

  /** A referral that was looked at and is not settled yet, and beside it something else, which must not wait for long. */
  const besideReferral = async (work: (beside: Mails) => Promise<unknown>): Promise<unknown> => {
    const { id } = await store(letter, 1)
    return open.db.transaction().execute(async (first) => {
      await createMails(first, keyring).calledBackBy(id, stem)
      return open.db.transaction().execute(async (second) => {
        await sql`set local lock_timeout = '200ms'`.execute(second)
        return work(createMails(second, keyring))
      })
    })
  }

  it('lets two referrals go side by side', async () => {
    expect(await besideReferral((beside) => beside.calledBackBy(newId(), stem))).toBeUndefined()
  })

  it('has one that calls back wait until the referral is settled', async () => {
    await expect(besideReferral((beside) => beside.calledBack(newId(), stem, 'lansingerland'))).rejects.toThrow(
      /lock timeout/,
    )
  })
})
