import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '#src/app/embedded/free-port.ts'
import { createQueues } from '#src/jobs/queue.ts'
import type { QueueOptions, Queues } from '#src/jobs/queue.ts'
import { asAdmin } from '#test/support/admin.ts'
import { createTestDatabase } from '#test/support/database.ts'
import type { TestDatabase } from '#test/support/database.ts'
import { openUnreliableLine } from '#test/support/unreliable-line.ts'
import type { UnreliableLine } from '#test/support/unreliable-line.ts'

/** How to reach the place where jobs wait: straight, or over a line that can be broken. */
type Reach = (line?: UnreliableLine) => Pick<QueueOptions, 'databaseUrl' | 'redisUrl' | 'redisPrefix'>

let prefixes = 0
function newPrefix(): string {
  prefixes += 1
  return `opkomst-test-${process.pid}-${prefixes}`
}

let names = 0
/** A queue that no other test uses. */
function newName(): string {
  names += 1
  return `queue-${names}`
}

function job(id: string) {
  return { id, data: { id } }
}

function jobs(count: number) {
  return Array.from({ length: count }, (_, number) => job(`job_${number}`))
}

interface Opened {
  readonly queues: Queues
  readonly errors: string[]
}

async function open(options: Omit<QueueOptions, 'onError'>): Promise<Opened> {
  const errors: string[] = []
  const queues = await createQueues({ ...options, onError: (error) => errors.push(error.message) })
  onTestFinished(() => queues.close())
  return { queues, errors }
}

/** How long it took, and what it failed with. */
async function timed(work: Promise<unknown>): Promise<{ readonly seconds: number; readonly error: string }> {
  const began = performance.now()
  const error = await work.then(
    () => '',
    (reason: unknown) => String(reason),
  )
  return { seconds: (performance.now() - began) / 1_000, error }
}

function via(url: string, line: UnreliableLine | undefined): string {
  if (line === undefined) return url
  const changed = new URL(url)
  changed.hostname = '127.0.0.1'
  changed.port = String(line.port)
  return changed.href
}

async function lineTo(url: string, usualPort: number): Promise<UnreliableLine> {
  const { hostname, port } = new URL(url)
  const line = await openUnreliableLine({ host: hostname, port: Number(port || usualPort) })
  onTestFinished(() => line.close())
  return line
}

/** What a queue must do wherever its jobs wait. */
function behavesAsAQueue(reach: Reach, openLine: () => Promise<UnreliableLine>) {
  it('hands each job to the worker once, so many at a time as asked', async () => {
    const { queues, errors } = await open(reach())
    const name = newName()
    const seen: (string | undefined)[] = []
    let running = 0
    let most = 0
    const handler = async ({ id }: Record<string, string>) => {
      running += 1
      most = Math.max(most, running)
      await sleep(5)
      running -= 1
      seen.push(id)
    }
    queues.work(name, handler, { concurrency: 3 })
    await queues.add(name, jobs(60))
    await expect.poll(() => seen.length).toBe(60)
    expect(new Set(seen).size).toBe(60)
    expect(most).toBe(3)
    expect(errors).toEqual([])
  })

  it('keeps jobs until a worker comes, also of another process', async () => {
    const name = newName()
    const options = reach()
    const first = await createQueues({ ...options, onError: () => {} })
    await first.add(name, jobs(5))
    await first.close()
    const { queues } = await open(options)
    const seen: (string | undefined)[] = []
    queues.work(name, async ({ id }) => void seen.push(id), { concurrency: 1 })
    await expect.poll(() => seen).toEqual(jobs(5).map(({ id }) => id))
  })

  it('adds an id that waits only once, and again once it is done', async () => {
    const { queues } = await open(reach())
    const name = newName()
    await queues.add(name, [job('same')])
    await queues.add(name, [job('same'), job('other')])
    const seen: (string | undefined)[] = []
    queues.work(name, async ({ id }) => void seen.push(id), { concurrency: 1 })
    await expect.poll(() => seen).toEqual(['same', 'other'])
    await expect.poll(() => queues.add(name, [job('same')]).then(() => seen.length)).toBeGreaterThan(2)
  })

  it('reports a handler that rejects, does not try it again by itself, and takes the same id again', async () => {
    const { queues, errors } = await open(reach())
    const name = newName()
    let calls = 0
    const handler = async () => {
      calls += 1
      if (calls === 1) throw new Error('the carrier said no')
    }
    queues.work(name, handler, { concurrency: 1 })
    await queues.add(name, [job('again')])
    await expect.poll(() => errors).toEqual([`job on queue ${name} failed: the carrier said no`])
    await sleep(300)
    expect(calls).toBe(1)
    await queues.add(name, [job('again')])
    await expect.poll(() => calls).toBe(2)
  })

  it('takes every text for an id, and no two for the same', async () => {
    const { queues, errors } = await open(reach())
    const name = newName()
    const ids = [
      '12',
      'a:b',
      'a%3Ab',
      'a',
      '',
      'j_12',
      '%',
      'question.2026-12-01T03:03:51.198Z',
      'é 😀',
      '0',
      'x'.repeat(300),
    ]
    const seen: (string | undefined)[] = []
    await queues.add(name, ids.map(job))
    queues.work(name, async ({ id }) => void seen.push(id), { concurrency: 1 })
    await expect.poll(() => seen).toEqual(ids)
    expect(errors).toEqual([])
  })

  it('is empty after a wipe, also of queues that another process filled, and works on', async () => {
    const options = reach()
    const name = newName()
    const other = await createQueues({ ...options, onError: () => {} })
    await other.add(name, jobs(20))
    await other.close()
    const { queues } = await open(options)
    await queues.wipe()
    const seen: (string | undefined)[] = []
    queues.work(name, async ({ id }) => void seen.push(id), { concurrency: 1 })
    await queues.wipe()
    await queues.add(name, [job('after')])
    await expect.poll(() => seen).toEqual(['after'])
  })

  it('lets a running job finish when it closes', async () => {
    const { queues } = await open(reach())
    const name = newName()
    let state = 'waiting'
    const handler = async () => {
      state = 'running'
      await sleep(800)
      state = 'done'
    }
    queues.work(name, handler, { concurrency: 1 })
    await queues.add(name, [job('slow')])
    await expect.poll(() => state).toBe('running')
    await queues.close()
    expect(state).toBe('done')
  })

  it('survives that its place goes away: says so at once, and goes on when it is back', async () => {
    const line = await openLine()
    const { queues } = await open(reach(line))
    const name = newName()
    const seen: (string | undefined)[] = []
    queues.work(name, async ({ id }) => void seen.push(id), { concurrency: 2 })
    await queues.add(name, [job('before')])
    await expect.poll(() => seen).toEqual(['before'])
    await line.cut()
    expect(await timed(queues.add(name, [job('during')]))).toEqual(failedWithin(2))
    expect(await timed(queues.add(newName(), [job('during')]))).toEqual(failedWithin(2))
    expect(await queues.health()).toMatchObject({ ok: false })
    await sleep(1_500)
    await line.restore()
    await expect.poll(() => added(queues, name, 'after'), patient).toBe(true)
    await expect.poll(() => seen, patient).toContain('after')
    expect(await queues.health()).toMatchObject({ ok: true })
  })

  it('starts its worker when its place was away at that moment', async () => {
    const line = await openLine()
    const { queues } = await open(reach(line))
    const name = newName()
    await line.cut()
    let seen = 0
    queues.work(name, async () => void (seen += 1), { concurrency: 1 })
    await sleep(500)
    await line.restore()
    await expect
      .poll(
        () =>
          queues.add(name, [job('after')]).then(
            () => seen,
            () => 0,
          ),
        patient,
      )
      .toBeGreaterThan(0)
  })

  it('tells of a lost place in few words, however long it lasts', async () => {
    const line = await openLine()
    const { queues, errors } = await open(reach(line))
    for (let worker = 0; worker < 4; worker += 1) queues.work(newName(), async () => {}, { concurrency: 1 })
    await sleep(300)
    await line.cut()
    await sleep(3_000)
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.length).toBeLessThan(6)
  })

  it('tells of it in few words also to who starts its workers meanwhile', async () => {
    const line = await openLine()
    const { queues, errors } = await open(reach(line))
    await line.cut()
    for (let worker = 0; worker < 4; worker += 1) queues.work(newName(), async () => {}, { concurrency: 1 })
    await sleep(3_000)
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.length).toBeLessThan(6)
  })

  it('closes within 5 seconds when its place is gone', async () => {
    const line = await openLine()
    const { queues } = await open(reach(line))
    queues.work(newName(), async () => {}, { concurrency: 1 })
    await queues.add(newName(), [job('one')])
    await line.cut()
    await sleep(300)
    expect((await timed(queues.close())).seconds).toBeLessThan(5)
  })

  it('says that it is not well, and closes within 5 seconds, when its place does not answer', async () => {
    const line = await openLine()
    const { queues } = await open(reach(line))
    queues.work(newName(), async () => {}, { concurrency: 1 })
    await queues.add(newName(), [job('one')])
    line.silence()
    expect(await queues.health()).toMatchObject({ ok: false, detail: expect.stringMatching(/antwoordt niet/) })
    expect((await timed(queues.close())).seconds).toBeLessThan(5)
  })
}

function failedWithin(limit: number) {
  return { error: expect.stringMatching(/Error/), seconds: expect.toSatisfy((seconds: number) => seconds < limit) }
}

async function added(queues: Queues, name: string, id: string): Promise<boolean> {
  return queues.add(name, [job(id)]).then(
    () => true,
    () => false,
  )
}

const patient = { timeout: 12_000, interval: 100 }

describe('a queue on PostgreSQL', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  behavesAsAQueue(
    (line) => ({ databaseUrl: via(database.url, line) }),
    () => lineTo(database.url, 5432),
  )

  it('survives that the server ends its sessions', async () => {
    const { queues } = await open({ databaseUrl: database.url })
    const name = newName()
    const seen: (string | undefined)[] = []
    queues.work(name, async ({ id }) => void seen.push(id), { concurrency: 2 })
    await queues.add(name, [job('before')])
    await expect.poll(() => seen).toEqual(['before'])
    await asAdmin(database.url, (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
        and pid <> pg_backend_pid()`),
    )
    // A session may be found dead only when it is used; what could not be added is offered again.
    await expect.poll(() => added(queues, name, 'after'), patient).toBe(true)
    await expect.poll(() => seen, patient).toContain('after')
  })

  it('shares one pool among all its queues and workers', async () => {
    const { queues } = await open({ databaseUrl: database.url })
    let seen = 0
    for (let number = 0; number < 8; number += 1) {
      const name = newName()
      queues.work(name, async () => void (seen += 1), { concurrency: 5 })
      await queues.add(name, jobs(20))
    }
    await expect.poll(() => seen).toBe(160)
    const connections = await asAdmin(database.url, (client) =>
      client.query('select count(*)::int as n from pg_stat_activity where datname = current_database()'),
    )
    // Ten, one per worker, and the one that asks.
    expect(connections.rows[0]).toEqual({ n: expect.toSatisfy((n: number) => n > 8 && n <= 19) })
  })

  it('keeps its tables out of the way, in a schema of its own', async () => {
    await open({ databaseUrl: database.url })
    const tables = await asAdmin(database.url, (client) =>
      client.query("select distinct schemaname as name from pg_tables where tablename in ('job', 'migration')"),
    )
    expect(tables.rows).toEqual([{ name: 'bullmq' }])
  })

  it('refuses to be made when no server answers', async () => {
    const port = await freePort()
    await expect(open({ databaseUrl: `postgres://a:b@127.0.0.1:${port}/c` })).rejects.toThrow(/ECONNREFUSED/)
  })
})

const redisUrl = process.env['OPKOMST_TEST_REDIS_URL'] ?? ''

describe.skipIf(redisUrl === '')('a queue on Redis (needs OPKOMST_TEST_REDIS_URL)', () => {
  const prefix = newPrefix()
  behavesAsAQueue(
    (line) => ({ databaseUrl: '', redisUrl: via(redisUrl, line), redisPrefix: prefix }),
    () => lineTo(redisUrl, 6379),
  )

  it('wipes only what has its own prefix', async () => {
    const ours = await open({ databaseUrl: '', redisUrl, redisPrefix: newPrefix() })
    const theirs = await open({ databaseUrl: '', redisUrl, redisPrefix: newPrefix() })
    await ours.queues.add('shared', jobs(3))
    await theirs.queues.add('shared', jobs(3))
    await ours.queues.wipe()
    let seen = 0
    theirs.queues.work('shared', async () => void (seen += 1), { concurrency: 1 })
    await expect.poll(() => seen).toBe(3)
  })
})

const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0

describe.skipIf(!hasRedisServer)('a queue on a Redis that dies (needs the program redis-server)', () => {
  it('goes on when Redis is started again on the same port', async () => {
    const port = await freePort()
    const killRedis = await startRedis(port)
    const { queues } = await open({ databaseUrl: '', redisUrl: `redis://127.0.0.1:${port}` })
    const seen: (string | undefined)[] = []
    queues.work('timers', async ({ id }) => void seen.push(id), { concurrency: 2 })
    await queues.add('timers', [job('before')])
    await expect.poll(() => seen).toEqual(['before'])
    await killRedis()
    await expect(queues.add('timers', [job('during')])).rejects.toThrow(/./)
    await startRedis(port)
    await expect.poll(() => added(queues, 'timers', 'after'), patient).toBe(true)
    await expect.poll(() => seen, patient).toContain('after')
  })

  it('refuses to be made when no Redis answers, within 6 seconds', async () => {
    const port = await freePort()
    const opened = await timed(open({ databaseUrl: '', redisUrl: `redis://127.0.0.1:${port}` }))
    expect(opened).toEqual({ ...failedWithin(6), error: expect.stringMatching(/ECONNREFUSED/) })
  })
})

/** Ends with its standard input, so also with a test run that is killed. */
async function startRedis(port: number): Promise<() => Promise<void>> {
  const script = 'redis-server "$@" & cat > /dev/null; kill -9 $!; wait'
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...args], { stdio: ['pipe', 'pipe', 'ignore'], cwd: '/' })
  const ended = once(shell, 'exit')
  const kill = async () => {
    shell.stdin.end()
    await ended
  }
  onTestFinished(kill)
  for await (const chunk of shell.stdout) if (String(chunk).includes('Ready to accept connections')) break
  return kill
}
