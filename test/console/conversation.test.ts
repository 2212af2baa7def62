import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'
import { consoleOn, onlyJourney, refer, type ConsoleClient } from './console-client.ts'

const phone = '+31612345671'

let universe: Universe
let client: ConsoleClient
let id: Id<'journey'>
beforeEach(async () => {
  universe = await createTestUniverse('2026-11-02T09:15')
  client = consoleOn(universe)
  await refer(universe)
  id = await onlyJourney(universe)
})
afterEach(() => universe.close())

const heard = () => universe.carrier.received.filter(({ to }) => to === phone).map(({ text }) => text)
const says = async (text: string) => {
  await universe.write(phone, text)
  await universe.settle()
}

describe('a member of staff in a conversation', () => {
  it('writes to the participant, and the bot is silent until the conversation is given back', async () => {
    await client.submit(`/trajecten/${id}/bericht`, { tekst: 'Dag Fatima, lukt het met de bus?' })
    expect(heard().at(-1)).toBe('Dag Fatima, lukt het met de bus?')
    const before = heard().length
    await says('wat moet ik meenemen?')
    expect(heard()).toHaveLength(before)
    const page = await client.get(`/trajecten/${id}`)
    expect(page.text).toContain('Een medewerker heeft dit gesprek')
    expect(page.text).toContain('door een medewerker')

    for (const { key } of (await universe.journey(id))!.journey.tasks.filter(({ closedAt }) => !closedAt))
      await client.submit(`/trajecten/${id}/taken`, { taak: key })
    await says('wat moet ik meenemen?')
    expect(heard().at(-1)).toContain('identiteitskaart')
  })

  it('takes the conversation without writing; what the participant then writes is a task', async () => {
    await client.submit(`/trajecten/${id}/gesprek`, {})
    const before = heard().length
    await says('ik heb een vraag over de bus en mijn hond')
    expect(heard()).toHaveLength(before)
    const open = (await universe.journey(id))!.journey.tasks.filter(({ closedAt }) => !closedAt)
    expect(open.map(({ kind }) => kind).sort()).toEqual(['answer_person', 'conversation_taken'])
  })

  it('still hears a crisis at once, whoever has the conversation', async () => {
    await client.submit(`/trajecten/${id}/gesprek`, {})
    await says('ik wil niet meer leven')
    expect(heard().at(-1)).toContain('112')
  })

  it('is reminded of a conversation that was not given back', async () => {
    await client.submit(`/trajecten/${id}/gesprek`, {})
    await universe.advanceTo(amsterdam('2026-11-03T18:00'))
    const mails = universe.post.sent.map(({ facts }) => facts.purpose)
    expect(mails).toEqual(expect.arrayContaining(['task_half', 'task_due']))
  })

  it.each([
    ['123456782', 'staat een BSN'],
    ['hallo '.repeat(60), 'langer dan 300 tekens'],
    ['hallo '.repeat(2_000), 'langer dan 300 tekens'],
    ['   ', 'staat nog niets in'],
  ])('gets back what could not be sent, with why: %$', async (text, why) => {
    const before = heard().length
    const page = await client.post(`/trajecten/${id}/bericht`, { tekst: `${text}` })
    expect(page.status).toBe(422)
    expect(page.text).toContain(why)
    if (text.trim()) expect(page.text).toContain(text)
    await universe.settle()
    expect(heard()).toHaveLength(before)
  })

  it('writes nobody who wants no messages', async () => {
    await says('STOP')
    const before = heard().length
    expect((await client.get(`/trajecten/${id}`)).text).not.toContain('Schrijf de deelnemer zelf')
    const page = await client.post(`/trajecten/${id}/bericht`, { tekst: 'Dag' })
    expect(page.text).toContain('wil geen berichten')
    await universe.settle()
    expect(heard()).toHaveLength(before)
  })
})
