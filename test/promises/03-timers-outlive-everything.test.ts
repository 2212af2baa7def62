import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { dueWork, type DueJob } from '#src/jobs/due-work.ts'
import { createQueues } from '#src/jobs/queue.ts'
import { createRelay } from '#src/jobs/relay.ts'
import { decide } from '#src/domain/journey/decide.ts'
import { allWantedTimers } from '#src/services/conversation-timers.ts'
import { overdueWork } from '#src/store/overdue-work.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { commandJourney } from '#src/services/command-journey.ts'
import { createTestDatabase } from '#test/support/database.ts'
import { amsterdam } from '#test/support/universe.ts'
import { until } from '#test/support/until.ts'
import { createRig, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const stored = async () => {
  const timers = await rig.db.selectFrom('timers').select(['key', 'due_at']).orderBy('key').execute()
  return timers.map(({ key, due_at }) => `${key} ${due_at.toISOString()}`)
}

it('keeps every moment that a journey wants in the database', async () => {
  const id = await rig.invited()
  const loaded = await rig.load(id)
  if (!loaded) throw new Error('the journey is gone')
  const rules = rig.loaded.knowledge.contracts.rules(loaded.journey.contractHash)
  const wanted = allWantedTimers(loaded.journey, loaded.session, rules).map(
    ({ key, at }) => `${key} ${new Date(at.epochMilliseconds).toISOString()}`,
  )
  expect(await stored()).toEqual(wanted.toSorted())
})

it('hands out again what a lost queue had, when its lease is over', async () => {
  await rig.invited()
  const due = { ...rig.rows, sendingSwitch: createSendingSwitch(rig.db), sending: 'off' as const }
  const moment = rig.clock.now().add({ hours: 24 * 30 })
  const first = (await dueWork(due, moment)).map((job) => job.id)
  expect(first.length).toBeGreaterThan(3)
  expect(await dueWork(due, moment.add({ seconds: 1 }))).toEqual([])
  const again = (await dueWork(due, moment.add({ minutes: 5 }))).map((job) => job.id)
  expect(again.toSorted()).toEqual(first.toSorted())
})

it('does nothing for a timer of another moment than the one that is wanted', async () => {
  const journeyId = await rig.invited()
  const before = await stored()
  rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 20 }))
  const [timer] = await rig.db.selectFrom('timers').selectAll().where('key', 'like', 'day_before.%').execute()
  await rig.handlers.timer({ journeyId, key: timer?.key ?? '', at: '2026-11-05T09:00:00Z' })
  expect(await stored()).toEqual(before)
  expect((await rig.outgoing()).filter((row) => row.purpose === 'day_before')).toEqual([])
})

it('does nothing for a timer whose reason is gone, and takes it away', async () => {
  const journeyId = await rig.invited()
  const [timer] = await rig.db.selectFrom('timers').selectAll().where('key', 'like', 'day_before.%').execute()
  await rig.write('ik heb een begrafenis', 'a')
  await rig.handlers.messages({ journeyId })
  rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 20 }))
  await rig.handlers.timer({ journeyId, key: timer?.key ?? '', at: timer?.due_at.toISOString() ?? '' })
  expect((await rig.outgoing()).filter((row) => row.purpose === 'day_before')).toEqual([])
})

it('decides nothing on a timer that the state does not want, even when its row was still there', async () => {
  const journey = (await rig.load(await rig.invited()))?.journey
  if (!journey) throw new Error('the journey is gone')
  const rules = rig.loaded.knowledge.contracts.rules(journey.contractHash)
  const key = `day_before.${journey.attendances[0]?.id ?? ''}`
  const at = rig.clock.now().add({ hours: 1 })
  const decision = decide(journey, { type: 'fire_timer', key, at }, { rules, actor: { kind: 'system' }, now: at })
  expect(decision).toEqual({ kind: 'accepted', events: [] })
})

/** Somebody who does not come: what they and the consulent hear, by day and hour. */
async function story(atEachMoment: () => Promise<void>): Promise<string[]> {
  const journeyId = await rig.invited()
  for (const moment of [
    '2026-11-02T09:16',
    '2026-11-09T10:00',
    '2026-11-10T11:05',
    '2026-11-10T11:10',
    '2026-11-10T16:30',
  ]) {
    rig.clock.moveTo(amsterdam(moment))
    await atEachMoment()
    if (moment.endsWith('11:05')) {
      const attendanceId = (await rig.load(journeyId))?.journey.attendances[0]?.id
      if (!attendanceId) throw new Error('no appointment was planned')
      const command = { type: 'mark_attendance', attendanceId, came: false } as const
      await commandJourney(rig.verb, journeyId, command, { kind: 'staff', id: 'test' })
    }
    await rig.work(1)
  }
  return [
    ...rig.received.map(({ text }) => text.slice(0, 40)),
    ...rig.mails.filter(({ facts }) => facts.purpose === 'no_show').map(({ to }) => to),
  ]
}

it('tells the same story when the queue is wiped each time after everything was handed out', async () => {
  const undisturbed = await story(() => Promise.resolve())
  expect(undisturbed).toHaveLength(4)
  await rig.close()
  rig = await createRig()
  const wiped = await story(async () => {
    await rig.due() // and nobody does it: the queue is gone
    rig.clock.moveTo(rig.clock.now().add({ minutes: 2 }))
  })
  expect(wiped).toEqual(undisturbed)
})

it('puts back the rows of a journey that were lost, with its next change', async () => {
  const journeyId = await rig.invited()
  const before = await stored()
  await rig.db.deleteFrom('timers').execute()
  await rig.write('Ja', 'a')
  await rig.handlers.messages({ journeyId })
  expect(await stored()).toEqual(before)
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
  for (const name of ['mail', 'messages', 'timers', 'outgoing'] as const)
    queues.work(name, (data) => rig.run({ name, id: '', data } as DueJob), { concurrency: 1 })
  const relay = createRelay(rig.relayParts(queues, (error) => errors.push(error)))
  relay.start()
  onTestFinished(() => relay.stop())
  await until('no timer is left that is due', async () => {
    relay.nudge()
    return (await overdueWork(rig.db, rig.clock.now())).timers === 0
  })
  expect(errors).toEqual([])
})
