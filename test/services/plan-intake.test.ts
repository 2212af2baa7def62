import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { intakePlan, planIntake, type PlanIntakeVerb } from '#src/services/plan-intake.ts'
import { createIds } from '#src/store/ids.ts'
import { createTransact } from '#src/store/store.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse } from '#test/support/universe.ts'

const staff: Actor = { kind: 'staff', id: 'test' }
let universe: Universe
let verb: PlanIntakeVerb
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  const { database, keyring, clock, loaded } = universe
  verb = {
    transact: createTransact(database, keyring, 'Europe/Amsterdam'),
    knowledge: loaded.knowledge,
    clock,
    ids: createIds(clock),
  }
})
afterEach(() => universe.close())

/** A journey of which the participant did not come, so that nothing is planned. */
async function missed(): Promise<Journey> {
  await refer(universe)
  const id = await onlyJourney(universe)
  const [attendance] = (await universe.journey(id))?.journey.attendances ?? []
  if (!attendance) throw new Error('there should be an appointment')
  await universe.advanceTo(attendance.endsAt.add({ minutes: 5 }))
  await universe.command(id, { type: 'mark_attendance', attendanceId: attendance.id, came: false }, staff)
  await universe.settle()
  const journey = (await universe.journey(id))?.journey
  if (!journey) throw new Error('there should be a journey')
  return journey
}

describe('intakePlan', () => {
  it('tells which slots are in time and for which the invitation can still be there', async () => {
    const { options, how } = await intakePlan(verb, await missed())
    expect(how).toMatch(/^De intake moet er uiterlijk .* zijn \(/)
    expect(options.length).toBeGreaterThan(3)
    const [soonest] = options
    expect(soonest?.leavesLead).toBe(false)
    expect(options.at(-1)).toMatchObject({ inTime: false, leavesLead: true })
    const starts = options.map(({ slot }) => slot.startsAt.epochMilliseconds)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})

describe('planIntake', () => {
  it('keeps in the journal what the person accepted', async () => {
    const journey = await missed()
    const late = (await intakePlan(verb, journey)).options.find(({ inTime }) => !inTime)
    expect(await planIntake(verb, journey.id, late?.id ?? '', staff)).toEqual({ kind: 'planned', reach: 'phone' })
    const line = (await universe.journal(journey.id)).findLast(({ event }) => event.type === 'appointment_planned')
    expect(line?.actor).toBe('staff:test')
    expect(line?.event).toMatchObject({ how: expect.stringContaining('Een medewerker koos een plek na de termijn.') })
  })

  it('is refused when the slot is taken, and when something is planned', async () => {
    const journey = await missed()
    const [option] = (await intakePlan(verb, journey)).options
    const chosen = option?.id ?? ''
    expect(await planIntake(verb, journey.id, chosen, staff)).toEqual({ kind: 'planned', reach: 'phone' })
    expect(await planIntake(verb, journey.id, chosen, staff)).toEqual({ kind: 'refused', why: 'slot_taken' })
    const [other] = (await intakePlan(verb, journey)).options
    expect(await planIntake(verb, journey.id, other?.id ?? '', staff)).toEqual({ kind: 'refused', why: 'already' })
  })

  it('gives a slot that two people choose at the same moment to one of them', async () => {
    const journey = await missed()
    await refer(universe, { Klantnummer: 'K-2', Mobiel: '06 1234 5602' })
    const other = (await universe.journeys()).find((id) => id !== journey.id) ?? journey.id
    const theirs = (await universe.journey(other))?.journey.attendances[0]
    const taken = theirs && `${theirs.coachId}@${theirs.startsAt.toString()}`
    expect(await planIntake(verb, journey.id, taken ?? '', staff)).toEqual({ kind: 'refused', why: 'slot_taken' })
  })
})
