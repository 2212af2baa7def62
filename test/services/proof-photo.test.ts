import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Manifest } from '#src/app/backup/manifest.ts'
import { loadFile } from '#src/app/backup/read-backup.ts'
import { writeBackups } from '#src/app/backup/write-backup.ts'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Command } from '#src/domain/journey/command.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { largestPhoto } from '#src/domain/values/photo-type.ts'
import { asId } from '#src/domain/values/id.ts'
import { openDatabase } from '#src/store/database.ts'
import { createOverview } from '#src/store/overview.ts'
import { onlyJourney, referUnder } from '#test/console/console-client.ts'
import { createTestDatabase } from '#test/support/database.ts'
import { textsWithPhotos } from '#test/support/photo-texts.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'
import { createTestUniverse, projectTexts } from '#test/support/universe.ts'

const phone = '+31612345671'
const staff = { kind: 'staff', id: 'test' } as const
const jpeg = Buffer.from('\u00FF\u00D8\u00FF\u00E0 what the letter says', 'latin1')
const pdf = Buffer.from('%PDF-1.7 what the letter says')

let folder: string
let universe: Universe

async function begin(texts: typeof projectTexts): Promise<void> {
  universe = await createTestUniverse('2026-11-02T09:15', texts)
  await referUnder(universe, 'lansingerland')
}
beforeEach(() => {
  folder = makeTemporaryFolder()
})
afterEach(async () => {
  await universe.close()
  removeFolder(folder)
})

const send = async (said: Parameters<Universe['write']>[1], reference?: string): Promise<void> => {
  await universe.write(phone, said, reference)
  await universe.settle()
}
const photo = (media: Uint8Array = jpeg, text = '') => ({ kind: 'photo' as const, text, media })
const cancel = () => send('ik kan niet, ik heb dan een sollicitatiegesprek')

const read = () => universe.carrier.received.map(({ text }) => text)
const journey = async () => {
  const stored = await universe.journey(await onlyJourney(universe))
  if (!stored) throw new Error('there is one journey')
  return stored.journey
}
const attendanceId = async () => {
  const cancelled = (await journey()).attendances.find(({ absence }) => absence)
  if (!cancelled) throw new Error('somebody cancelled')
  return cancelled.id
}
const decide = async (command: Command) => universe.command((await journey()).id, command, staff)
const openTasks = async () => (await journey()).tasks.filter(isOpen).map(({ kind }) => kind)
const events = async (type: string) =>
  (await universe.journal((await journey()).id)).filter(({ event }) => event.type === type).length

const rows = () => universe.database.selectFrom('proof_photos').selectAll().execute()
const seen = async (id: string) =>
  createOverview(universe.database, universe.keyring).proofPhoto((await journey()).id, asId<'inbound'>(id))
const onlyPhoto = async () => {
  const [row, ...others] = await rows()
  if (!row || others.length > 0) throw new Error('there should be one photo')
  return row
}

describe('a photo of proof under a contract that allows one', () => {
  beforeEach(() => begin(textsWithPhotos(folder)))

  it('is asked for, kept, and answered kindly; the coach gets a task to look at it', async () => {
    await cancel()
    expect(read().some((text) => text.includes('Stuur hier een foto of PDF van uw bewijs'))).toBe(true)
    await send(photo())
    expect(read().at(-1)).toBe('Dank u, uw bewijs is binnen. Een collega bekijkt het. Daarna wissen we de foto.')
    const { id, bytes } = await onlyPhoto()
    expect(bytes.includes(jpeg)).toBe(false)
    expect(await seen(id)).toEqual({ type: 'image/jpeg', bytes: jpeg })
    expect(await openTasks()).toEqual(['see_proof'])
    expect((await journey()).tasks.find(isOpen)?.why).toContain('Bekijk die en beslis')
    expect(await events('proof_received')).toBe(1)
  })

  it.each([
    ['is seen', { type: 'see_proof' }],
    ['was judged', { type: 'judge_absence', valid: false }],
  ] as const)('is erased with its key as soon as the proof %s', async (_, deed) => {
    await cancel()
    await send(photo())
    const { id, bytes } = await onlyPhoto()
    await decide({ ...deed, attendanceId: await attendanceId() })
    expect(await rows()).toEqual([])
    expect(await seen(id)).toBeUndefined()
    expect(await events('proof_erased')).toBe(1)
    expect(await openTasks()).not.toContain('see_proof')
    // Put back from an old backup, the bytes do not open: no key is left for them.
    await universe.database
      .insertInto('proof_photos')
      .values({
        id,
        journey_id: (await journey()).id,
        media_type: 'image/jpeg',
        bytes,
        received_at: new Date('2026-11-02T09:15:00Z'),
      })
      .execute()
    expect(await seen(id)).toBeUndefined()
    const keys = await universe.database
      .selectFrom('keys.subject_keys')
      .select(['wrapped', 'destroyed_at'])
      .where('subject_id', '=', id)
      .execute()
    expect(keys).toEqual([{ wrapped: null, destroyed_at: expect.any(Date) }])
  })

  it('waits to be looked at for 28 days at most, and is not taken for missed before', async () => {
    await cancel()
    await send('2')
    await send(photo())
    const { id } = await onlyPhoto()
    await universe.advanceTo(universe.clock.now().add({ hours: 28 * 24 - 1 }))
    expect(await seen(id)).toBeDefined()
    expect(await events('proof_missed')).toBe(0)
    await universe.advanceTo(universe.clock.now().add({ hours: 2 }))
    expect(await rows()).toEqual([])
    expect(await events('proof_erased')).toBe(1)
    expect(await events('proof_missed')).toBe(1)
    expect(await openTasks()).toContain('judge_absence')
  })

  it('does not come back with an older backup of the database, for its key is gone from the keys', async () => {
    await cancel()
    await send(photo())
    const { id } = await onlyPhoto()
    const [data] = await writeBackups(universe.database, [{ kind: 'database', folder }], new Date('2026-11-02'))
    const [before] = await writeBackups(universe.database, [{ kind: 'keys', folder }], new Date('2026-11-02'))
    const journeyId = (await journey()).id
    await decide({ type: 'see_proof', attendanceId: await attendanceId() })
    const [after] = await writeBackups(universe.database, [{ kind: 'keys', folder }], new Date('2026-11-03'))
    const openedWith = async (keys: Manifest | undefined) => {
      const empty = await createTestDatabase()
      const { db, close } = openDatabase(empty.url, { max: 1, onError: () => undefined })
      if (!data || !keys) throw new Error('both were written')
      await db.transaction().execute(async (trx) => {
        await loadFile(trx, folder, keys)
        await loadFile(trx, folder, data)
      })
      const found = await createOverview(db, universe.keyring).proofPhoto(journeyId, asId<'inbound'>(id))
      await close()
      await empty.drop()
      return found
    }
    expect(await openedWith(before)).toEqual({ type: 'image/jpeg', bytes: jpeg })
    expect(await openedWith(after)).toBeUndefined()
  })

  it('is erased when the journey ends', async () => {
    await cancel()
    await send(photo())
    await decide({ type: 'end' })
    expect(await rows()).toEqual([])
  })

  it('that the carrier brings twice is one', async () => {
    await cancel()
    await send(photo(), 'carrier-1')
    await send(photo(), 'carrier-1')
    await onlyPhoto()
    expect(await events('proof_received')).toBe(1)
  })

  it('may have more pages, of which a PDF is one: one task, and all go together', async () => {
    await cancel()
    await send(photo())
    await send({ kind: 'document', media: pdf })
    expect((await rows()).map(({ media_type }) => media_type).toSorted()).toEqual(['application/pdf', 'image/jpeg'])
    expect(await openTasks()).toEqual(['see_proof'])
    await decide({ type: 'see_proof', attendanceId: await attendanceId() })
    expect(await rows()).toEqual([])
  })

  it('that came in the same second as the afmelding is kept too', async () => {
    await universe.write(phone, 'ik kan niet, ik heb dan een sollicitatiegesprek')
    await universe.write(phone, photo())
    await universe.settle()
    await onlyPhoto()
    expect(read().at(-1)).toContain('uw bewijs is binnen')
  })

  it('is not kept when none was asked for, also when it came with other words in the same second', async () => {
    await send(photo())
    await universe.write(phone, 'Ja, ik kom')
    await universe.write(phone, photo())
    await universe.settle()
    expect(await rows()).toEqual([])
    const destroyed = await universe.database
      .selectFrom('keys.subject_keys')
      .select('destroyed_at')
      .where('destroyed_at', 'is not', null)
      .execute()
    expect(destroyed).toHaveLength(1)
  })

  it.each([
    ['is too large', Buffer.concat([jpeg, Buffer.alloc(largestPhoto)])],
    ['is no photo, whatever it is called', Buffer.from('<svg onload="alert(1)"/>')],
    ['is empty', Buffer.alloc(0)],
  ])('is not kept when it %s: the participant reads what to do', async (_, media) => {
    await cancel()
    await send(photo(media))
    expect(await rows()).toEqual([])
    expect(read().at(-1)).toContain('Stuur een foto of PDF tot 10 MB. Of neem het bewijs mee')
  })

  it('is kept whatever stands below it, and what stands there is answered', async () => {
    await cancel()
    await send(photo(jpeg, 'ik wil iemand spreken'))
    await onlyPhoto()
    expect(await openTasks()).toEqual(expect.arrayContaining(['see_proof', 'answer_person']))
  })
})

describe('a photo of proof under a contract that says nothing of one', () => {
  beforeEach(() => begin(projectTexts))

  it('is never stored, not for a moment: the participant reads to bring it along', async () => {
    await cancel()
    await universe.write(phone, photo())
    expect(await rows()).toEqual([])
    await universe.settle()
    expect(await rows()).toEqual([])
    expect(read().at(-1)).toBe(
      "Dank u. Stuur hier geen brieven of foto's. Neem het mee naar uw afspraak en laat het daar zien.",
    )
    expect(await openTasks()).toEqual(['see_proof'])
  })
})
