import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { overdueWork } from '#src/store/overdue-work.ts'
import { createQueues } from '#src/jobs/queue.ts'
import { createRelay, relayOnce, type RelayParts } from '#src/jobs/relay.ts'
import type { DueJob } from '#src/jobs/due-work.ts'
import { createLeases } from '#src/store/leases.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createTestDatabase } from '#test/support/database.ts'
import { until } from '#test/support/until.ts'
import { createRig, type Rig } from '../promises/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const relayParts = (queues: RelayParts['queues']): RelayParts => ({
  ...rig.rows,
  sendingSwitch: createSendingSwitch(rig.db),
  sending: 'on',
  queues,
  leases: createLeases(rig.db),
  clock: rig.clock,
  owner: 'test',
  onError: () => undefined,
})

/** Somebody who was offered other times and chose none: of all timers, that of a question has the oddest name. */
async function leavesAQuestionOpen(): Promise<void> {
  const journeyId = await rig.invited()
  await rig.sendAll()
  await rig.write('kan ik een andere dag?', 'a')
  await rig.handlers.messages({ journeyId })
  await rig.sendAll()
}

const due = (kind: string) =>
  rig.db
    .selectFrom('timers')
    .select('key')
    .where('key', 'like', `${kind}.%`)
    .where('due_at', '<=', new Date(rig.clock.now().epochMilliseconds))
    .execute()

it('brings every timer through the queue to its moment, that of a question that got no answer too', async () => {
  await leavesAQuestionOpen()
  const database = await createTestDatabase()
  onTestFinished(() => database.drop())
  const errors: unknown[] = []
  const queues = await createQueues({ databaseUrl: database.url, onError: (error) => errors.push(error) })
  onTestFinished(() => queues.close())
  rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 21 }))
  expect(await due('question')).toHaveLength(1)
  const late = await overdueWork(rig.db, rig.clock.now())
  expect(late.timers).toBeGreaterThan(5)
  for (const name of ['mail', 'messages', 'timer', 'outgoing'] as const)
    queues.work(name, (data) => rig.run({ name, id: '', data } as DueJob), { concurrency: 1 })
  const relay = createRelay({ ...relayParts(queues), onError: (error) => errors.push(error) })
  relay.start()
  onTestFinished(() => relay.stop())
  await until('no timer is left that is due', async () => {
    relay.nudge()
    return (await overdueWork(rig.db, rig.clock.now())).timers === 0
  })
  expect(errors).toEqual([])
})

it('hands out what it can when one kind of work cannot be handed out, and says that it could not', async () => {
  await rig.invited()
  rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 21 }))
  const handed: string[] = []
  const add = async (name: string): Promise<void> => {
    await sleep(1)
    if (name === 'timer') throw new Error('this one not')
    handed.push(name)
  }
  await rig.arrive(Buffer.from('From: a@b.example\r\n\r\nhallo'))
  await expect(relayOnce(relayParts({ add }))).rejects.toThrow('this one not')
  expect(handed.toSorted()).toEqual(['mail', 'outgoing'])
})
