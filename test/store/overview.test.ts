import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Overview } from '#src/services/ports/overview.ts'
import { destroySubjectKey } from '#src/store/keyring.ts'
import { createOverview } from '#src/store/overview.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'

let universe: Universe
let overview: Overview
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  overview = createOverview(universe.database, universe.keyring)
})
afterEach(() => universe.close())

const first = { page: 1, size: 10 }

describe('one journey', () => {
  it('is shown as it is stored, with its journal, and both sides of the conversation in order', async () => {
    await refer(universe)
    await universe.write('+31612345671', 'Ja, ik kom')
    await universe.settle()
    const id = await onlyJourney(universe)
    const details = await overview.journey(id)
    const stored = await universe.journey(id)
    expect(details?.journey).toEqual(stored?.journey)
    expect(details?.participant).toEqual(stored?.participant)
    expect(details?.session).toEqual(stored?.session)
    expect(details?.journal).toEqual(await universe.journal(id))
    expect(details?.inbound).toMatchObject([{ text: 'Ja, ik kom', outcome: 'understood' }])
    expect(details?.outgoing).toMatchObject([
      { isAnswer: false, status: 'delivered', body: { kind: 'message', to: '+31612345671' } },
      { isAnswer: true, status: 'delivered', body: { kind: 'message' } },
    ])
  })

  it('of somebody who was erased is not there, in no list', async () => {
    await refer(universe)
    await universe.write('+31612345671', 'ik wil een mens spreken')
    await universe.settle()
    const id = await onlyJourney(universe)
    const participant = (await universe.journey(id))?.journey.participantId ?? ''
    await destroySubjectKey(universe.database, participant)
    expect(await overview.journey(id)).toBeUndefined()
    expect(await overview.journeys({ kind: 'all' }, first)).toEqual({ rows: [], total: 0 })
    expect(await overview.openTasks(first)).toEqual({ rows: [], total: 0 })
    expect(await overview.withAppointment(amsterdam('2026-11-01T00:00'), amsterdam('2026-12-31T00:00'))).toEqual([])
  })
})

describe('lists', () => {
  it('come newest first, a page at a time, with how many there are', async () => {
    for (const n of [1, 2, 3])
      await refer(universe, { Klantnummer: `K-${String(n)}`, Mobiel: `06 1234 560${String(n)}` })
    const numbers = async (page: number) =>
      (await overview.journeys({ kind: 'all' }, { page, size: 2 })).rows.map(
        ({ participant }) => participant.clientNumber,
      )
    expect(await numbers(1)).toEqual(['K-3', 'K-2'])
    expect(await numbers(2)).toEqual(['K-1'])
    expect((await overview.journeys({ kind: 'all' }, { page: 1, size: 2 })).total).toBe(3)
    expect((await overview.mails(first)).rows.map(({ outcome }) => outcome)).toEqual(['journey', 'journey', 'journey'])
  })

  it('of tasks begin with danger to somebody, also when another has been due for days', async () => {
    await refer(universe)
    await universe.write('+31612345671', 'ik wil een mens spreken')
    await universe.advanceTo(amsterdam('2026-11-06T10:00'))
    await universe.write('+31612345671', 'ik wil dood')
    await universe.settle()
    const { rows } = await overview.openTasks(first)
    expect(rows.map(({ task }) => task.kind).slice(0, 2)).toEqual(['crisis', 'answer_person'])
  })

  it('of appointments hold what starts in the window, and no appointment that was given up', async () => {
    await refer(universe)
    const [attendance] = (await universe.journey(await onlyJourney(universe)))?.journey.attendances ?? []
    const start = attendance?.startsAt ?? universe.clock.now()
    expect(await overview.withAppointment(start, start.add({ minutes: 1 }))).toHaveLength(1)
    expect(await overview.withAppointment(start.subtract({ hours: 1 }), start)).toHaveLength(0)
    await universe.write('+31612345671', 'ik ben ziek')
    await universe.settle()
    expect(await overview.withAppointment(start, start.add({ minutes: 1 }))).toHaveLength(0)
  })

  it('of mails tell those to the consulent from those to our own people', async () => {
    await refer(universe, {}, { signed: false })
    expect((await overview.sentMails('consulent', first)).total).toBe(0)
    const { rows } = await overview.sentMails('staff', first)
    // At once, and again when it waits for long.
    const waiting = { journeyId: undefined, body: { kind: 'mail', facts: { purpose: 'mail_waiting' } } }
    expect(rows).toMatchObject([
      { ...waiting, status: 'waiting' },
      { ...waiting, status: 'sent' },
    ])
  })

  it('of strays hold what nobody’s number wrote', async () => {
    await universe.write('+31687654321', 'wie is dit?')
    expect(await overview.strayMessages(first)).toMatchObject({
      total: 1,
      rows: [{ text: 'wie is dit?', outcome: 'unknown_sender' }],
    })
  })
})

describe('a mail', () => {
  it('opens while a person has it and after that, and not before it was read', async () => {
    const waiting = await refer(universe, {}, { signed: false })
    expect((await overview.rawMail(waiting))?.toString()).toContain('Naam deelnemer: Fatima Yilmaz')
    const accepted = await refer(universe)
    expect((await overview.rawMail(accepted))?.toString()).toContain('Naam deelnemer: Fatima Yilmaz')
    const unread = await universe.arrive(Buffer.from('From: a@stad.example\r\n\r\nNog niet gelezen'))
    expect(await overview.rawMail(unread)).toBeUndefined()
    await universe.settle()
  })

  it('keeps each step that people took with it, and no step can be changed', async () => {
    const mail = await refer(universe, {}, { signed: false })
    const at = universe.clock.now()
    await universe.rows.mails.record(mail, { kind: 'rejected', why: 'dubbel' }, { kind: 'staff', id: 'console' }, at)
    expect(await overview.mail(mail)).toMatchObject({
      outcome: 'waiting',
      steps: [{ kind: 'rejected', why: 'dubbel', actor: 'staff:console' }],
    })
    const change = universe.database.updateTable('mail_decisions').set({ kind: 'accepted' })
    await expect(change.execute()).rejects.toThrow('append-only')
  })
})

describe('the mark', () => {
  it('is the same while nothing happens, and another after each thing that does', async () => {
    const marks = [await overview.mark()]
    expect(await overview.mark()).toBe(marks[0])
    await refer(universe)
    marks.push(await overview.mark())
    universe.clock.moveTo(universe.clock.now().add({ seconds: 1 }))
    await universe.write('+31612345671', '1')
    marks.push(await overview.mark())
    await universe.settle()
    marks.push(await overview.mark())
    expect(new Set(marks).size).toBe(4)
  })

  it('of a journey is not moved by another one', async () => {
    await refer(universe)
    const id = await onlyJourney(universe)
    const before = await overview.mark(id)
    await refer(universe, { Klantnummer: 'K-2', Mobiel: '06 1234 5602' })
    expect(await overview.mark(id)).toBe(before)
    await universe.write('+31612345671', '1')
    expect(await overview.mark(id)).not.toBe(before)
  })
})
