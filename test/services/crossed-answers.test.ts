import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { currentAttendance } from '#src/domain/journey/journey.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { createTestUniverse } from '#test/support/universe.ts'

const phone = '+31612345671'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  await refer(universe)
  await universe.settle()
})
afterEach(() => universe.close())

const appointment = async () => {
  const stored = await universe.journey(await onlyJourney(universe))
  return stored?.journey && currentAttendance(stored.journey)
}

const lastRead = (): string => universe.carrier.received.at(-1)?.text ?? ''

describe('a number that was typed before our last question had arrived', () => {
  it('picks none of the times that nobody had read yet: two messages within a second, and it is asked again', async () => {
    const planned = await appointment()
    await universe.write(phone, 'kan het op een andere dag?')
    await universe.write(phone, '1')
    await universe.settle()
    expect((await appointment())?.startsAt).toEqual(planned?.startsAt)
    const [offered, askedAgain] = universe.carrier.received.slice(-2).map(({ text }) => text)
    expect(offered).toContain('Welke tijd past u?')
    expect(askedAgain).toContain('Wat bedoelt u?')
  })

  it('picks none of them either while nothing may be sent', async () => {
    const planned = await appointment()
    await createSendingSwitch(universe.database).set(true, 'test')
    await universe.write(phone, 'kan het op een andere dag?')
    await universe.settle()
    await universe.write(phone, '1')
    await universe.settle()
    expect((await appointment())?.startsAt).toEqual(planned?.startsAt)
  })

  it('chooses a time once the times were there to be read', async () => {
    const planned = await appointment()
    await universe.write(phone, 'kan het op een andere dag?')
    await universe.settle()
    expect(lastRead()).toContain('1 ')
    await universe.advanceTo(universe.clock.now().add({ minutes: 1 }))
    await universe.write(phone, '1')
    await universe.settle()
    expect((await appointment())?.startsAt).not.toEqual(planned?.startsAt)
  })
})
