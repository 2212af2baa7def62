import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { onlyJourney, refer } from '#test/console/console-client.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'

const phone = '+31612345671'

let universe: Universe
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  await refer(universe)
})
afterEach(() => universe.close())

/** What is read in answer to this. */
async function answersTo(text: string): Promise<string[]> {
  const before = universe.carrier.received.length
  await universe.write(phone, text)
  await universe.settle()
  return universe.carrier.received.slice(before).map((message) => message.text)
}

const openKinds = async () => {
  const stored = await universe.journey(await onlyJourney(universe))
  return stored?.journey.tasks.filter(isOpen).map(({ kind }) => kind)
}

const inTheEvening = () => universe.advanceTo(amsterdam('2026-11-02T21:00'))

describe('who writes in the evening while a person has the conversation', () => {
  it('hears when somebody is there, and a person is still asked to read it', async () => {
    await answersTo('Ik wil een medewerker spreken')
    await inTheEvening()
    expect(await answersTo('is er iemand?')).toEqual([
      expect.stringContaining('Wij zijn er op dinsdag 3 november vanaf'),
    ])
    expect(await openKinds()).toEqual(['answer_person', 'answer_person'])
  })

  it('hears nothing when a colleague took the conversation over', async () => {
    await universe.command(await onlyJourney(universe), { type: 'take_conversation' }, { kind: 'staff', id: 'test' })
    await inTheEvening()
    expect(await answersTo('is er iemand?')).toEqual([])
  })

  it('hears nothing of opening hours after words of danger: a person was warned at once', async () => {
    await inTheEvening()
    expect(await answersTo('ik wil niet meer leven')).toEqual([expect.stringContaining('113')])
    expect(await answersTo('is er iemand?')).toEqual([])
  })

  it('hears nothing after STOP', async () => {
    await answersTo('Ik wil een medewerker spreken')
    await answersTo('stop')
    await inTheEvening()
    expect(await answersTo('is er iemand?')).toEqual([])
  })

  it('hears nothing at a number that is not theirs', async () => {
    await answersTo('verkeerd nummer')
    await inTheEvening()
    expect(await answersTo('is er iemand?')).toEqual([])
  })
})
