import { afterEach, beforeEach, expect, it } from 'vitest'
import { relayOnce } from '#src/jobs/relay.ts'
import { createRig, type Rig } from '../promises/rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

it('hands out what it can when one kind of work cannot be handed out, and says that it could not', async () => {
  await rig.invited()
  rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 21 }))
  const handed: string[] = []
  const add = (name: string): Promise<void> => {
    if (name === 'timers') return Promise.reject(new Error('this one not'))
    handed.push(name)
    return Promise.resolve()
  }
  await rig.arrive(Buffer.from('From: a@b.example\r\n\r\nhallo'))
  await expect(relayOnce(rig.relayParts({ add }))).rejects.toThrow('this one not')
  expect(handed.toSorted()).toEqual(['mail', 'outgoing'])
})
