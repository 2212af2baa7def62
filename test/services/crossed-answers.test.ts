import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import { currentAttendance } from '#src/domain/journey/journey.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from '#test/console/console-client.ts'
import { tagsOf, wordsOf } from '#test/console/tags.ts'
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

describe('a number while a person approves what goes out', () => {
  let approving: Universe
  let client: ConsoleClient
  beforeEach(async () => {
    approving = await createTestUniverse('2026-11-02T09:15', undefined, 'approve')
    client = consoleOn(approving, { sending: 'approve' })
    await refer(approving)
    await approving.settle()
  })
  afterEach(() => approving.close())

  const writes = async (text: string) => {
    await approving.write(phone, text)
    await approving.settle()
  }

  /** Approves what waits with these words, and lets a minute go by. */
  const approve = async (words: string) => {
    const items = (await client.get('/berichten')).text.split('<li class="card task">')
    const item = items.find((one) => wordsOf(one).includes(words)) ?? ''
    const action = tagsOf(item, 'form')[0]?.attributes['action']
    expect(action).toBeDefined()
    await client.submit(action ?? '', { besluit: 'goedkeuren' })
    await approving.advanceTo(approving.clock.now().add({ minutes: 1 }))
  }

  const confirmed = async () => {
    const stored = await approving.journey(await onlyJourney(approving))
    return stored?.journey && currentAttendance(stored.journey)?.confirmedAt !== undefined
  }

  const screen = async (): Promise<string> =>
    wordsOf((await client.get(`/telefoon/${await onlyJourney(approving)}`)).text)

  it('does not confirm an invitation that never went out, though another answer did', async () => {
    await writes('hallo?')
    await approve('Ik geef uw bericht door')
    expect(await screen()).not.toContain('Ja, ik kom')
    await writes('1')
    expect(await confirmed()).toBe(false)
  })

  it('confirms it once the invitation is on their screen, and not what we would say next', async () => {
    await approve('Kunt u komen?')
    await writes('hallo?')
    expect(await screen()).toContain('Ja, ik kom')
    await writes('1')
    expect(await confirmed()).toBe(true)
  })
})
