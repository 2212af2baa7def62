import { afterEach, beforeEach, expect, it } from 'vitest'
import { isOpen } from '#src/domain/journey/task.ts'
import type { Id } from '#src/domain/values/id.ts'
import { fireTimer } from '#src/services/fire-timer.ts'
import { handleMessages } from '#src/services/handle-messages.ts'
import { createRig, type Rig } from '../promises/rig.ts'

let rig: Rig
let journeyId: Id<'journey'>

beforeEach(async () => {
  rig = await createRig()
  journeyId = await rig.invited()
  await rig.sendAll()
  await says(rig.verb, 'kan ik een andere dag?')
})
afterEach(() => rig.close())

type Verb = Rig['verb']

/** As after a start with a newer version of the flow, that says what became of the questions of this one. */
function withNewer(became: Readonly<Record<string, string>>): Verb {
  const { current } = rig.verb.knowledge.flows
  const { version } = current.flow
  const flow = { ...current.flow, version: version + 1, replaces: { [String(version)]: became } }
  const newer = { flow, hash: 'newer' }
  const pinned = (hash: string) => [newer, current].find((one) => one.hash === hash)
  return { ...rig.verb, knowledge: { ...rig.verb.knowledge, flows: { current: newer, pinned } } }
}

let messages = 0
async function says(verb: Verb, text: string): Promise<void> {
  await rig.write(text, `message ${String((messages += 1))}`)
  await handleMessages(verb, journeyId)
  await rig.sendAll()
}

const heard = () => rig.received.map(({ text }) => text)
const whys = async () =>
  (await rig.load(journeyId))?.journey.tasks.filter(isOpen).map(({ kind, why }) => `${kind}: ${why}`) ?? []
const changed = /^answer_person: Het gesprek van Opkomst is gewijzigd terwijl er aan de deelnemer een vraag openstond/

it('lets somebody answer the question that was asked in the version before', async () => {
  await says(withNewer({ 'offer/choose_slot': 'offer/choose_slot_last' }), '1')
  expect(heard().at(-1)).toMatch(/^Het is gelukt/)
  expect(await whys()).toEqual([])
})

it('asks a person to go on when the question is no more, says nothing of its own, and asks once', async () => {
  const before = heard().length
  const verb = withNewer({})
  await says(verb, '1')
  await says(verb, 'hallo?')
  expect(heard()).toHaveLength(before)
  expect((await whys()).filter((why) => changed.test(why))).toHaveLength(1)
  expect((await rig.load(journeyId))?.session).toMatchObject({ holder: 'person' })
})

it('still hears danger then', async () => {
  await says(withNewer({}), 'ik wil niet meer leven')
  expect((await rig.load(journeyId))?.journey.tasks.map(({ kind }) => kind)).toContain('crisis')
  expect(heard().at(-1)).toContain('113')
})

it('asks a person when no answer came to a question that is no more', async () => {
  const [timer] = await rig.db.selectFrom('timers').selectAll().where('key', 'like', 'question.%').execute()
  const at = timer?.due_at.toISOString() ?? ''
  rig.clock.moveTo(rig.clock.now().add({ hours: 48 }))
  const due = (await rig.rows.timers.due(rig.clock.now(), 60, 100)).find(({ key }) => key === timer?.key)
  expect(due?.at.toString({ fractionalSecondDigits: 3 })).toBe(at)
  if (due) await fireTimer(withNewer({}), due)
  expect((await whys()).filter((why) => changed.test(why))).toHaveLength(1)
})
