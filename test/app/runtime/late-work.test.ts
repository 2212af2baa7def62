import { afterEach, beforeEach, expect, it } from 'vitest'
import { HealthBoard } from '#src/app/runtime/health-board.ts'
import { lookAtWork } from '#src/app/runtime/health-looks.ts'
import { createRig, type Rig } from '../../promises/rig.ts'

let rig: Rig
let lateSince: number | undefined
let board: HealthBoard

beforeEach(async () => {
  rig = await createRig()
  lateSince = undefined
  board = new HealthBoard(() => undefined)
})
afterEach(() => rig.close())

const look = async (): Promise<string> => {
  lateSince = await lookAtWork(rig.db, { due: rig.clock, monotonic: () => elapsed }, board, lateSince)
  return board.all().find(({ part, ok }) => part === 'work' && !ok)?.words ?? 'well'
}

/** By the clock that cannot be set: the moments of journeys do not move with it. */
let elapsed = 1_000
const passes = (ms: number): void => {
  elapsed += ms
}

it('tells of timers that stay late, whatever handed them out, with since when, and no more once they are done', async () => {
  await rig.invited()
  expect(await look()).toBe('well')
  rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 9 }))
  await rig.due() // handed out, and nobody does it
  expect(await look()).toBe('well')
  passes(3 * 60_000)
  expect(await look()).toMatch(/^te laat: \d+ wekkers, het oudste van .+: kijk of Opkomst draait, en in opkomst\.log/)
  rig.clock.moveTo(rig.clock.now().add({ minutes: 2 }))
  await rig.work(1)
  expect(await look()).toBe('well')
})

it('tells of a message that nobody answers and a mail that nobody reads', async () => {
  await rig.invited()
  await rig.work(1)
  await rig.write('Ja', 'a')
  const stored_at = new Date(rig.clock.now().epochMilliseconds)
  await rig.db.updateTable('mails').set({ outcome: null, handled_at: null, stored_at }).execute()
  await rig.db.deleteFrom('timers').execute()
  rig.clock.moveTo(rig.clock.now().add({ minutes: 9 }))
  await look()
  passes(3 * 60_000)
  expect(await look()).toMatch(/^te laat: 1 bericht van een deelnemer en 1 mail, het oudste/)
})

it('is silent about work of the last minutes', async () => {
  await rig.invited()
  await rig.write('Ja', 'a')
  rig.clock.moveTo(rig.clock.now().add({ minutes: 4 }))
  await look()
  passes(3 * 60_000)
  expect(await look()).toBe('well')
})
