import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findEmbeddedPostgres } from '#src/app/embedded/postgres.ts'
import { createQueues } from '#src/jobs/queue.ts'
import { asAdmin } from '../support/admin.ts'
import { person, referralOf } from './people.ts'
import { openRecords } from './records.ts'
import { openScene, type Scene } from './scene.ts'
import { endOf, named, redisOf, through } from './servers.ts'
import { until } from '../support/until.ts'

const once = (people: number): number[] => Array.from({ length: people }, () => 1)

function deliver(scene: Scene, from: number, to: number): void {
  for (let number = from; number <= to; number += 1) scene.provider.deliver(referralOf(person(number)))
}

/** Nothing lost, nothing twice: so many mails came in, each made one journey, each person was invited once. */
async function expectAllDone(scene: Scene, mails: number): Promise<void> {
  await scene.ledgerHolds(mails)
  await scene.records.settled(scene.clock)
  expect(await scene.records.overview.ledger()).toEqual({ received: mails, handled: mails, waiting: 0, unread: 0 })
  expect(await scene.records.journeys()).toHaveLength(mails)
  expect(await scene.invitations()).toEqual(once(mails))
  expect(await scene.records.differences()).toEqual([])
}

describe('a database that goes away', { concurrent: true }, () => {
  it('is told; what came meanwhile waits in the mailbox and is taken in when it is back', async () => {
    await using scene = await openScene()
    const { database } = scene.provider
    const line = await scene.lineTo(endOf(database.url))
    const opkomst = await scene.start({ DATABASE_URL: through(database.url, line) })
    deliver(scene, 1, 2)
    await expectAllDone(scene, 2)
    await line.cut()
    await opkomst.says('Let op: de database antwoordt niet; we proberen het vanzelf opnieuw. Kijk of PostgreSQL draait')
    expect(await opkomst.page('/')).toContain('Er is niets half opgeslagen')
    expect(await opkomst.page('/health')).toBe('{"ok":false}')
    deliver(scene, 3, 5)
    await opkomst.says('Een mail kon niet worden opgeslagen. De mail staat nog op de server en wordt opnieuw opgehaald')
    await line.restore()
    await opkomst.says('Weer goed: de database antwoordt')
    await expectAllDone(scene, 5)
    expect(await opkomst.page('/health')).toBe('{"ok":true}')
  }, 120_000)

  it('may end every session at any moment: nothing is lost and nothing is done twice', async () => {
    await using scene = await openScene()
    await scene.start()
    for (let round = 0; round < 6; round += 1) {
      deliver(scene, round * 4 + 1, round * 4 + 4)
      await scene.ledgerHolds(round * 4 + 1 + (round % 4))
      await endSessions(scene)
    }
    await scene.whileTimePasses('all mails are handled', async () => {
      return (await scene.records.overview.ledger()).handled === 24
    })
    await scene.settledInTime()
    await expectAllDone(scene, 24)
  }, 120_000)

  async function endSessions(scene: Scene): Promise<void> {
    await asAdmin(scene.provider.database.url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and application_name like 'opkomst%'`,
      ),
    )
  }

  it('is started again when it is the embedded one and was killed', async () => {
    await using scene = await openScene()
    const { DATABASE_URL: _, MASTER_KEY: __, ...environment } = scene.provider.environment
    const dataDir = environment['DATA_DIR'] ?? ''
    const opkomst = await scene.startIn({ ...environment, EMBEDDED_DATABASE: 'accepted' })
    const url = findEmbeddedPostgres(dataDir) ?? ''
    const masterKey = Buffer.from(readFileSync(path.join(dataDir, 'master.key'), 'utf8'), 'base64')
    const records = await openRecords({ url, masterKey, textsDir: scene.provider.place.textsDir })
    scene.defer(() => records.close())
    deliver(scene, 1, 2)
    await until('two are taken in', async () => (await records.overview.ledger()).received === 2)
    const [{ file } = { file: '' }] = (
      await asAdmin(url, (client) => client.query<{ file: string }>('show data_directory'))
    ).rows.map((row) => ({ file: path.join(Object.values(row)[0] ?? '', 'postmaster.pid') }))
    process.kill(Number(readFileSync(file, 'utf8').split('\n', 1)[0]), 'SIGKILL')
    deliver(scene, 3, 5)
    await opkomst.says('PostgreSQL is onverwacht gestopt en wordt opnieuw gestart')
    await until('all five are taken in', async () => (await records.overview.ledger()).received === 5)
    await scene.whileTimePasses('all five are invited, and nothing is left to be done', async () => {
      await records.settled(scene.clock, 1_000)
      return (await records.taken()).filter(({ purpose }) => purpose === 'invitation').length === 5
    })
    expect((await records.taken()).filter(({ times }) => times !== 1)).toEqual([])
    expect(await records.differences()).toEqual([])
  }, 120_000)
})

const redisUrl = redisOf(6)
const backends = [
  { name: 'PostgreSQL', environment: {}, redis: undefined, lacking: [] },
  {
    name: 'Redis',
    environment: { REDIS_URL: redisUrl ?? '' },
    redis: redisUrl,
    lacking: redisUrl === undefined ? ['OPKOMST_TEST_REDIS_URL'] : [],
  },
]

for (const { name, environment, redis, lacking } of backends) {
  describe.skipIf(lacking.length > 0)(named(`a queue on ${name} that is wiped`, lacking), () => {
    it('while jobs wait in it, loses nothing: they are handed out again when their lease is over', async () => {
      await using scene = await openScene()
      await scene.start(environment)
      const release = await holdUpHandlers(scene)
      deliver(scene, 1, 12)
      await scene.ledgerHolds(12)
      await until('every mail was handed out', async () => (await handedOut(scene)) === 12)
      await wipe(scene)
      await release()
      await until('what was being done is done', async () => (await scene.records.overview.ledger()).handled === 2)
      expect(await scene.records.overview.ledger()).toMatchObject({ received: 12, unread: 10 })
      scene.clock.moveTo(scene.clock.now().add({ seconds: 61 }))
      await expectAllDone(scene, 12)
    }, 120_000)

    async function wipe(scene: Scene): Promise<void> {
      const { url } = scene.provider.database
      const queues = await createQueues({
        databaseUrl: url,
        ...(redis !== undefined && { redisUrl: redis }),
        onError: () => undefined,
      })
      await queues.wipe()
      await queues.close()
    }
  })
}

async function handedOut(scene: Scene): Promise<number> {
  const rows = await scene.records.db
    .selectFrom('mails')
    .select('id')
    .where('wake_at', '>', new Date(scene.clock.now().epochMilliseconds))
    .execute()
  return rows.length
}

/** No referral can be accepted until it is released, so jobs wait. */
async function holdUpHandlers(scene: Scene): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { promise: held, resolve: holds } = Promise.withResolvers<void>()
  const holding = asAdmin(scene.provider.database.url, async (client) => {
    await client.query('begin; lock table participants in exclusive mode')
    holds()
    await promise
    await client.query('commit')
  })
  await held
  return async () => {
    resolve()
    await holding
  }
}

describe.skipIf(redisUrl === undefined)(
  named('a Redis that goes away', redisUrl === undefined ? ['OPKOMST_TEST_REDIS_URL'] : []),
  () => {
    it('is told; mails are stored meanwhile, and handled when it is back', async () => {
      await using scene = await openScene()
      const line = await scene.lineTo(endOf(redisUrl ?? ''))
      const opkomst = await scene.start({ REDIS_URL: through(redisUrl ?? '', line) })
      deliver(scene, 1, 2)
      await expectAllDone(scene, 2)
      await line.cut()
      await opkomst.says(
        /^Let op: wachtrij op Redis antwoordt niet: kijk of Redis draait; wat moet gebeuren staat in de database en gaat door/,
      )
      deliver(scene, 3, 5)
      await scene.ledgerHolds(5)
      expect(await opkomst.page('/')).toContain('wachtrij op Redis antwoordt niet')
      await line.restore()
      await opkomst.says('Weer goed: wachtrij op Redis')
      scene.clock.moveTo(scene.clock.now().add({ seconds: 61 }))
      await expectAllDone(scene, 5)
    }, 120_000)
  },
)
