import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse, projectTexts } from '#test/support/universe.ts'
import { carrierThat, handOut, idsOf, runJob, sent, work, workerOn, type Carrier } from './world.ts'

/** Promise 2: no message is sent twice, none is forgotten. Judged by what the other side received. */
let universe: Universe
beforeEach(async () => {
  // Nothing leaves of itself: the test's own workers do the sending.
  universe = await createTestUniverse('2026-11-02T09:15', projectTexts, 'off')
  await refer(universe)
})
afterEach(() => universe.close())

const minutes = (n: number) => universe.clock.moveTo(universe.clock.now().add({ minutes: n }))

/** Works, and comes back each minute for a while. */
async function workFor(carrier: Carrier, rounds = 20): Promise<void> {
  const worker = workerOn(universe, { channel: carrier })
  for (let n = 0; n < rounds; n++) {
    await work(universe, worker)
    minutes(1)
  }
}

const invitation = async () => (await universe.journey(await onlyJourney(universe)))?.journey.messages[0]

describe('an invitation', () => {
  it('arrives once, however many workers have the same job, and however often', async () => {
    const carrier = carrierThat(sent)
    const [job] = await handOut(universe)
    if (!job) throw new Error('nothing was due')
    const worker = workerOn(universe, { channel: carrier })
    await Promise.all([1, 2, 3, 4].map(() => runJob(worker, job)))
    await runJob(worker, job)
    await workFor(carrier)
    expect(carrier.arrived).toHaveLength(1)
  })

  it('that arrived while the answer was lost is looked up, and not sent again', async () => {
    const carrier = carrierThat(() => 'loses_answer')
    await workFor(carrier)
    expect(carrier.arrived).toHaveLength(1)
    expect((await invitation())?.sentAt).toBeDefined()
  })

  it('that was lost on the way is looked up, and then sent', async () => {
    const carrier = carrierThat((message, attempt) => (attempt === 1 ? 'loses_message' : sent(message)))
    await workFor(carrier)
    expect(carrier.arrived).toHaveLength(1)
    expect((await invitation())?.sentAt).toBeDefined()
  })

  it('of which nobody can tell is never sent on a guess: a person calls', async () => {
    const carrier = carrierThat(
      () => 'loses_answer',
      () => ({ kind: 'cannot_tell' }),
    )
    await workFor(carrier)
    expect(carrier.arrived).toHaveLength(1)
    const { journey } = (await universe.journey(await onlyJourney(universe)))!
    expect(journey.messages[0]?.failure?.why).toBe('undeliverable')
    expect(journey.tasks.map(({ kind }) => kind)).toEqual(['call_participant'])
  })

  it('of a worker that died while sending is looked up by the next', async () => {
    const carrier = carrierThat(sent)
    const [id] = await universe.rows.outgoing.due({
      now: universe.clock.now(),
      leaseSeconds: 60,
      limit: 1,
      approvedOnly: false,
    })
    const claimed = id && (await universe.rows.outgoing.claim(id, universe.clock.now()))
    if (claimed?.body.kind !== 'message') throw new Error('nothing was claimed')
    await carrier.send({ id: claimed.id, to: claimed.body.to, text: claimed.body.text })
    // ... and here the worker is killed: nobody hears what became of it.
    await workFor(carrier)
    expect(carrier.arrived).toHaveLength(1)
    expect((await invitation())?.sentAt).toBeDefined()
  })

  it('is not forgotten when the carrier is down for a while', async () => {
    const carrier = carrierThat((message, attempt) =>
      attempt < 4 ? { kind: 'retry', afterSeconds: 120 } : sent(message),
    )
    await workFor(carrier)
    expect(carrier.arrived).toHaveLength(1)
  })

  it('that the carrier takes counts once in the journal', async () => {
    await workFor(carrierThat(sent))
    const journal = await universe.journal(await onlyJourney(universe))
    const told = journal.filter(({ event }) => event.type === 'message_evidenced' && event.evidence === 'sent')
    expect(told).toHaveLength(1)
  })
})

describe('everything that leaves in a journey', () => {
  it('leaves once, also when every job is done twice and every answer is lost once', async () => {
    const lost = new Set<string>()
    const carrier = carrierThat((message) => {
      if (lost.has(message.id)) return sent(message)
      lost.add(message.id)
      return 'loses_answer'
    })
    const worker = workerOn(universe, { channel: carrier })
    await universe.write('+31612345671', 'Ja, ik kom')
    await universe.write('+31612345671', 'Moet ik iets meenemen?')
    for (let n = 0; n < 30; n++) {
      const jobs = await handOut(universe)
      for (const job of [...jobs, ...jobs]) await runJob(worker, job)
      minutes(1)
    }
    expect(carrier.arrived).toHaveLength(3)
    expect(new Set(idsOf(carrier.arrived)).size).toBe(3)
    expect(new Set(carrier.arrived.map(({ text }) => text)).size).toBe(3)
    const mails = universe.post.sent.map(({ id }) => id)
    expect(new Set(mails).size).toBe(mails.length)
    const open = await universe.database
      .selectFrom('outgoing')
      .select('status')
      .where('status', 'in', ['waiting', 'sending', 'unknown'])
      .execute()
    expect(open, 'none is forgotten').toEqual([])
  })
})
