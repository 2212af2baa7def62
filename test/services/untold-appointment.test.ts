import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Actor } from '#src/domain/actor.ts'
import { currentAttendance, type Journey } from '#src/domain/journey/journey.ts'
import { intakePlan } from '#src/services/plan-intake.ts'
import { createIds } from '#src/store/ids.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createTransact } from '#src/store/store.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'

const phone = '+31612345671'
const coach: Actor = { kind: 'staff', id: 'samira' }

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  await refer(universe)
  await universe.settle()
})
afterEach(() => universe.close())

const journey = async (): Promise<Journey> => (await universe.journey(await onlyJourney(universe)))!.journey

const planned = async () => currentAttendance(await journey())

const writes = async (text: string): Promise<string> => {
  await universe.write(phone, text)
  await universe.settle()
  await universe.advanceTo(universe.clock.now().add({ minutes: 1 }))
  return universe.carrier.received.at(-1)?.text ?? ''
}

/** The first appointment is missed, and a second one is planned of which nothing may be sent yet. */
async function missedAndPlannedAnew(): Promise<void> {
  const first = await planned()
  await universe.advanceTo(amsterdam('2026-11-10T11:05'))
  const { id } = await journey()
  await universe.command(id, { type: 'mark_attendance', attendanceId: first!.id, came: false }, coach)
  await universe.settle()
  await createSendingSwitch(universe.database).set(true, 'test')
  const { database, keyring, clock, loaded } = universe
  const verb = {
    transact: createTransact(database, keyring, 'Europe/Amsterdam'),
    clock,
    ids: createIds(clock),
    knowledge: loaded.knowledge,
  }
  const [option] = (await intakePlan(verb, await journey())).options
  await universe.planIntake(id, option!.slot.startsAt, coach)
  await universe.settle()
}

describe('an appointment of which no message of ours has told', () => {
  it.each(['1', 'ja', 'Ja, ik kom'])('is not confirmed by %j, that answers the one before it', async (text) => {
    await missedAndPlannedAnew()
    await writes(text)
    const second = await planned()
    expect(second).toBeDefined()
    expect(second?.confirmedAt).toBeUndefined()
  })

  it.each(['ik ben ziek', 'ik kan niet komen', '3'])('is not cancelled by %j; a person reads it', async (text) => {
    await missedAndPlannedAnew()
    const before = await planned()
    await writes(text)
    expect((await planned())?.id).toBe(before?.id)
    expect((await journey()).tasks.filter(({ closedAt }) => !closedAt)).not.toEqual([])
  })

  it('is named when somebody says yes before the invitation of the next morning, and a second yes confirms it', async () => {
    await universe.close()
    universe = await createTestUniverse('2026-11-06T21:30')
    await refer(universe)
    await universe.settle()
    expect(universe.carrier.received).toEqual([])
    expect(await writes('ja')).toMatch(/Uw afspraak is op \w+ \d+ november om/)
    expect((await planned())?.confirmedAt).toBeUndefined()
    await writes('ja, ik kom')
    expect((await planned())?.confirmedAt).toBeDefined()
  })
})
