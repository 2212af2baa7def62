import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { person, referralOf } from './people.ts'
import { openScene, type Scene } from './scene.ts'
import { named, redisOf } from './servers.ts'
import { spawnOpkomst } from './spawned.ts'
import { until } from './until.ts'

const referrals = 48
const unsigned = 12

/** One after the other, some each second: every fifth is one that a person must look at. */
function feed({ provider, defer }: Scene, everyMs: number): { done(): Promise<void> } {
  let delivered = 0
  const timer = setInterval(() => {
    provider.deliver(referralOf(person(delivered), { signed: delivered % 5 !== 4 }))
    delivered += 1
    if (delivered === referrals + unsigned) clearInterval(timer)
  }, everyMs)
  defer(async () => clearInterval(timer))
  return { done: async () => void (await until('all mails are delivered', () => delivered === referrals + unsigned)) }
}

/** What the other side received, beside what stands in the rows: each thing once, and nothing forgotten. */
async function expectEachOnce(scene: Scene): Promise<void> {
  const { records, provider } = scene
  const all = referrals + unsigned
  expect(await records.overview.ledger()).toEqual({ received: all, handled: referrals, waiting: unsigned, unread: 0 })
  const mails = await records.db.selectFrom('mails').select('journey_id').where('outcome', '=', 'journey').execute()
  expect(new Set(mails.map((mail) => mail.journey_id)).size).toBe(referrals)
  expect(await records.journeys()).toHaveLength(referrals)

  expect(await scene.invitations()).toEqual(Array.from({ length: referrals }, () => 1))
  const outgoing = await records.db.selectFrom('outgoing').select(['id', 'kind', 'purpose', 'status']).execute()
  const messages = outgoing.filter(({ kind }) => kind === 'message')
  expect(messages.filter(({ status }) => status !== 'delivered')).toEqual([])

  const notices = outgoing.filter(({ kind }) => kind === 'mail')
  expect(notices).toHaveLength(unsigned)
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
  await scene.ledgerHolds(referrals + unsigned)
  await scene.whileTimePasses('all mails have an outcome', async () => {
    return (await scene.records.overview.ledger()).unread === 0
  })
  await scene.whileTimePasses('all is done', async () => {
    await scene.records.settled(scene.clock, 1_000)
    return true
  })
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
  describe.skipIf(lacking.length > 0)(named(`a start with its queue on ${name}`, lacking), () => {
    it('that is killed again and again while mails come in loses nothing and does nothing twice', async () => {
      await using scene = await openScene()
      const feeding = feed(scene, 170)
      for (let round = 0; round < 8; round += 1) {
        const opkomst = spawnOpkomst(scene, 'start', environment)
        // Twice while it starts, else while it works.
        if (round % 4 === 3) await sleep(Math.random() * 700)
        else {
          await opkomst.ready()
          await sleep(Math.random() * 600)
        }
        await opkomst.end()
        aWhileLater(scene)
      }
      await feeding.done()
      await finish(scene, environment)
      await expectEachOnce(scene)
    }, 120_000)
  })
}

describe('two processes on one database', { concurrent: true }, () => {
  it('share the work: nothing is lost and nothing is done twice', async () => {
    await using scene = await openScene()
    const both = [spawnOpkomst(scene, 'start'), spawnOpkomst(scene, 'worker')]
    await Promise.all(both.map((one) => one.ready()))
    await feed(scene, 40).done()
    await scene.ledgerHolds(referrals + unsigned)
    await scene.records.settled(scene.clock)
    await expectEachOnce(scene)
    const leases = await scene.records.db.selectFrom('leases').select(['name', 'owner']).execute()
    expect(leases.map(({ name }) => name).toSorted()).toEqual(['mailbox:aanmelding@127.0.0.1/INBOX', 'relay'])
    for (const one of both) await one.end('SIGTERM')
  }, 60_000)

  it('take over from each other: one is killed in the middle of it, and the other’s clock is not quite the same', async () => {
    await using scene = await openScene()
    const first = spawnOpkomst(scene, 'start')
    await first.ready()
    const feeding = feed(scene, 60)
    await scene.ledgerHolds(10)
    // Well within what the watch of the clocks allows, and further than the leases of the first last.
    scene.clock.moveTo(scene.clock.now().add({ seconds: 100 }))
    const second = spawnOpkomst(scene, 'worker')
    await second.ready()
    await scene.ledgerHolds(40)
    await first.end()
    await feeding.done()
    await scene.ledgerHolds(referrals + unsigned)
    await second.end('SIGTERM')
    aWhileLater(scene)
    await finish(scene, {})
    await expectEachOnce(scene)
  }, 90_000)
})
