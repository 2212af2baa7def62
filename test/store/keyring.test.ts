import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { newKey, open, seal } from '#src/store/encryption.ts'
import {
  addSubjectKey,
  destroySubjectKey,
  openKeyring,
  rotateMasterKey,
  subjectKey,
  WrongMasterKey,
} from '#src/store/keyring.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'

let database: TestDatabase
let opened: OpenDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  opened = openDatabase(database.url, { max: 4, onError: () => undefined })
})
afterEach(async () => {
  await opened.close()
  await database.drop()
})

const subject = '00000000-0000-7000-8000-00000000abcd'

describe('the key store', () => {
  it('belongs to the first master key it was opened with, and refuses any other', async () => {
    const master = newKey()
    await openKeyring(opened.db, master)
    await openKeyring(opened.db, master)
    await expect(openKeyring(opened.db, newKey())).rejects.toThrow(WrongMasterKey)
  })

  it('is bound to one of two processes that start on it at the same time', async () => {
    const started = await Promise.allSettled([newKey(), newKey()].map((master) => openKeyring(opened.db, master)))
    expect(started.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  })

  it('refuses the start when its own key is gone', async () => {
    const master = newKey()
    await openKeyring(opened.db, master)
    await addSubjectKey(opened.db, await openKeyring(opened.db, master), subject)
    await opened.db.deleteFrom('keys.subject_keys').where('subject_id', '!=', subject).execute()
    await expect(openKeyring(opened.db, master)).rejects.toThrow('restore the backup of the keys')
  })

  it('gives each subject a key of its own, the same again later, and none after it was destroyed', async () => {
    const keyring = await openKeyring(opened.db, newKey())
    const key = await addSubjectKey(opened.db, keyring, subject)
    const sealed = seal(key, 'here', 'Fatima')
    const again = await subjectKey(opened.db, keyring, subject)
    expect(again && open(again, 'here', sealed).toString()).toBe('Fatima')
    await destroySubjectKey(opened.db, subject)
    expect(await subjectKey(opened.db, keyring, subject)).toBeUndefined()
    const row = await opened.db
      .selectFrom('keys.subject_keys')
      .selectAll()
      .where('subject_id', '=', subject)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ wrapped: null })
    expect(row.destroyed_at).toBeInstanceOf(Date)
  })

  it('opens everything with a new master key after it was changed, and nothing with the old one', async () => {
    const [from, to] = [newKey(), newKey()]
    const before = await openKeyring(opened.db, from)
    const sealed = seal(await addSubjectKey(opened.db, before, subject), 'here', 'Fatima')
    const index = before.index('phone', '+31612345671')
    expect(await rotateMasterKey(opened.db, from, to)).toBe(2)
    await expect(openKeyring(opened.db, from)).rejects.toThrow(WrongMasterKey)
    const after = await openKeyring(opened.db, to)
    const key = await subjectKey(opened.db, after, subject)
    expect(key && open(key, 'here', sealed).toString()).toBe('Fatima')
    expect(after.index('phone', '+31612345671'), 'what was indexed is still found').toEqual(index)
  })

  it('changes nothing when it is asked with a wrong key', async () => {
    const master = newKey()
    await openKeyring(opened.db, master)
    await expect(rotateMasterKey(opened.db, newKey(), newKey())).rejects.toThrow(WrongMasterKey)
    await openKeyring(opened.db, master)
  })

  it('does not open a key that was moved to another subject', async () => {
    const keyring = await openKeyring(opened.db, newKey())
    await addSubjectKey(opened.db, keyring, subject)
    const other = subject.replace('abcd', 'ef01')
    await opened.db
      .insertInto('keys.subject_keys')
      .columns(['subject_id', 'wrapped'])
      .expression((eb) =>
        eb
          .selectFrom('keys.subject_keys')
          .select((select) => [select.val(other).as('subject_id'), 'wrapped'])
          .where('subject_id', '=', subject),
      )
      .execute()
    await expect(subjectKey(opened.db, keyring, other)).rejects.toThrow('authenticate')
  })
})
