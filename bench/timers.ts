import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { system } from '#src/domain/actor.ts'
import type { Participant } from '#src/domain/participant.ts'
import { parseClientNumber } from '#src/domain/values/client-number.ts'
import { parseEmailAddress } from '#src/domain/values/email-address.ts'
import { createQueues } from '#src/jobs/queue.ts'
import { createHandlers } from '#src/jobs/handlers.ts'
import type { DueParts } from '#src/jobs/due-work.ts'
import { jobTable, timersIn } from '#src/jobs/job-table.ts'
import { createRelay } from '#src/jobs/relay.ts'
import { saveDraft } from '#src/services/command-journey.ts'
import { apply, beginningOf } from '#src/services/draft.ts'
import { createLeases } from '#src/store/leases.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { median, type Line } from './line.ts'
import { rate, type World } from './world.ts'

const atOnce = 10_000
const inTable = 1_000_000
const workers = 10
const makers = 6

/** The journeys were made so long ago that half the time of their one task is just over, for all of them at the same moment. */
const ago = Temporal.Duration.from({ minutes: 10 })

function participantOf(n: number): Participant {
  const clientNumber = parseClientNumber(`T-${String(n)}`)
  const email = parseEmailAddress('m.devries@lansingerland.example')
  if (!clientNumber || !email) throw new Error('the bench made a participant that cannot be')
  return { name: { family: 'Yilmaz', full: 'Fatima Yilmaz' }, clientNumber, language: 'nl', consulent: { email } }
}

/** A journey for which no slot was found: a task, whose half-time is a timer that decides, journals and writes a mail. */
async function makeJourney({ verb }: World, n: number, made: Temporal.Instant): Promise<void> {
  const contract = verb.knowledge.contracts.current('lansingerland')
  if (!contract) throw new Error('the bench needs the contract lansingerland')
  const { hash: contractHash, rules } = contract
  const context = { rules, actor: system, now: made }
  const journeyId = verb.ids.next<'journey'>()
  const participantId = verb.ids.next<'participant'>()
  const contractId = 'lansingerland'
  await verb.transact(async ({ journeys }) => {
    const beginning = beginningOf(participantOf(n), verb.references.next())
    const referral = {
      journeyId,
      participantId,
      contractId,
      contractHash,
      receivedAt: made,
      raisedRisk: true,
      reach: 'phone',
    } as const
    const accepted = apply(beginning, { type: 'accept_referral', ...referral }, context).draft
    const task = { type: 'report_no_slot', how: 'bench', dueAt: made.add(ago) } as const
    await saveDraft(journeys, apply(accepted, task, context).draft, system, { ...verb, clock: { now: () => made } })
  })
}

async function makeDue(world: World): Promise<void> {
  const made = world.verb.clock.now().subtract(ago)
  await rate(
    Array.from({ length: atOnce }, (_, n) => n),
    makers,
    (n) => makeJourney(world, n, made),
  )
}

const leftOver = async ({ db }: World): Promise<number> => {
  const row = await db
    .selectFrom('timers')
    .select((eb) => eb.fn.countAll<string>().as('left'))
    .where('key', 'like', 'task_half.no_slot.%')
    .executeTakeFirstOrThrow()
  return Number(row.left)
}

/** What the firings wrote: one row each, or the work was not done. */
const noticesOf = async ({ db }: World): Promise<number> => {
  const row = await db
    .selectFrom('outgoing')
    .select((eb) => eb.fn.countAll<string>().as('written'))
    .where('purpose', 'like', 'task_half.no_slot.%')
    .executeTakeFirstOrThrow()
  return Number(row.written)
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
    for (const timer of timersIn(jobTable.timers.parse(data))) {
      const name = `${timer.journeyId} ${timer.key}`
      fired.set(name, (fired.get(name) ?? 0) + 1)
      await handlers.timer(timer)
    }
  }
  return { due, fire }
}

/** How often the bench looks whether all is done; the work itself does not wait for it. */
const lookMs = 50
const atMostMs = 120_000

/** Through relay and queue, as they run in production on the embedded default. */
export async function manyTimersAtOnce(world: World): Promise<Line> {
  await makeDue(world)
  const fired = new Map<string, number>()
  const { due, fire } = partsOf(world, fired)
  const fault = { error: undefined as unknown }
  const onError = (error: unknown): void => {
    fault.error = error
  }
  const queues = await createQueues({ databaseUrl: world.url, onError })
  queues.work('timers', fire, { concurrency: workers })
  const { clock } = world.verb
  const relay = createRelay({ ...due, queues, leases: createLeases(world.db), clock, owner: 'bench', onError })
  const started = performance.now()
  relay.start()
  const isDone = async (): Promise<boolean> => fired.size >= atOnce && (await leftOver(world)) === 0
  while (!(await isDone()) && performance.now() - started < atMostMs) await sleep(lookMs)
  const seconds = (performance.now() - started) / 1000
  await relay.stop()
  await queues.close()
  if (fault.error) throw new Error('a timer of the bench failed', { cause: fault.error })
  const halves = [...fired.entries()].filter(([key]) => key.includes('task_half.no_slot'))
  const twice = halves.filter(([, times]) => times > 1).length
  const mails = await noticesOf(world)
  if (halves.length !== atOnce || mails !== atOnce)
    throw new Error(`${String(halves.length)} timers fired and ${String(mails)} wrote a mail, of ${String(atOnce)}`)
  return {
    name: `${String(atOnce)} timers due at the same moment, all fired, seconds`,
    value: twice > 0 ? Number.POSITIVE_INFINITY : seconds,
    bound: { atMost: 30 },
    measured: `${String(halves.length)} fired through relay and queue, ${String(twice)} of them more than once; each wrote one mail`,
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
