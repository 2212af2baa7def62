import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRig, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const invitation = async () => {
  const [row] = await rig.outgoing()
  if (!row) throw new Error('no invitation was stored')
  return row
}

it('sends a row once, however often and by however many it is taken up', async () => {
  await rig.invited()
  const { id } = await invitation()
  await Promise.all([1, 2, 3, 4].map(() => rig.handlers.outgoing({ outgoingId: id })))
  await rig.handlers.outgoing({ outgoingId: id })
  expect(rig.received.map((message) => message.id)).toEqual([id])
})

it('looks up what became of an attempt without an answer, and does not send what arrived again', async () => {
  rig.faults.send = () => ({ kind: 'unknown' })
  await rig.invited()
  const { id } = await invitation()
  await rig.handlers.outgoing({ outgoingId: id })
  expect((await invitation()).status).toBe('unknown')
  rig.clock.moveTo(rig.clock.now().add({ minutes: 5 }))
  await rig.handlers.outgoing({ outgoingId: id })
  expect(rig.received).toHaveLength(1)
  expect((await invitation()).status).toBe('sent')
})

it('sends again what surely did not arrive', async () => {
  rig.faults.send = () => ({ kind: 'retry', afterSeconds: 60 })
  await rig.invited()
  const { id } = await invitation()
  await rig.handlers.outgoing({ outgoingId: id })
  rig.faults.send = () => undefined
  rig.clock.moveTo(rig.clock.now().add({ minutes: 5 }))
  await rig.handlers.outgoing({ outgoingId: id })
  expect(rig.received).toHaveLength(2)
  expect((await invitation()).status).toBe('sent')
})

it('keeps one row for the same thing asked for twice', async () => {
  const journeyId = await rig.invited()
  const before = await rig.outgoing()
  const timers = await rig.db.selectFrom('timers').selectAll().execute()
  for (const { key, due_at } of timers) await rig.handlers.timer({ journeyId, key, at: due_at.toISOString() })
  const after = await rig.outgoing()
  expect(new Set(after.map((row) => `${row.kind} ${row.purpose}`)).size).toBe(after.length)
  expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

it('takes up again what a worker that died left behind', async () => {
  await rig.invited()
  const { id } = await invitation()
  await rig.rows.outgoing.claim(id as never, rig.clock.now())
  rig.clock.moveTo(rig.clock.now().add({ minutes: 15 }))
  await rig.handlers.outgoing({ outgoingId: id })
  expect(rig.received).toHaveLength(1)
  expect((await invitation()).status).toBe('sent')
})

it('leaves to a worker what it is sending, also when another one’s clock is as far ahead as clocks may be', async () => {
  await rig.invited()
  const { id } = await invitation()
  await rig.rows.outgoing.claim(id as never, rig.clock.now())
  rig.clock.moveTo(rig.clock.now().add({ minutes: 11 }))
  await rig.handlers.outgoing({ outgoingId: id })
  expect(rig.received).toEqual([])
})
