import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { person, referralOf } from './people.ts'
import { openScene, type Scene } from './scene.ts'
import { named, redisOf } from './servers.ts'
import { spawnOpkomst } from './spawned.ts'

const referrals = 48
const unsigned = 12
const rounds = 8

const all = referrals + unsigned

/** Delivers the mails from one number up to another; every fifth is one that a person must look at. */
function deliver({ provider }: Scene, from: number, to: number): void {
  for (let number = from; number < to; number += 1)
    provider.deliver(referralOf(person(number), { signed: number % 5 !== 4 }))
}

/** What the other side received, beside what stands in the rows: each thing once, and nothing forgotten. */
async function expectEachOnce(scene: Scene): Promise<void> {
  const { records, provider } = scene
  expect(await records.overview.ledger()).toEqual({ received: all, handled: referrals, waiting: unsigned, unread: 0 })
  const mails = await records.db.selectFrom('mails').select('journey_id').where('outcome', '=', 'journey').execute()
  expect(new Set(mails.map((mail) => mail.journey_id)).size).toBe(referrals)
  expect(await records.journeys()).toHaveLength(referrals)

  expect(await scene.invitations()).toEqual(Array.from({ length: referrals }, () => 1))
  const outgoing = await records.db
    .selectFrom('outgoing')
    .select(['id', 'kind', 'purpose', 'status', 'occurrence'])
    .execute()
  const messages = outgoing.filter(({ kind }) => kind === 'message')
  expect(messages.filter(({ status }) => status !== 'delivered')).toEqual([])

  // A mail that waits is told again when it waits for long: that row rests.
  const notices = outgoing.filter(({ kind, occurrence }) => kind === 'mail' && occurrence === 1)
  expect(notices.filter(({ purpose }) => purpose === 'mail_waiting')).toHaveLength(unsigned)
  for (const { id, status } of notices) {
    const arrived = provider.received.filter(({ raw }) => raw.includes(`Message-ID: <${id}@`)).length
    // One whose end nobody could know is not sent again; what it was about waits in the console all the same.
    if (status === 'failed') expect(arrived).toBeLessThanOrEqual(1)
    else expect([status, arrived]).toEqual(['sent', 1])
  }
  expect(await records.overview.waitingMails()).toHaveLength(unsigned)
  expect(await records.differences()).toEqual([])
}

/** Lets what a killed process had in hand be taken over: its leases are over, and its attempts given up, when the next one starts. */
const aWhileLater = (scene: Scene): void => scene.clock.moveTo(scene.clock.now().add({ seconds: 13 * 60 }))

async function finish(scene: Scene, environment: Readonly<Record<string, string>>): Promise<void> {
  await scene.start(environment)
  await scene.ledgerHolds(all)
  await scene.whileTimePasses('all mails have an outcome', async () => {
    return (await scene.records.overview.ledger()).unread === 0
  })
  await scene.settledInTime()
}

const redisUrl = redisOf(8)
const backends = [
  { name: 'PostgreSQL', environment: {}, lacking: [] },
  {
    name: 'Redis',
    environment: { REDIS_URL: redisUrl ?? '' },
    lacking: redisUrl === undefined ? ['OPKOMST_TEST_REDIS_URL'] : [],
  },
]

for (const { name, environment, lacking } of backends) {
  describe.skipIf(lacking.length > 0)(named(`a start with its queue on ${name}`, lacking), { concurrent: true }, () => {
    it('that is killed again and again while mails come in loses nothing and does nothing twice', async () => {
      await using scene = await openScene()
      for (let round = 0; round < rounds; round += 1) {
        const opkomst = spawnOpkomst(scene, 'start', environment)
        deliver(scene, Math.floor((all / rounds) * round), Math.floor((all / rounds) * (round + 1)))
        // Now and then while it starts, else in the midst of these mails.
        if (round % 4 !== 3) await scene.ledgerHolds(Math.floor((all / rounds) * round) + 1)
        await sleep(Math.random() * 200)
        await opkomst.end()
        aWhileLater(scene)
      }
      await finish(scene, environment)
      await expectEachOnce(scene)
    }, 300_000)
  })
}

describe('two processes on one database', { concurrent: true }, () => {
  it('share the work: nothing is lost and nothing is done twice', async () => {
    await using scene = await openScene()
    const both = [spawnOpkomst(scene, 'start'), spawnOpkomst(scene, 'worker')]
    await Promise.all(both.map((one) => one.ready()))
    for (let number = 0; number < all; number += 4) {
      deliver(scene, number, number + 4)
      await sleep(100)
    }
    await scene.ledgerHolds(all)
    await scene.records.settled(scene.clock)
    await expectEachOnce(scene)
    const leases = await scene.records.db.selectFrom('leases').select(['name', 'owner']).execute()
    expect(leases.map(({ name }) => name).toSorted()).toEqual(['mailbox:aanmelding@127.0.0.1/INBOX', 'relay'])
    for (const one of both) await one.end('SIGTERM')
  }, 300_000)

  it('take over from each other: one is killed in the middle of it, and the other’s clock is not quite the same', async () => {
    await using scene = await openScene()
    const first = spawnOpkomst(scene, 'start')
    await first.ready()
    deliver(scene, 0, 20)
    await scene.ledgerHolds(10)
    // Well within what the watch of the clocks allows, and further than the leases of the first last.
    scene.clock.moveTo(scene.clock.now().add({ seconds: 100 }))
    const second = spawnOpkomst(scene, 'worker')
    await second.ready()
    deliver(scene, 20, 40)
    await scene.ledgerHolds(30)
    await first.end()
    deliver(scene, 40, all)
    await scene.ledgerHolds(all)
    await second.end('SIGTERM')
    aWhileLater(scene)
    await finish(scene, {})
    await expectEachOnce(scene)
  }, 300_000)
})
