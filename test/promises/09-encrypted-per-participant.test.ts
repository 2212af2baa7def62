import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newKey, open, seal } from '#src/store/encryption.ts'
import { destroySubjectKey, openKeyring, rotateMasterKey, subjectKey } from '#src/store/keyring.ts'
import { everyColumn } from './everything-readable.ts'
import { textsWithPhotos } from '#test/support/photo-texts.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'
import { createTestUniverse, projectTexts } from '#test/support/universe.ts'
import { createRig, person, referral, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const bytea = (text: string): string => Buffer.from(text).toString('hex')

it('lets nobody read a name, number, address, answer or reason in a copy of the database', async () => {
  const journeyId = await rig.invited()
  await rig.write('ik heb een sollicitatiegesprek', 'a')
  await rig.handlers.messages({ journeyId })
  const columns = (await everyColumn(rig)).join('\n').toLowerCase()
  const personal = [
    'Fatima',
    'Yilmaz',
    person.clientNumber,
    '31612345671',
    '12345671',
    'Mieke',
    'm.devries',
    'sollicitatie',
    'job_interview',
  ]
  for (const word of personal) {
    expect(columns, word).not.toContain(word.toLowerCase())
    expect(columns, `${word} as bytes`).not.toContain(bytea(word))
  }
})

it('makes a person unreadable by destroying one key', async () => {
  const id = await rig.invited()
  const participant = (await rig.load(id))?.journey.participantId ?? ''
  await destroySubjectKey(rig.db, participant)
  expect(await subjectKey(rig.db, rig.keyring, participant)).toBeUndefined()
  expect(await rig.load(id)).toBeUndefined()
})

it('leaves neither bytes nor a key of a photo of proof that was looked at, nor keeps one that nobody may send', async () => {
  const folder = makeTemporaryFolder()
  const letter = Buffer.from('%PDF-1.7 aan Fatima Yilmaz')
  for (const texts of [textsWithPhotos(folder), projectTexts]) {
    const universe = await createTestUniverse('2026-11-02T09:15', texts)
    await universe.arrive(referral('een'))
    await universe.settle()
    await universe.write('+31612345671', 'ik kan niet, ik heb dan een sollicitatiegesprek')
    await universe.settle()
    await universe.write('+31612345671', { kind: 'document', media: letter })
    const stored = await universe.database.selectFrom('proof_photos').select(['id', 'bytes']).execute()
    expect(stored).toHaveLength(texts === projectTexts ? 0 : 1)
    await universe.settle()
    const [journeyId] = await universe.journeys()
    const cancelled = journeyId && (await universe.journey(journeyId))?.journey.attendances[0]
    if (!cancelled) throw new Error('somebody cancelled')
    const seen = { type: 'see_proof', attendanceId: cancelled.id } as const
    await universe.command(journeyId, seen, { kind: 'staff', id: 'test' })
    expect(await universe.database.selectFrom('proof_photos').selectAll().execute()).toEqual([])
    for (const { id, bytes } of stored) {
      expect(bytes.includes(letter)).toBe(false)
      expect(await subjectKey(universe.database, universe.keyring, id)).toBeUndefined()
    }
    await universe.close()
  }
  removeFolder(folder)
})

it('does not open a value that was put in another place, or changed', () => {
  const key = newKey()
  const sealed = seal(key, 'participants.data.1', 'Fatima')
  expect(open(key, 'participants.data.1', sealed).toString()).toBe('Fatima')
  expect(() => open(key, 'participants.data.2', sealed)).toThrow('unable to authenticate')
  const changed = Buffer.from(sealed)
  changed.writeUInt8(changed.readUInt8(20) ^ 1, 20)
  expect(() => open(key, 'participants.data.1', changed)).toThrow('unable to authenticate')
})

it('refuses another master key, and reads everything again after a rotation', async () => {
  const id = await rig.invited()
  await expect(openKeyring(rig.db, newKey())).rejects.toThrow('master key')
  const next = newKey()
  await rotateMasterKey(rig.db, rig.master, next)
  await expect(openKeyring(rig.db, rig.master)).rejects.toThrow('master key')
  const { participantId } = {
    participantId: (
      await rig.db.selectFrom('journeys').select('participant_id').where('id', '=', id).executeTakeFirstOrThrow()
    ).participant_id,
  }
  expect(await subjectKey(rig.db, await openKeyring(rig.db, next), participantId)).toBeDefined()
})

it.each(['update journal set type = type', 'delete from journal', 'truncate journal'])(
  'refuses to %s',
  async (statement) => {
    await rig.invited()
    await expect(sql.raw(statement).execute(rig.db)).rejects.toThrow('append-only')
  },
)
