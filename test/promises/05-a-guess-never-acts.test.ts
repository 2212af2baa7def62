import { afterEach, beforeEach, expect, it } from 'vitest'
import { step } from '#src/conversation/engine.ts'
import type { ConversationFacts } from '#src/conversation/facts.ts'
import { understand } from '#src/conversation/understanding/understand.ts'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import type { Command } from '#src/domain/journey/command.ts'
import { decide, fold } from '#src/domain/journey/decide.ts'
import type { Journey } from '#src/domain/journey/journey.ts'
import { isOpen } from '#src/domain/journey/task.ts'
import { opening } from '#test/domain/journey/any-journey.ts'
import { contractIds, rulesOf } from '#test/domain/journey/rules.ts'
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
    opening: () => ({ text: 'open_now', day: 'maandag', time: '17:00' }),
    appointment: { day: 'dinsdag', time: '10:00', place: 'Centrum', address: 'Straat 1', coach: 'Samira' },
  },
  appointment: 'planned',
  noShowOpen: false,
}

it.each([
  ['confirm', 'ik kom misschien'],
  ['confirm', 'ik kom toch?'],
  ['confirm', 'ik kom woensdag'],
  ['absence', 'als ik ziek ben kom ik niet'],
  ['absence', 'ik was vorige week nog ziek thuis, ik was ziek'],
  ['absence', 'geen vervoer maar kom lopend'],
  ['absence', 'yes I am ill but I will come'],
  ['choose', '1 ik kan niet'],
  ['wrong_number', 'verkeerd nummer?'],
] as const)(
  'asks, and asks the journey for nothing, when it takes for %s what may be something else: %j',
  (guess, text) => {
    const world = { flow: rig.loaded.knowledge.flows.current, facts, now: rig.clock.now() }
    const { session } = step(undefined, { type: 'start', purpose: 'invitation' }, world)
    const understood = understand(text, { asked: session.options, language: 'nl', planned: 'dinsdag 3 maart om 10:00' })
    expect(understood.intent).toBe(guess)
    const { effects } = step(session, { type: 'message', understood }, world)
    expect(effects.map((effect) => (effect.type === 'say' ? effect.template : effect.command.type))).toEqual([
      'not_understood',
    ])
  },
)

it('never refuses a reason: what the contract does not call valid waits for a person', () => {
  const now = rig.clock.now()
  for (const contractId of contractIds) {
    const situation = { rules: rulesOf(contractId), actor: { kind: 'participant' } as const, now }
    const after = (journey: Journey | undefined, command: Command): Journey | undefined => {
      const decision = decide(journey, command, situation)
      return decision.kind === 'refused' ? journey : fold(journey, decision.events)
    }
    const planned = opening(
      {
        contractId,
        received: now,
        acceptedAfter: 0,
        raisedRisk: false,
        reach: 'phone',
        first: { ahead: 1e9, minutes: 60 },
        moves: [],
      },
      now,
    ).reduce(after, undefined)
    for (const reason of absenceReasons) {
      const journey = after(planned, { type: 'report_absence', reason })
      const verdict = journey?.attendances[0]?.absence?.verdict
      const waits = journey?.tasks.some((task) => task.kind === 'judge_absence' && isOpen(task))
      const listed = situation.rules.contract.absence.reasons[reason] !== undefined
      expect({ reason, verdict, waits }).toEqual({
        reason,
        verdict: listed ? expect.stringMatching(/^(valid|awaiting_proof|person)$/) : 'person',
        waits: verdict === 'person',
      })
    }
  }
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
  await rig.sendAll()
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
