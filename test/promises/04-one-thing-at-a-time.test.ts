import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Actor } from '#src/domain/actor.ts'
import type { Id } from '#src/domain/values/id.ts'
import { commandJourney } from '#src/services/command-journey.ts'
import { amsterdam } from '#test/support/universe.ts'
import { createRig, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

it('handles two messages of the same second in the order in which they came in', async () => {
  const journeyId = await rig.invited()
  await rig.sendAll()
  await rig.write('Ja', 'a')
  await rig.write('nee toch niet, ik kan dan niet', 'b')
  await Promise.all([rig.handlers.messages({ journeyId }), rig.handlers.messages({ journeyId })])
  const outcomes = await rig.db
    .selectFrom('inbound')
    .select(['carrier_reference', 'outcome'])
    .orderBy('sequence')
    .execute()
  expect(outcomes.map((row) => row.carrier_reference)).toEqual(['a', 'b'])
  expect(outcomes.every((row) => row.outcome !== null)).toBe(true)
  const answers = (await rig.outgoing()).filter((row) => row.purpose === 'answer')
  for (const { id } of answers) await rig.handlers.outgoing({ outgoingId: id })
  const [yes, why] = rig.received.slice(-2)
  expect(yes?.text).toMatch(/^Fijn/)
  expect(why?.text).toMatch(/reden/)
})

/** Somebody else has the participant, and both wait for them: the second then goes by what the first left. */
async function overlapping(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
  const waiting = async () => {
    const { rows } = await sql<{ many: number }>`
      select count(*)::int as many from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(
      rig.db,
    )
    return rows[0]?.many ?? 0
  }
  const work: Promise<unknown>[] = []
  await rig.db.transaction().execute(async (blocking) => {
    await sql`select from participants for update`.execute(blocking)
    for (const [already, start] of [first, second].entries()) {
      work.push(start())
      while ((await waiting()) <= already) await pause(20)
    }
  })
  await Promise.all(work)
}

it('keeps every timer when two corrections of one mark wait for the same lock', async () => {
  const actor: Actor = { kind: 'staff', id: 'samira' }
  const timersOf = async (journeyId: Id<'journey'>) =>
    (await rig.db.selectFrom('timers').select('key').where('journey_id', '=', journeyId).execute())
      .map(({ key }) => key)
      .toSorted()
  const journeyId = await rig.invited()
  await rig.sendAll()
  rig.clock.moveTo(amsterdam('2026-11-10T11:40'))
  const attendanceId = (await rig.load(journeyId))?.journey.attendances[0]?.id
  if (!attendanceId) throw new Error('an appointment was planned')
  const mark = (came: boolean) => () =>
    commandJourney(rig.verb, journeyId, { type: 'mark_attendance', came, attendanceId }, actor)
  await mark(false)()
  const wanted = await timersOf(journeyId)
  expect(wanted.some((key) => key.startsWith('no_show_notice'))).toBe(true)
  await overlapping(mark(true), mark(false))
  expect(await timersOf(journeyId)).toEqual(wanted)
})

it('answers a message once, however often its job runs and its carrier repeats it', async () => {
  const journeyId = await rig.invited()
  await rig.write('Ja', 'a')
  await rig.write('Ja', 'a')
  await Promise.all([1, 2, 3].map(() => rig.handlers.messages({ journeyId })))
  expect((await rig.outgoing()).filter((row) => row.purpose === 'answer')).toHaveLength(1)
})

it('lets one message go at a time to a participant, in order', async () => {
  const journeyId = await rig.invited()
  await rig.write('Ja', 'a')
  await rig.handlers.messages({ journeyId })
  const question = { now: rig.clock.now(), leaseSeconds: 0, limit: 10, approvedOnly: false }
  const messages = (await rig.outgoing()).filter((row) => row.kind === 'message')
  const due = async () =>
    (await rig.rows.outgoing.due(question)).filter((id) => messages.some((message) => message.id === id))
  const [first, second] = messages
  expect(await due()).toEqual([first?.id])
  await rig.handlers.outgoing({ outgoingId: first?.id ?? '' })
  expect(await due()).toEqual([second?.id])
})

it('keeps the order of what goes out although the first attempt of each fails', async () => {
  const journeyId = await rig.invited()
  await rig.write('Ja', 'a')
  await rig.write('Moet ik iets meenemen?', 'b')
  await rig.handlers.messages({ journeyId })
  const tried = new Set<string>()
  rig.faults.loses = ({ id }) => tried.size < tried.add(id).size
  await rig.work(20)
  const wanted = (await rig.outgoing()).filter((row) => row.kind === 'message')
  expect(rig.received.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
  expect(wanted).toHaveLength(3)
})
