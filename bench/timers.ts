import { sql } from 'kysely'
import { createQueues } from '#src/jobs/queue.ts'
import { createHandlers } from '#src/jobs/handlers.ts'
import type { DueParts } from '#src/jobs/due-work.ts'
import { jobTable } from '#src/jobs/job-table.ts'
import { relayOnce } from '#src/jobs/relay.ts'
import { createLeases } from '#src/store/leases.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { median, type Line } from './line.ts'
import type { World } from './world.ts'

const atOnce = 10_000
const inTable = 1_000_000
const workers = 10

/**
 * Timers of real journeys, all due at this moment. Each belongs to a journey and is read, decided on and taken away under its lock, as
 * every firing is; their journeys do not want them any more, so that none of them sends anything.
 */
async function makeDue({ db, verb }: World): Promise<void> {
  const now = verb.clock.now().toString()
  await sql`
    insert into timers (journey_id, key, due_at, wake_at)
    select j.id, 'task_half.bench.' || g, ${now}, ${now} from (select id from journeys order by sequence limit 1000) j, generate_series(1, ${atOnce / 1000}) g`.execute(
    db,
  )
}

const leftOver = async ({ db }: World): Promise<number> => {
  const row = await db
    .selectFrom('timers')
    .select((eb) => eb.fn.countAll<string>().as('left'))
    .where('key', 'like', 'task_half.bench.%')
    .executeTakeFirstOrThrow()
  return Number(row.left)
}

function partsOf(world: World, fired: Map<string, number>) {
  const { verb, rows, db } = world
  const due: DueParts = { ...rows, sendingSwitch: createSendingSwitch(db), sending: 'off' }
  const idle = () => Promise.reject(new Error('the bench of timers sends nothing'))
  const handlers = createHandlers({
    readMail: idle,
    messages: verb,
    timer: verb,
    send: verb,
    channel: { name: 'none', send: idle, lookUp: idle },
    mailer: { send: idle, verify: idle, close: () => undefined },
    onError: (error) => {
      throw error
    },
  })
  const fire = async (data: Record<string, string>): Promise<void> => {
    const job = jobTable.timer.parse(data)
    fired.set(`${job.journeyId} ${job.key}`, (fired.get(`${job.journeyId} ${job.key}`) ?? 0) + 1)
    await handlers.timer(job)
  }
  return { due, fire }
}

/** Through relay and queue, as they run in production on the embedded default. */
export async function manyTimersAtOnce(world: World): Promise<Line> {
  await makeDue(world)
  const fired = new Map<string, number>()
  const { due, fire } = partsOf(world, fired)
  const fault = { error: undefined as unknown }
  const queues = await createQueues({ databaseUrl: world.url, onError: (error) => (fault.error = error) })
  queues.work('timer', fire, { concurrency: workers })
  const relay = {
    ...due,
    queues,
    leases: createLeases(world.db),
    clock: world.verb.clock,
    owner: 'bench',
    onError: () => undefined,
  }
  const started = performance.now()
  while ((await leftOver(world)) > 0 && performance.now() - started < 120_000) {
    if (!(await relayOnce(relay))) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const seconds = (performance.now() - started) / 1000
  await queues.close()
  if (fault.error) throw new Error('a timer of the bench failed', { cause: fault.error })
  const twice = [...fired.entries()].filter(([key, times]) => key.includes('bench') && times > 1).length
  return {
    name: `${String(atOnce)} timers due at the same moment, all fired, seconds`,
    value: twice > 0 ? Number.POSITIVE_INFINITY : seconds,
    bound: { atMost: 30 },
    measured: `${String(fired.size)} fired through the queue, ${String(twice)} of them more than once`,
  }
}

async function fillTable({ db, verb }: World): Promise<void> {
  const later = verb.clock.now().add({ hours: 24 }).toString()
  await sql`
    insert into timers (journey_id, key, due_at, wake_at)
    select j.id, 'term.bench.' || g, ${later}::timestamptz + g * interval '1 second', ${later}::timestamptz + g * interval '1 second'
    from (select id from journeys order by sequence limit 1000) j, generate_series(1, ${inTable / 1000}) g`.execute(db)
  await sql`analyze timers`.execute(db)
}

/** What the relay asks every second, on a table with a million timers of which none is due. */
export async function dueQueryOnFullTable(world: World): Promise<Line> {
  await fillTable(world)
  const times: number[] = []
  for (let n = 0; n < 40; n++) {
    const started = performance.now()
    await world.rows.timers.due(world.verb.clock.now(), 60, 500)
    times.push(performance.now() - started)
  }
  return {
    name: `the relay's next-due query with ${String(inTable)} timers in the table, milliseconds`,
    value: median(times.slice(5)),
    bound: { atMost: 5 },
    measured: `slowest of 35: ${Math.max(...times.slice(5)).toFixed(2)} ms`,
  }
}
