import { afterEach, beforeEach, expect, it } from 'vitest'
import { step } from '#src/conversation/engine.ts'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import { judgeAbsence } from '#src/domain/contract/absence-verdict.ts'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import { createRig, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await createRig()
})
afterEach(() => rig.close())

const facts: ConversationFacts = {
  language: 'nl',
  words: {
    first_name: 'Fatima',
    provider: 'Werkwijzer',
    provider_phone: '010',
    consulent: 'consulent',
    office_hours: '9-17',
    appointment: { day: 'dinsdag', time: '10:00', place: 'Centrum', address: 'Straat 1', coach: 'Samira' },
  },
  appointment: 'planned',
  noShowOpen: false,
}

it('asks, and asks the journey for nothing, when it is not sure what is meant', () => {
  const world = { flow: rig.loaded.knowledge.flows.current, facts, now: rig.clock.now() }
  const { session } = step(undefined, { type: 'start', purpose: 'invitation' }, world)
  for (const intent of ['confirm', 'absence', 'other_time', 'stop', 'wrong_number'] as const) {
    const { effects } = step(session, { type: 'message', understood: { intent, confidence: 0.5 } }, world)
    expect(effects.filter((effect) => effect.type === 'do')).toEqual([])
    expect(effects.some((effect) => effect.type === 'say')).toBe(true)
  }
})

it('never refuses a reason: what the contract does not settle goes to a person', () => {
  for (const { contract } of rig.loaded.contracts.values())
    for (const reason of absenceReasons)
      expect(['valid', 'awaiting_proof', 'person', 'not_listed']).toContain(judgeAbsence(contract, reason).verdict)
})

it('brings crisis words to a person and the emergency text to the participant, at night too', async () => {
  const journeyId = await rig.invited()
  rig.clock.moveTo(rig.clock.now().add({ hours: 18 }))
  await rig.write('ik wil niet meer leven', 'a')
  await rig.handlers.messages({ journeyId })
  await rig.sendAll()
  expect(rig.received.some(({ text }) => text.includes('112') && text.includes('113'))).toBe(true)
  expect(rig.mails.map(({ to }) => to)).toContain('dienst@werkwijzer.example')
})

it('takes no reason as valid that the contract does not name: a person decides', async () => {
  const journeyId = await rig.invited()
  await rig.write('ik heb geen vervoer', 'a')
  await rig.handlers.messages({ journeyId })
  const journey = (await rig.load(journeyId))?.journey
  expect(journey?.attendances[0]?.absence).toMatchObject({ reason: 'no_transport', verdict: 'person' })
  expect(journey?.tasks.map((task) => task.kind)).toEqual(['judge_absence'])
})

it.each(['misschien', 'ik weet het nog niet', 'wat als ik ziek ben?', 'bloemkool', '7'])(
  'changes nothing about the appointment on %j',
  async (text) => {
    const journeyId = await rig.invited()
    const before = (await rig.load(journeyId))?.journey.attendances
    await rig.write(text, 'a')
    await rig.handlers.messages({ journeyId })
    expect((await rig.load(journeyId))?.journey.attendances).toEqual(before)
    expect((await rig.outgoing()).filter((row) => row.purpose === 'answer')).toHaveLength(1)
  },
)
