import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { createIds } from '#src/store/ids.ts'
import { createTransact } from '#src/store/store.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse } from '#test/support/universe.ts'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  await refer(universe)
  await universe.settle()
})
afterEach(() => universe.close())

const phone = '+31612345671'

const rows = () =>
  universe.database
    .selectFrom('inbound')
    .select(['carrier_reference', 'outcome', 'handled_at', 'journey_id', 'body', 'key_id', 'participant_id'])
    .orderBy('sequence')
    .execute()

describe('what participants write', () => {
  it('is stored once per reference of the carrier, also when it is delivered twice at the same time', async () => {
    await Promise.allSettled([1, 2, 3].map(() => universe.write(phone, 'Ja, ik kom', 'carrier-1')))
    await universe.write(phone, 'Ja, ik kom', 'carrier-1')
    expect(await rows()).toHaveLength(1)
  })

  it('is handled in the order in which it came in, and never twice', async () => {
    for (const [n, text] of ['Ja', 'Nee toch niet, ik kan niet', 'ik ben ziek'].entries())
      await universe.write(phone, text, `carrier-${String(n)}`)
    await universe.settle()
    await universe.settle()
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['understood', 'understood', 'understood'])
    const journal = await universe.journal(await onlyJourney(universe))
    expect(
      journal
        .map(({ event }) => event.type)
        .filter((type) => type === 'attendance_confirmed' || type === 'absence_reported'),
    ).toEqual(['attendance_confirmed', 'absence_reported'])
  })

  it('gets its number while nobody else gives one to the same person, so that a later number is never seen sooner', async () => {
    const transact = createTransact(universe.database, universe.keyring, 'Europe/Amsterdam')
    const [owner] = await universe.rows.journeys.findByPhone(phone)
    if (!owner) throw new Error('somebody has this number')
    const arrived = (reference: string) => ({
      channel: 'virtual',
      reference,
      from: phone,
      kind: 'text' as const,
      text: 'Ja',
      receivedAt: universe.clock.now(),
    })
    const ids = createIds(universe.clock)
    const done: string[] = []
    const store = (reference: string, work: () => Promise<unknown>) =>
      transact(async ({ inbound }) => {
        await inbound.add(arrived(reference), ids.next(), owner)
        await work()
      }).then(() => done.push(reference))
    let second: Promise<unknown> = Promise.resolve()
    const waits = async () =>
      (await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(universe.database)).rows
        .length > 0
    await store('first', async () => {
      second = store('second', () => Promise.resolve())
      while (!(await waits()) && done.length === 0);
    })
    await second
    expect(done).toEqual(['first', 'second'])
  })

  it('is handed out once while the lease lasts, per journey', async () => {
    await universe.write(phone, 'Ja', 'carrier-1')
    await universe.write(phone, 'Nee', 'carrier-2')
    const { inbound } = universe.rows
    const now = universe.clock.now()
    const id = await onlyJourney(universe)
    const [waiting, ...others] = await inbound.waiting(now, 60, 10)
    expect(waiting?.journeyId).toBe(id)
    expect(others).toEqual([])
    expect(await inbound.waiting(now.add({ seconds: 59 }), 60, 10)).toEqual([])
    expect(await inbound.waiting(now.add({ seconds: 61 }), 60, 10)).toEqual([waiting])
  })

  it('that comes while others are handed out is handed out too, as work of its own', async () => {
    await universe.write(phone, 'Ja', 'carrier-1')
    const { inbound } = universe.rows
    const now = universe.clock.now()
    const [first] = await inbound.waiting(now, 60, 10)
    await universe.write(phone, 'Nee', 'carrier-2')
    const [second] = await inbound.waiting(now, 60, 10)
    expect(second?.journeyId).toBe(first?.journeyId)
    expect(second?.newest).not.toBe(first?.newest)
  })

  it('is sealed under the participant’s key, and a stranger’s under a key of its own', async () => {
    await universe.write(phone, 'Ja, ik kom', 'carrier-1')
    await universe.write('+31612349999', 'Fatima komt niet', 'carrier-2')
    const [known, stranger] = await rows()
    expect(known?.key_id).toBe(known?.participant_id)
    expect(stranger).toMatchObject({ outcome: 'unknown_sender', journey_id: null })
    expect(stranger?.key_id).not.toBe(known?.key_id)
    for (const row of [known, stranger]) expect(row?.body.toString('latin1')).not.toMatch(/kom|Fatima/)
  })

  it('from a number that two people share goes to a person', async () => {
    await refer(universe, { Klantnummer: 'K-2', 'Naam deelnemer': 'Yusuf Yilmaz' })
    await universe.write(phone, 'Ja, ik kom', 'carrier-1')
    expect(await rows()).toMatchObject([{ outcome: 'shared_number', journey_id: null }])
  })

  it('goes to the journey that runs when an earlier one of the same number has ended', async () => {
    await universe.command(await onlyJourney(universe), { type: 'end' }, { kind: 'staff', id: 'x' })
    await refer(universe)
    await universe.write(phone, 'Ja, ik kom', 'carrier-1')
    await universe.settle()
    const [, second] = await universe.journeys()
    expect(await rows()).toMatchObject([{ outcome: 'understood', journey_id: second }])
  })
})
