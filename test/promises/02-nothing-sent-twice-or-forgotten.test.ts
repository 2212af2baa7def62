import { afterEach, beforeEach, expect, it } from 'vitest'
import { createHandlers } from '#src/jobs/handlers.ts'
import { consulentMail, deliveryReport } from '#src/app/virtual/later-mails.ts'
import { virtualAuthserv } from '#src/app/virtual/universe.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import { commandJourney } from '#src/services/command-journey.ts'
import { judgeOutgoing, recordDelivery } from '#src/services/send-outgoing.ts'
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

it('sends one receipt per thread, whoever reads its mails at the same time', async () => {
  const from = 'm.devries@lansingerland.example'
  const letter = (n: number): Buffer =>
    consulentMail(
      {
        from,
        to: 'lansingerland@werkwijzer.example',
        subject: `Intrekking ${String(n)}`,
        text: `Ik trek de aanmelding in. (${String(n)})`,
        messageId: `brief-${String(n)}@lansingerland.example`,
        answers: 'begin@lansingerland.example',
        signed: true,
      },
      virtualAuthserv,
    )
  const ids = await Promise.all([1, 2, 3, 4].map((n) => rig.arrive(letter(n))))
  await Promise.all(ids.map((mailId) => rig.handlers.mail({ mailId })))
  await rig.sendAll()
  await rig.sendAll()
  expect(rig.mails.filter(({ facts }) => facts.purpose === 'receipt').map(({ to }) => to)).toEqual([from])
})

it('fails a notice that came back once, and asks one person once, whoever reads the reports', async () => {
  const journeyId = await rig.invited()
  const stored = await rig.load(journeyId)
  const [attendance] = stored?.journey.attendances ?? []
  rig.clock.moveTo(attendance!.endsAt)
  const came = { type: 'mark_attendance', attendanceId: attendance!.id, came: false } as const
  await commandJourney(rig.verb, journeyId, came, { kind: 'staff', id: 'coach' })
  rig.clock.moveTo(attendance!.startsAt.add({ hours: 26 }))
  await rig.work(2)
  const notice = rig.mails.find(({ facts }) => facts.purpose === 'no_show')
  const about = {
    to: notice?.to ?? '',
    from: 'planning@werkwijzer.example',
    messageId: `${notice?.id ?? ''}@werkwijzer.example`,
  }
  const ids = await Promise.all(
    [1, 2, 3].map((n) => rig.arrive(deliveryReport(about, 'failed', `melding-${String(n)}@werkwijzer.example`))),
  )
  await Promise.all(ids.map((mailId) => rig.handlers.mail({ mailId })))
  const { journey } = (await rig.load(journeyId)) ?? {}
  expect(journey?.tasks.filter(({ kind }) => kind === 'notice_failed')).toHaveLength(1)
  expect(journey?.notices.filter(({ purpose }) => purpose === 'no_show')).toMatchObject([
    { failedAt: expect.anything() as unknown },
  ])
  expect(await rig.rows.mails.counts()).toMatchObject({ waiting: 0, unread: 0 })
})

const lost = {
  'the carrier refuses it': (outgoingId: Id<'outgoing'>) => {
    rig.faults.send = () => ({ kind: 'undeliverable' })
    return rig.handlers.outgoing({ outgoingId })
  },
  'the carrier says afterwards that it did not arrive': async (outgoingId: Id<'outgoing'>) => {
    await rig.handlers.outgoing({ outgoingId })
    await recordDelivery(rig.verb, outgoingId, 'failed')
    await recordDelivery(rig.verb, outgoingId, 'failed')
  },
  'a person held it back': (outgoingId: Id<'outgoing'>) => judgeOutgoing(rig.verb, outgoingId, false, 'petra'),
}

it.each(Object.entries(lost))('asks a person to call, once, when an answer does not arrive: %s', async (_, lose) => {
  const journeyId = await rig.invited()
  await rig.sendAll()
  await rig.write('kan ik een andere dag?', 'a')
  await rig.handlers.messages({ journeyId })
  const answer = (await rig.outgoing()).find(({ purpose }) => purpose === 'answer')
  const received = rig.received.length
  await lose(asId<'outgoing'>(answer?.id ?? ''))
  const journey = (await rig.load(journeyId))?.journey
  const calls = journey?.tasks.filter(({ kind }) => kind === 'answer_lost') ?? []
  expect(calls.map(({ why }) => why)).toEqual([
    'Wat wij de deelnemer antwoordden is niet te bezorgen, of is tegengehouden. Bel de deelnemer en vertel het zelf.',
  ])
  expect((await rig.outgoing()).filter(({ purpose }) => purpose === 'answer')).toHaveLength(1)
  expect(rig.received.length - received).toBeLessThanOrEqual(1)
})
