import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse, projectTexts } from '#test/support/universe.ts'
import { carrierThat, handOut, runJob, sent, work, workerOn } from './world.ts'

/** Promise 4: one participant, one thing at a time. */
let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15', projectTexts, 'off')
  await refer(universe)
})
afterEach(() => universe.close())

const phone = '+31612345671'

describe('what comes in', () => {
  it('is handled in the order in which it arrived, also when it is handled all at once', async () => {
    for (const text of ['Ja', 'nee toch niet, ik kan niet komen', '5', '1']) await universe.write(phone, text)
    await universe.settle()
    const journal = await universe.journal(await onlyJourney(universe))
    const types = journal.map(({ event }) => event.type)
    expect(
      types.filter((type) => ['attendance_confirmed', 'absence_reported', 'appointment_planned'].includes(type)),
    ).toEqual(['appointment_planned', 'attendance_confirmed', 'absence_reported', 'appointment_planned'])
  })

  it('gets one answer each, when two workers have the same job', async () => {
    await universe.write(phone, 'Ja')
    await universe.write(phone, 'Moet ik iets meenemen?')
    const job = { name: 'messages', id: 'x', data: { journeyId: await onlyJourney(universe) } } as const
    await Promise.all([1, 2, 3].map(() => runJob(workerOn(universe), job)))
    const answers = await universe.database
      .selectFrom('outgoing')
      .select('subject')
      .where('purpose', '=', 'answer')
      .execute()
    expect(answers).toHaveLength(2)
  })
})

describe('what goes out', () => {
  it('leaves in the order in which it was wanted, although the first attempt of each fails', async () => {
    await universe.write(phone, 'Ja')
    await universe.write(phone, 'Moet ik iets meenemen?')
    await universe.settle()
    const tried = new Set<string>()
    const carrier = carrierThat((message) => {
      if (tried.has(message.id)) return sent(message)
      tried.add(message.id)
      return { kind: 'retry', afterSeconds: 90 }
    })
    const worker = workerOn(universe, { channel: carrier })
    for (let n = 0; n < 12; n++) {
      await work(universe, worker)
      universe.clock.moveTo(universe.clock.now().add({ minutes: 1 }))
    }
    const wanted = await universe.database
      .selectFrom('outgoing')
      .select('id')
      .where('kind', '=', 'message')
      .orderBy('sequence')
      .execute()
    expect(carrier.arrived.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
    expect(carrier.arrived).toHaveLength(3)
  })

  it('is handed out one at a time per participant, and different participants do not wait for each other', async () => {
    await refer(universe, { Klantnummer: 'K-2', Mobiel: '06 1234 5602' })
    await universe.write(phone, 'Ja')
    await universe.settle()
    const people = async () => {
      const rows = await universe.database.selectFrom('outgoing').select(['id', 'participant_id', 'kind']).execute()
      const handed = await handOut(universe)
      return handed.flatMap(({ name, id }) => {
        const row = rows.find((candidate) => candidate.id === id)
        return name === 'outgoing' && row?.kind === 'message' ? [row.participant_id] : []
      })
    }
    const handed = await people()
    expect(handed).toHaveLength(2)
    expect(new Set(handed).size).toBe(2)
  })
})
