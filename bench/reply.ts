import type { Id } from '#src/domain/values/id.ts'
import { handleMessages } from '#src/services/handle-messages.ts'
import { fromInstant } from '#src/store/instants.ts'
import { receiveMessage } from '#src/services/receive-message.ts'
import { median, perSecond, type Line } from './line.ts'
import { rate, type World } from './world.ts'

/** Short and many: what else the machine does at a moment then weighs on both alike. */
const runs = 12
/** As for mails: the program runs for weeks, and until some 500 replies were handled part of its time goes to compiling. */
const warmUps = 10
const repliesPerRun = 50

async function bareTransaction({ pool }: World, n: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('update bare_row set n = n + 1 where id = $1', [n])
    await client.query('insert into bare_log (row_id, body) values ($1, $2)', [n, 'x'.repeat(300)])
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

interface Invited {
  readonly phone: string
  readonly journeyId: Id<'journey'>
}

const text = 'Ja, ik kom'

/** The first answer to an invitation: understood, it confirms the appointment, and is answered. */
async function write(world: World, invited: readonly Invited[]): Promise<void> {
  for (const { phone: from } of invited) {
    await receiveMessage(world.verb, {
      channel: 'bench',
      reference: from,
      from,
      kind: 'text',
      text,
      receivedAt: world.verb.clock.now(),
    })
  }
}

/** What was not handled, or confirmed nothing, would make us look fast. */
async function expectConfirmed({ db }: World, invited: readonly Invited[]): Promise<void> {
  const { confirmed } = await db
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll<string>().as('confirmed'))
    .where('type', '=', 'attendance_confirmed')
    .where(
      'journey_id',
      'in',
      invited.map(({ journeyId }) => journeyId),
    )
    .executeTakeFirstOrThrow()
  if (Number(confirmed) !== invited.length)
    throw new Error(`${confirmed} of ${String(invited.length)} replies confirmed the appointment`)
}

/** As a carrier leaves it: nobody confirms what they have not read. */
const sendInvitations = ({ db, verb }: World) =>
  db
    .updateTable('outgoing')
    .set({
      status: 'sent',
      settled_at: fromInstant(verb.clock.now()),
      went_at: fromInstant(verb.clock.now().subtract({ minutes: 1 })),
    })
    .where('purpose', '=', 'invitation')
    .execute()

async function measure(world: World, invited: readonly Invited[], concurrency: number) {
  const ours: number[] = []
  const bare: number[] = []
  const ratios: number[] = []
  for (let run = 0; run < warmUps + runs; run++) {
    const part = invited.slice(run * repliesPerRun, (run + 1) * repliesPerRun)
    await write(world, part)
    const bareRate = await rate([...part.keys()], concurrency, (n) => bareTransaction(world, n + 1))
    const ourRate = await rate(part, concurrency, ({ journeyId }) => handleMessages(world.verb, journeyId))
    await expectConfirmed(world, part)
    if (run < warmUps) continue
    bare.push(bareRate)
    ours.push(ourRate)
    ratios.push(ourRate / bareRate)
  }
  return { ours: median(ours), bare: median(bare), ratio: median(ratios) }
}

async function listStatements(world: World, one: Invited): Promise<string[]> {
  await write(world, [one])
  world.statements.texts = []
  world.statements.listening = true
  await handleMessages(world.verb, one.journeyId)
  world.statements.listening = false
  return world.statements.texts.map((sql, n) => `${String(n + 1)}. ${sql.replace(/\s+/g, ' ').trim().slice(0, 90)}`)
}

async function invitedAt(world: World, phones: readonly string[]): Promise<Invited[]> {
  const found: Invited[] = []
  for (const phone of phones) {
    const [owner] = await world.rows.journeys.findByPhone(phone)
    if (!owner) throw new Error('not every phone of the bench has a journey')
    found.push({ phone, journeyId: owner.journeyId })
  }
  return found
}

const perConcurrency = (warmUps + runs) * repliesPerRun
export const phonesNeeded = 2 * perConcurrency + 1

/** A reply that was stored on arrival: from the entry of the service to its commit, decryption included. */
export async function reply(world: World, phones: readonly string[]): Promise<Line[]> {
  const invited = await invitedAt(world, phones)
  const [last] = invited.slice(-1)
  await sendInvitations(world)
  await prepareBare(world, repliesPerRun)
  const lines: Line[] = []
  for (const [index, concurrency] of [1, 10].entries()) {
    const { ours, bare, ratio } = await measure(world, invited.slice(index * perConcurrency), concurrency)
    lines.push({
      name: `one understood reply at concurrency ${String(concurrency)}, over a bare transaction of one update and one insert`,
      value: ratio,
      bound: { atLeast: 0.2 },
      measured: `${perSecond(ours)} against ${perSecond(bare)}`,
      ...(index === 0 && last ? { detail: ['its statements:', ...(await listStatements(world, last))] } : {}),
    })
  }
  return lines
}
