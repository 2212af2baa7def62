import { asId } from '#src/domain/values/id.ts'
import { handleMessages } from '#src/services/handle-messages.ts'
import { receiveMessage } from '#src/services/receive-message.ts'
import { median, perSecond, type Line } from './line.ts'
import { rate, type World } from './world.ts'

const runs = 3
const repliesPerRun = 200

async function bareTransaction({ pool }: World, n: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({ name: 'bare_update', text: 'update bare_row set n = n + 1 where id = $1', values: [n] })
    await client.query({
      name: 'bare_insert',
      text: 'insert into bare_log (row_id, body) values ($1, $2)',
      values: [n, 'x'.repeat(300)],
    })
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function prepareBare({ pool }: World, count: number): Promise<void> {
  await pool.query('create table if not exists bare_row (id int primary key, n int not null)')
  await pool.query(
    'create table if not exists bare_log (id bigint generated always as identity primary key, row_id int not null, body text not null)',
  )
  await pool.query('insert into bare_row select i, 0 from generate_series(1, $1) i on conflict do nothing', [count])
}

/** One reply waits in every journey; answering 'ja' and then 'nee toch niet' keeps each of them a reply that does something. */
async function write(world: World, phones: readonly string[], run: number): Promise<void> {
  const text = run % 2 === 0 ? 'Ja, ik kom' : 'Kan ik een andere dag?'
  for (const from of phones) {
    const reference = `${String(run)}-${from}`
    await receiveMessage(world.verb, { channel: 'bench', reference, from, text, receivedAt: world.verb.clock.now() })
  }
}

/** What was not handled would make us look fast. */
async function expectHandled({ db }: World, run: number): Promise<void> {
  const { left } = await db
    .selectFrom('inbound')
    .select((eb) => eb.fn.countAll<string>().as('left'))
    .where('handled_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (left !== '0') throw new Error(`${left} replies of run ${String(run)} were not handled`)
}

async function measure(
  world: World,
  journeys: readonly string[],
  phones: readonly string[],
  concurrency: number,
  firstRun: number,
) {
  const ours: number[] = []
  const bare: number[] = []
  for (let run = 0; run <= runs; run++) {
    await write(world, phones, firstRun + run)
    const bareRate = await rate(
      journeys.map((_, n) => n + 1),
      concurrency,
      (n) => bareTransaction(world, n),
    )
    const ourRate = await rate(journeys, concurrency, (id) => handleMessages(world.verb, asId<'journey'>(id)))
    await expectHandled(world, firstRun + run)
    if (run > 0) bare.push(bareRate)
    if (run > 0) ours.push(ourRate)
  }
  return { ours: median(ours), bare: median(bare) }
}

async function listStatements(world: World, journey: string, phone: string): Promise<string[]> {
  await write(world, [phone], 1000)
  world.statements.texts = []
  world.statements.listening = true
  await handleMessages(world.verb, asId<'journey'>(journey))
  world.statements.listening = false
  return world.statements.texts.map((text, n) => `${String(n + 1)}. ${text.replace(/\s+/g, ' ').trim().slice(0, 90)}`)
}

/** A reply that was stored on arrival: from the entry of the service to its commit, decryption included. */
export async function reply(world: World, phones: readonly string[]): Promise<Line[]> {
  const used = phones.slice(0, repliesPerRun)
  const found = await Promise.all(used.map((phone) => world.rows.journeys.findByPhone(phone)))
  const journeys = found.flatMap(([owner]) => (owner ? [owner.journeyId] : []))
  if (journeys.length !== used.length) throw new Error('not every phone of the bench has a journey')
  await prepareBare(world, journeys.length)
  const lines: Line[] = []
  for (const [index, concurrency] of [1, 10].entries()) {
    const { ours, bare } = await measure(world, journeys, used, concurrency, index * 100)
    lines.push({
      name: `one understood reply at concurrency ${String(concurrency)}, over a bare transaction of one update and one insert`,
      value: ours / bare,
      bound: { atLeast: 0.2 },
      measured: `${perSecond(ours)} against ${perSecond(bare)}`,
      ...(index === 0
        ? { detail: ['its statements:', ...(await listStatements(world, journeys[0] ?? '', used[0] ?? ''))] }
        : {}),
    })
  }
  return lines
}
