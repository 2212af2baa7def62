import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { fireTimer } from '#src/services/fire-timer.ts'
import type { Timers } from '#src/services/ports/timers.ts'
import { createTransact } from '#src/store/store.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse, projectTexts } from '#test/support/universe.ts'

let universe: Universe
let timers: Timers
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15', projectTexts, 'off')
  timers = universe.rows.timers
  await refer(universe)
})
afterEach(() => universe.close())

const keys = (due: readonly { readonly key: string }[]): string[] => due.map(({ key }) => key.replace(/\..*/, ''))

/** The day before the appointment of Tuesday 10 November, ten o'clock. */
const dayBefore = amsterdam('2026-11-09T10:00')

describe('due timers', () => {
  it('are those whose moment has come, the first first', async () => {
    expect(await timers.next(universe.clock.now())).toEqual(amsterdam('2026-11-03T10:00'))
    expect(keys(await timers.due(amsterdam('2026-11-03T09:59'), 60, 100))).toEqual([])
    expect(keys(await timers.due(dayBefore, 60, 100))).toEqual(['expire', 'term', 'day_before'])
    // What was handed out comes back when its lease is over: that is no moment at which something happens.
    expect(await timers.next(dayBefore)).toEqual(amsterdam('2026-11-10T11:30'))
  })

  it('are handed out once while their lease lasts, also to two relays at once', async () => {
    const handed = await Promise.all([1, 2, 3].map(() => timers.due(dayBefore, 60, 1)))
    expect(keys(handed.flat()).toSorted()).toEqual(['day_before', 'expire', 'term'])
    expect(await timers.due(dayBefore.add({ seconds: 59 }), 60, 100)).toEqual([])
    expect(keys(await timers.due(dayBefore.add({ seconds: 61 }), 60, 100))).toHaveLength(3)
  })

  it('are due again at once after the queue was lost', async () => {
    await timers.due(dayBefore, 3600, 100)
    await timers.release()
    expect(keys(await timers.due(dayBefore, 60, 100))).toEqual(['expire', 'term', 'day_before'])
    // What was handed out comes back when its lease is over: that is no moment at which something happens.
    expect(await timers.next(dayBefore)).toEqual(amsterdam('2026-11-10T11:30'))
  })

  it('are dropped only at the moment that was meant', async () => {
    const [timer] = await timers.due(dayBefore, 60, 1)
    if (!timer) throw new Error('nothing was due')
    await timers.drop({ ...timer, at: timer.at.add({ minutes: 1 }) })
    await timers.release()
    expect(await timers.due(dayBefore, 60, 1)).toEqual([timer])
    await timers.drop(timer)
    await timers.release()
    expect(await timers.due(dayBefore, 60, 1)).not.toEqual([timer])
  })
})

describe('firing a stored timer', () => {
  const verb = () => ({
    transact: createTransact(universe.database, universe.keyring, 'Europe/Amsterdam'),
    knowledge: universe.loaded.knowledge,
    clock: universe.clock,
    ids: { next: () => expect.fail('nothing is sent in this test') },
  })

  it('that its journey does not want any more does nothing, and the row is gone', async () => {
    const id = await onlyJourney(universe)
    await universe.database
      .insertInto('timers')
      .values({
        journey_id: id,
        key: 'no_show_notice.nobody',
        due_at: new Date('2026-11-02T08:00:00Z'),
        wake_at: new Date('2026-11-02T08:00:00Z'),
      })
      .execute()
    const before = await universe.journey(id)
    await fireTimer(verb(), {
      journeyId: id,
      key: 'no_show_notice.nobody',
      at: amsterdam('2026-11-02T09:00'),
    })
    const after = await universe.journey(id)
    expect(after?.journey).toEqual(before?.journey)
    expect(after?.timers.map(({ key }) => key)).not.toContain('no_show_notice.nobody')
  })

  it('twice at the same moment acts once', async () => {
    const id = await onlyJourney(universe)
    universe.clock.moveTo(amsterdam('2026-11-10T11:30'))
    const [timer] = (await timers.due(universe.clock.now(), 60, 100)).filter(({ key }) => key.startsWith('ask_coach'))
    if (!timer) throw new Error('nothing was due')
    let made = 0
    const ids = { next: () => `00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as never }
    await Promise.all([1, 2, 3].map(() => fireTimer({ ...verb(), ids }, timer)))
    const journal = await universe.journal(id)
    const opened = journal.flatMap(({ event }) => (event.type === 'task_opened' ? [event.task.kind] : []))
    expect(opened.filter((kind) => kind === 'mark_attendance')).toHaveLength(1)
  })

  it('of a journey that does not exist is dropped without an error', async () => {
    await fireTimer(verb(), {
      journeyId: '00000000-0000-7000-8000-00000000abcd' as never,
      key: 'invite.x',
      at: amsterdam('2026-11-02T09:00'),
    })
    expect(await timers.next(universe.clock.now())).toBeDefined()
  })
})
