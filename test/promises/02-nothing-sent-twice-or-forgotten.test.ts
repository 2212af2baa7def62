import { afterEach, beforeEach, expect, it } from 'vitest'
import { createHandlers } from '#src/jobs/handlers.ts'
import { commandJourney } from '#src/services/command-journey.ts'
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

it('keeps what it knows of an attempt although the database cannot take it at once', async () => {
  await rig.invited()
  const { id } = await invitation()
  let calls = 0
  const transact: typeof rig.verb.transact = (work) => {
    calls += 1
    return calls === 2 || calls === 3 ? Promise.reject(new Error('the database is away')) : rig.verb.transact(work)
  }
  const handlers = createHandlers({ ...rig.parts, send: { ...rig.verb, transact } })
  await handlers.outgoing({ outgoingId: id })
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

it('sends what a broken line surely lost, once the line is back', async () => {
  let broken = true
  rig.faults.loses = () => broken
  await rig.invited()
  await rig.work(2)
  expect((await invitation()).status).toBe('unknown')
  broken = false
  await rig.work(3)
  expect(rig.received).toHaveLength(1)
  expect((await invitation()).status).toBe('sent')
})

it('never sends on a guess: when the carrier cannot tell, a person calls', async () => {
  rig.faults.send = () => ({ kind: 'unknown' })
  rig.faults.canTell = false
  const id = await rig.invited()
  await rig.work(10)
  expect(rig.received).toHaveLength(1)
  expect((await rig.load(id))?.journey.tasks.map((task) => task.kind)).toEqual(['call_participant'])
})

it('does not send what lost its reason while it was on its way', async () => {
  rig.faults.loses = () => true
  const id = await rig.invited()
  await rig.work(1)
  await commandJourney(rig.verb, id, { type: 'withdraw_referral' }, { kind: 'staff', id: 'test' })
  rig.faults.loses = () => false
  await rig.work(10)
  expect(rig.received).toEqual([])
})

it('lets everything leave once, and forgets nothing, although each job is done twice and each first answer is lost', async () => {
  const journeyId = await rig.invited()
  await rig.write('Ja, ik kom', 'a')
  await rig.write('Moet ik iets meenemen?', 'b')
  await rig.handlers.messages({ journeyId })
  const lost = new Set<string>()
  rig.faults.send = ({ id }) => {
    if (lost.has(id)) return undefined
    lost.add(id)
    return { kind: 'unknown' }
  }
  for (let n = 0; n < 20; n++) {
    const jobs = await rig.due()
    for (const job of [...jobs, ...jobs]) await rig.run(job)
    rig.clock.moveTo(rig.clock.now().add({ minutes: 1 }))
  }
  expect(new Set(rig.received.map(({ text }) => text)).size).toBe(3)
  expect(rig.received).toHaveLength(3)
  expect(new Set(rig.mails.map(({ id }) => id)).size).toBe(rig.mails.length)
  expect((await rig.outgoing()).filter(({ status }) => status !== 'sent')).toEqual([])
})
