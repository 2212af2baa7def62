import { describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'
import { handOut, work, workerOn } from './world.ts'

/** Promise 3: the database holds every due moment; the queue only makes it prompt. */
async function inUniverse(live: (universe: Universe) => Promise<void>): Promise<void> {
  const universe = await createTestUniverse('2026-11-02T09:15')
  try {
    await refer(universe)
    await live(universe)
  } finally {
    await universe.close()
  }
}

/** The story of somebody who does not come, with what happens to the queue at each moment. */
async function play(universe: Universe, between: () => Promise<void>): Promise<void> {
  for (const moment of [
    '2026-11-09T10:00',
    '2026-11-10T11:05',
    '2026-11-10T11:10',
    '2026-11-10T16:30',
    '2026-11-11T12:00',
  ]) {
    universe.clock.moveTo(amsterdam(moment))
    await between()
    if (moment.endsWith('11:05')) {
      const id = await onlyJourney(universe)
      const attendance = (await universe.journey(id))?.journey.attendances[0]
      if (!attendance) throw new Error('nothing was planned')
      await universe.command(
        id,
        { type: 'mark_attendance', attendanceId: attendance.id, came: false },
        { kind: 'staff', id: 'samira' },
      )
    }
    await universe.settle()
  }
}

const story = (universe: Universe) => ({
  said: universe.carrier.received.map(({ text }) => text.slice(0, 30)),
  told: universe.post.sent.filter(({ facts }) => facts.purpose === 'no_show').length,
})

describe('timers', () => {
  it('tell the same story when the queue is wiped each time after everything was handed out', async () => {
    const stories: ReturnType<typeof story>[] = []
    await inUniverse(async (universe) => {
      await play(universe, () => Promise.resolve())
      stories.push(story(universe))
    })
    await inUniverse(async (universe) => {
      await play(universe, async () => {
        await handOut(universe) // and nobody does it: the queue is gone
        universe.clock.moveTo(universe.clock.now().add({ seconds: 61 }))
      })
      stories.push(story(universe))
    })
    expect(stories[0]?.told).toBe(1)
    expect(stories[0]?.said).toHaveLength(3)
    expect(stories[1]).toEqual(stories[0])
  })

  it('are due at once, and not after the lease, when what was handed out is given back', async () => {
    await inUniverse(async (universe) => {
      universe.clock.moveTo(amsterdam('2026-11-09T10:00'))
      const lost = await handOut(universe)
      expect(lost.map(({ name }) => name)).toContain('timer')
      expect(await handOut(universe)).toEqual([])
      await universe.rows.timers.release()
      expect((await handOut(universe)).map(({ id }) => id)).toEqual(lost.map(({ id }) => id))
    })
  })

  it('that fire for something that is not wanted any more do nothing', async () => {
    await inUniverse(async (universe) => {
      const id = await onlyJourney(universe)
      universe.clock.moveTo(amsterdam('2026-11-10T16:29'))
      const stale = (await universe.journey(id))?.timers.find(({ key }) => key.startsWith('attendance_unknown'))
      const attendance = (await universe.journey(id))?.journey.attendances[0]
      if (!stale || !attendance) throw new Error('nothing was planned')
      await universe.command(
        id,
        { type: 'mark_attendance', attendanceId: attendance.id, came: true },
        { kind: 'staff', id: 'samira' },
      )
      universe.clock.moveTo(stale.at)
      await workerOn(universe).timer({ journeyId: id, key: stale.key, at: stale.at.toString() })
      await universe.command(id, { type: 'fire_timer', key: stale.key, at: stale.at }, { kind: 'system' })
      await work(universe, workerOn(universe))
      expect(universe.post.sent.filter(({ facts }) => facts.purpose === 'attendance_unknown')).toEqual([])
    })
  })

  it('are all stored: each that the state wants, and no other', async () => {
    await inUniverse(async (universe) => {
      const stored = await universe.journey(await onlyJourney(universe))
      expect(stored?.timers.map(({ key }) => key.replace(/\..*/, '')).toSorted()).toEqual([
        'ask_coach',
        'ask_coordinator',
        'attendance_unknown',
        'day_before',
        'term',
        'term',
      ])
    })
  })
})
