import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { person, referralOf } from './people.ts'
import { openScene } from './scene.ts'

afterEach(() => vi.restoreAllMocks())

const minutes = 60_000

/** As if somebody set the clock of this machine. */
function jump(byMs: number): void {
  const real = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => real() + byMs)
}

describe('a clock that jumps', () => {
  it.each([
    ['ahead', 20 * minutes, 'de klok sprong 20 minuten vooruit; er gaat niets uit'],
    ['back', -20 * minutes, 'de klok sprong 20 minuten terug; er gaat niets uit'],
  ])(
    '%s stops all that goes out, and loses nothing: it goes on when the clock is right',
    async (_, byMs, words) => {
      await using scene = await openScene()
      const opkomst = await scene.start()
      scene.provider.deliver(referralOf(person(1)))
      await scene.ledgerHolds(1)
      await scene.records.settled(scene.clock)
      jump(byMs)
      await opkomst.says(`Let op: ${words}`)
      scene.provider.deliver(referralOf(person(2)))
      await scene.ledgerHolds(2)
      await sleep(1_000) // a round of the relay
      expect(await scene.records.overview.ledger()).toMatchObject({ received: 2, handled: 1, unread: 1 })
      expect(await opkomst.page('/')).toContain(words)
      vi.restoreAllMocks()
      await opkomst.says('Weer goed: de klok loopt gelijk met die van de database')
      await scene.records.settled(scene.clock)
      expect(await scene.invitations()).toEqual([1, 1])
    },
    60_000,
  )
})
