import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Actor } from '#src/domain/actor.ts'
import { termsOf } from '#src/domain/journey/terms.ts'
import { handleMessages } from '#src/services/handle-messages.ts'
import { createIds } from '#src/store/ids.ts'
import { brokenLink } from '#src/store/journal.ts'
import { destroySubjectKey } from '#src/store/keyring.ts'
import { createTransact } from '#src/store/store.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse, projectTexts } from '#test/support/universe.ts'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15', projectTexts, 'off')
  await refer(universe)
})
afterEach(() => universe.close())

const coach: Actor = { kind: 'staff', id: 'samira' }

describe('a journey in the database', () => {
  it('takes one command at a time, however many come at once, and loses none', async () => {
    const id = await onlyJourney(universe)
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        universe.command(id, { type: 'raise_crisis', occurrence: `m${String(n)}` }, coach),
      ),
    )
    expect((await universe.journey(id))?.journey.tasks).toHaveLength(8)
    expect(await brokenLink(universe.database, id)).toBeUndefined()
  })

  it('is as it was when a command is refused', async () => {
    const id = await onlyJourney(universe)
    const before = await universe.journey(id)
    expect(
      await universe.command(id, { type: 'mark_attendance', attendanceId: 'x' as never, came: true }, coach),
    ).toEqual({ kind: 'refused', why: 'unknown' })
    expect(await universe.journey(id)).toEqual(before)
  })

  it('stores back a timer row that was lost, with the next change', async () => {
    const id = await onlyJourney(universe)
    const before = (await universe.journey(id))?.timers.map(({ key }) => key).toSorted()
    await universe.database.deleteFrom('timers').execute()
    await universe.command(id, { type: 'confirm' }, { kind: 'participant' })
    expect((await universe.journey(id))?.timers.map(({ key }) => key).toSorted()).toEqual(before)
  })

  it('keeps what was agreed: local time and zone beside the instant', async () => {
    const row = await universe.database
      .selectFrom('appointments')
      .select(['starts_at', 'zone', 'released'])
      .select((eb) => eb.cast<string>('local_start', 'text').as('local'))
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ zone: 'Europe/Amsterdam', local: '2026-11-10 10:00:00', released: false })
    expect(row.starts_at).toEqual(new Date('2026-11-10T09:00:00Z'))
  })

  it('gives a place in the agenda back when the appointment is cancelled, moved or withdrawn', async () => {
    const id = await onlyJourney(universe)
    const taken = () => universe.rows.appointments.booked(amsterdam('2026-11-01T00:00'), amsterdam('2026-12-01T00:00'))
    expect(await taken()).toHaveLength(1)
    await universe.command(id, { type: 'report_absence', reason: 'work' }, { kind: 'participant' })
    expect(await taken()).toEqual([])
    await universe.planIntake(id, amsterdam('2026-11-11T13:30'), coach)
    expect(await taken()).toHaveLength(1)
    await universe.command(id, { type: 'withdraw_referral' }, coach)
    expect(await taken()).toEqual([])
  })

  it('books nothing that was given up within the same turn', async () => {
    await universe.close()
    universe = await createTestUniverse('2026-11-02T09:15') // a time is picked from a list that arrived
    await refer(universe)
    const id = await onlyJourney(universe)
    const phone = '+31612345671'
    await universe.write(phone, 'andere tijd')
    await universe.settle()
    for (const text of ['1', 'andere tijd', '2']) await universe.write(phone, text)
    await universe.settle()
    const { journey } = (await universe.journey(id))!
    expect(journey.attendances.map(({ replacedBy }) => replacedBy !== undefined)).toEqual([true, true, false])
    const booked = await universe.rows.appointments.booked(amsterdam('2026-11-01T00:00'), amsterdam('2026-12-01T00:00'))
    expect(booked.map(({ start }) => start)).toEqual([journey.attendances[2]?.startsAt.epochMilliseconds])
  })

  it('lists no task as open that was opened and closed within the same turn', async () => {
    await universe.close()
    universe = await createTestUniverse('2026-11-02T09:15') // only who was invited can cancel
    await refer(universe)
    await universe.settle()
    const id = await onlyJourney(universe)
    for (const text of ['ik kan niet', 'ik ben ziek']) await universe.write('+31612345671', text)
    await universe.settle()
    const open = (await universe.journey(id))?.journey.tasks.filter(({ closedAt }) => !closedAt).map(({ key }) => key)
    const closed = (await universe.journey(id))?.journey.tasks.filter(({ closedAt }) => closedAt)
    expect(closed).not.toEqual([])
    const rows = await universe.database.selectFrom('tasks').select('key').where('closed_at', 'is', null).execute()
    expect(rows.map(({ key }) => key)).toEqual(open)
  })

  it('changes nothing when a message that it was read with was handled meanwhile', async () => {
    const id = await onlyJourney(universe)
    await universe.write('+31612345671', 'Ja, ik kom')
    const { clock, database, keyring, loaded } = universe
    const transact = createTransact(database, keyring, 'Europe/Amsterdam')
    const handledMeanwhile: typeof transact = (work) =>
      transact(({ journeys, ...others }) =>
        work({
          ...others,
          journeys: {
            ...journeys,
            async load(one) {
              const stored = await journeys.load(one)
              await database.updateTable('inbound').set({ handled_at: new Date(), outcome: 'silent' }).execute()
              return stored
            },
          },
        }),
      )
    const verb = { transact: handledMeanwhile, clock, ids: createIds(clock), knowledge: loaded.knowledge }
    await expect(handleMessages(verb, id)).rejects.toThrow(/changed under this transaction/)
    const { journey } = (await universe.journey(id))!
    expect(journey.attendances[0]?.confirmedAt).toBeUndefined()
  })

  it('lets two people have one slot never: who is second gets another', async () => {
    const others = [1, 2, 3].map((n) => ({ Klantnummer: `K-${String(n)}`, Mobiel: `06 1234 560${String(n)}` }))
    for (const form of others) await refer(universe, form)
    const starts = await universe.database
      .selectFrom('appointments')
      .select(['coach_id', 'starts_at'])
      .where('released', '=', false)
      .execute()
    const slots = starts.map((row) => `${row.coach_id} ${row.starts_at.toISOString()}`)
    expect(new Set(slots).size).toBe(4)
  })

  it('is not found any more when its participant’s key was destroyed', async () => {
    const id = await onlyJourney(universe)
    const participant = (await universe.journey(id))?.journey.participantId ?? ''
    await destroySubjectKey(universe.database, participant)
    expect(await universe.journey(id)).toBeUndefined()
    expect(await universe.command(id, { type: 'confirm' }, coach)).toEqual({ kind: 'refused', why: 'unknown' })
    expect(await brokenLink(universe.database, id), 'the chain is over ciphertext').toBeUndefined()
  })

  it('derives its terms after every reading as before it', async () => {
    const stored = await universe.journey(await onlyJourney(universe))
    const rules = universe.loaded.knowledge.contracts.rules(stored?.journey.contractHash ?? '')
    expect(stored && termsOf(stored.journey, rules).map(({ key }) => key.replace(/\..*/, ''))).toEqual([
      'invite_by',
      'intake_by',
      'invitation_lead',
      'reminder_lead',
      'no_show_notice',
    ])
  })
})
