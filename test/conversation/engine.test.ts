import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absenceReasons } from '#src/domain/contract/absence-reason.ts'
import { messagePurposes } from '#src/domain/journey/message-purpose.ts'
import { maxCommandsPerTurn } from '#src/conversation/check-flow.ts'
import { actsFrom, step } from '#src/conversation/engine.ts'
import type { Flow, NodeOf } from '#src/conversation/flow.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { readSession } from '#src/conversation/session-json.ts'
import { intents } from '#src/conversation/session.ts'
import type { CommandOutcome, Effect, Input, Intent, Session, Understood } from '#src/conversation/session.ts'
import { facts, now, texts } from './sample.ts'
import type { FactsSample } from './sample.ts'

const { flow, templates } = texts

function turn(session: Session | undefined, input: Input, sample: FactsSample = {}, loaded: LoadedFlow = flow) {
  return step(session, input, { flow: loaded, facts: facts(sample), now })
}

function says(intent: Intent, confidence = 0.95): Input {
  return { type: 'message', understood: { intent, confidence } }
}

/** A step as data: an outcome answers the command that waits, unless it is made up. */
interface Move {
  readonly input: Input | { readonly type: 'answer'; readonly outcome: CommandOutcome }
  readonly sample: FactsSample
}

const sample: fc.Arbitrary<FactsSample> = fc.record(
  {
    appointment: fc.constantFrom('none', 'planned', 'confirmed', 'absent', 'over'),
    noShowOpen: fc.boolean(),
    language: fc.constantFrom('nl', 'en'),
    closedUntil: fc.constantFrom('2026-03-03T08:00:00Z', '2026-03-04T08:00:00Z', '2026-03-05T08:00:00Z'),
  },
  { requiredKeys: ['appointment', 'noShowOpen', 'language'] },
)

const choice = fc.constantFrom(...Object.keys(flow.flow.choices), 'slot:1', 'slot:2', 'slot:9', 'nonsense')

const understood: fc.Arbitrary<Understood> = fc.record(
  {
    intent: fc.constantFrom(...intents),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    reason: fc.constantFrom(...absenceReasons),
    choice,
  },
  { requiredKeys: ['intent', 'confidence'] },
)

const slot = fc.record({ value: fc.constantFrom('slot:1', 'slot:2', 'slot:3'), label: fc.constant('dinsdag 3 maart') })

const outcome: fc.Arbitrary<CommandOutcome> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('done' as const),
      slots: fc.array(slot, { maxLength: 3 }),
      proof: fc.constantFrom('needed' as const, 'not_needed' as const),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record({
    kind: fc.constant('refused' as const),
    why: fc.constantFrom('no_slots' as const, 'slot_taken' as const, 'no_appointment' as const, 'not_open' as const),
  }),
)

const move: fc.Arbitrary<Move> = fc.record({
  input: fc.oneof(
    fc.record({ type: fc.constant('start' as const), purpose: fc.constantFrom(...messagePurposes) }),
    fc.record({ type: fc.constant('message' as const), understood }),
    fc.record({ type: fc.constant('answer' as const), outcome }),
    fc.record({ type: fc.constant('undelivered' as const) }),
    fc.record({ type: fc.constant('left_to_person' as const) }),
    fc.record({ type: fc.constant('timeout' as const), until: fc.constantFrom('2026-03-03T05:00:00Z', 'zzz') }),
    fc.record({ type: fc.constant('outcome' as const), commandId: fc.constantFrom('c1', 'c2', 'zzz'), outcome }),
  ),
  sample,
})

function inputOf({ input }: Move, session: Session | undefined): Input {
  return input.type === 'answer'
    ? { type: 'outcome', commandId: session?.pending?.command ?? 'nobody', outcome: input.outcome }
    : input
}

/** Where any run of inputs may leave a conversation, written and read again between all of them. */
function afterMoves(moves: readonly Move[], loaded: LoadedFlow = flow): Session | undefined {
  return moves.reduce<Session | undefined>((session, next) => {
    const result = turn(session, inputOf(next, session), next.sample, loaded)
    return readSession(JSON.parse(JSON.stringify(result.session)))
  }, undefined)
}

const anySession = fc.array(move, { maxLength: 12 }).map((moves) => afterMoves(moves))

function doing(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === 'do' ? [effect.command.type] : []))
}

describe('the engine', () => {
  it('gives a session that can be written and read again, whatever comes in', () => {
    fc.assert(
      fc.property(anySession, move, (session, next) => {
        const result = turn(session, inputOf(next, session), next.sample)

        expect(readSession(JSON.parse(JSON.stringify(result.session)))).toEqual(result.session)
        expect(result.session.node === undefined || flow.flow.nodes[result.session.node]?.kind === 'ask').toBe(true)
        const ids = result.effects.flatMap((effect) => (effect.type === 'do' ? [effect.id] : []))
        expect(ids).toEqual(ids.slice(0, 1).map(() => result.session.pending?.command))
        for (const effect of result.effects) {
          if (effect.type === 'do') continue
          expect(templates.render('nl', effect.template, facts(), effect.options, effect.topic)).not.toBe('')
        }
      }),
    )
  })

  it('says nothing three times in a row, but where somebody is in danger', () => {
    const text = (effect: Effect): string[] => (effect.type === 'say' ? [effect.template] : [])
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let session: Session | undefined
        let said: string[] = []
        for (const next of moves) {
          const input = inputOf(next, session)
          if (input.type === 'start') said = []
          const result = turn(session, input, next.sample)
          session = readSession(JSON.parse(JSON.stringify(result.session)))
          said.push(...result.effects.flatMap(text))
        }
        const thrice = said.filter((one, n) => one === said[n + 1] && one === said[n + 2])
        expect(thrice.filter((one) => one !== 'crisis')).toEqual([])
      }),
    )
  })

  it('waits with a question or a person, or rests, whatever was written', () => {
    fc.assert(
      fc.property(anySession, understood, sample, (session, heard, known) => {
        const { session: after, effects } = turn(session, { type: 'message', understood: heard }, known)
        const asks = after.node === undefined ? undefined : flow.flow.nodes[after.node]
        expect(asks === undefined || (asks.kind === 'ask' && asks.timeout !== undefined)).toBe(true)
        if (asks?.kind === 'ask' && typeof asks.timeout === 'object' && effects.some(({ type }) => type === 'say'))
          expect(after.until ?? session?.until).toBeDefined()
      }),
    )
  })

  it('asks for at most eight commands before it waits for the participant, whatever becomes of them', () => {
    fc.assert(
      fc.property(
        anySession,
        understood,
        fc.array(outcome, { minLength: 20, maxLength: 20 }),
        sample,
        (session, heard, outcomes, known) => {
          let result = turn(session, { type: 'message', understood: heard }, known)
          let commands = doing(result.effects).length
          for (const each of outcomes) {
            if (result.session.pending === undefined) break
            result = turn(
              result.session,
              { type: 'outcome', commandId: result.session.pending.command, outcome: each },
              known,
            )
            commands += doing(result.effects).length
          }
          expect(result.session.pending).toBeUndefined()
          expect(commands).toBeLessThanOrEqual(maxCommandsPerTurn)
        },
      ),
    )
  })

  it('gives every command of a session an id of its own', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const ids: string[] = []
        moves.reduce<Session | undefined>((session, next) => {
          const result = turn(session, inputOf(next, session), next.sample)
          ids.push(...result.effects.flatMap((effect) => (effect.type === 'do' ? [effect.id] : [])))
          return result.session
        }, undefined)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('answers a crisis with the numbers and a person, from anywhere, however unsure', () => {
    fc.assert(
      fc.property(anySession, sample, fc.double({ min: 0, max: 1, noNaN: true }), (session, known, confidence) => {
        const { effects } = turn(session, says('crisis', confidence), known)
        expect(effects).toMatchObject([
          { type: 'say', template: 'crisis' },
          { type: 'do', command: { type: 'crisis' } },
        ])
      }),
    )
  })

  it('does nothing on a guess but asking, the participant first and then a person', () => {
    const guess = understood.filter(({ intent, confidence }) => intent !== 'crisis' && confidence < actsFrom)
    fc.assert(
      fc.property(anySession, guess, sample, (session, heard, known) => {
        const { effects } = turn(session, { type: 'message', understood: heard }, known)
        expect(doing(effects).filter((command) => command !== 'ask_person')).toEqual([])
      }),
    )
  })

  it('opts somebody out from anywhere', () => {
    fc.assert(
      fc.property(anySession, sample, (session, known) => {
        expect(doing(turn(session, says('stop'), known).effects)).toEqual(['opt_out'])
      }),
    )
  })

  it('says nothing while a person holds the conversation and we asked nothing since, save to a crisis, a stop or a start', () => {
    fc.assert(
      fc.property(anySession, understood, sample, (session, heard, known) => {
        fc.pre(session !== undefined && !['crisis', 'stop', 'start_again'].includes(heard.intent))
        const { node: _node, ...unasked } = session!
        const { effects } = turn({ ...unasked, holder: 'person' }, { type: 'message', understood: heard }, known)
        expect(effects).toEqual([])
      }),
    )
  })

  it('hears the answer to what we asked since a person took over as it always does, and says nothing to all else', () => {
    fc.assert(
      fc.property(anySession, understood, sample, (session, heard, known) => {
        fc.pre(session?.node !== undefined && !['crisis', 'stop', 'start_again'].includes(heard.intent))
        const message = { type: 'message', understood: heard } as const
        const held = turn({ ...session!, holder: 'person' }, message, known)
        expect(held.session.holder).toBe('person')
        if (held.effects.length > 0) expect(held.effects).toEqual(turn(session, message, known).effects)
      }),
    )
  })

  it.each(['person', 'question', 'wrong_number', 'unclear'] as const)(
    'leaves %s to the person who holds the conversation, also after a reminder',
    (intent) => {
      const reminded = turn(undefined, { type: 'start', purpose: 'reminder' }).session
      expect(turn({ ...reminded, holder: 'person' }, says(intent)).effects).toEqual([])
    },
  )

  it('sends what the journey starts whoever holds the conversation, and leaves it with them', () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom(...messagePurposes), (session, purpose) => {
        const result = turn(session, { type: 'start', purpose })
        expect(result.effects).toMatchObject([{ type: 'say' }])
        expect(result.session.holder).toBe(session?.holder ?? 'bot')
      }),
    )
  })

  it('hears the first four also when a question has another answer to them', () => {
    const deaf: NodeOf<'ask'> = {
      kind: 'ask',
      text: 'menu',
      options: { confirm: 'confirm' },
      answers: { crisis: 'end', stop: 'end', wrong_number: 'end', person: 'end' },
      unclear: { again: 'menu', misses: 2, then: 'end' },
    }
    const loaded = { flow: { ...flow.flow, nodes: { ...flow.flow.nodes, invite: deaf } }, hash: 'deaf' }
    const { session } = turn(undefined, { type: 'start', purpose: 'invitation' }, {}, loaded)
    const done = (['crisis', 'stop', 'wrong_number', 'person'] as const).flatMap((intent) =>
      doing(turn(session, says(intent), {}, loaded).effects),
    )
    expect(done).toEqual(['crisis', 'opt_out', 'ask_person', 'ask_person'])
  })

  it('ignores the outcome of another command than the one it waits for', () => {
    const { session } = turn(undefined, says('confirm'))
    expect(session.pending?.command).toBe('c1')
    expect(turn(session, { type: 'outcome', commandId: 'c7', outcome: { kind: 'done' } })).toEqual({
      session,
      effects: [],
    })
  })

  it('ignores an outcome that nobody waits for', () => {
    const { session } = turn(undefined, { type: 'start', purpose: 'invitation' })
    expect(turn(session, { type: 'outcome', commandId: 'c1', outcome: { kind: 'done' } })).toEqual({
      session,
      effects: [],
    })
  })

  it('acts from exactly its confidence on', () => {
    const { session } = turn(undefined, { type: 'start', purpose: 'invitation' })
    expect(doing(turn(session, says('confirm', actsFrom)).effects)).toEqual(['confirm'])
    expect(doing(turn(session, says('confirm', actsFrom - 0.01)).effects)).toEqual([])
  })

  it('takes a choice only when it was offered', () => {
    const asked = turn(undefined, says('other_time')).session
    const slots = [{ value: 'slot:1', label: 'dinsdag' }]
    const { session } = turn(asked, { type: 'outcome', commandId: 'c1', outcome: { kind: 'done', slots } })
    const choosing = (choice: string) =>
      ({ type: 'message', understood: { intent: 'choose', choice, confidence: 1 } }) as const
    expect(doing(turn(session, choosing('slot:1')).effects)).toEqual(['pick_slot'])
    expect(turn(session, choosing('slot:2')).effects).toMatchObject([{ type: 'say', template: 'not_understood' }])
  })

  it('forgets the open question, not who holds the conversation, when the flow is another version', () => {
    const asked = turn(undefined, { type: 'start', purpose: 'invitation' }).session
    const { session } = turn(
      { ...asked, holder: 'person', commands: 4 },
      says('confirm'),
      {},
      { ...flow, hash: 'another' },
    )
    expect(session).toEqual({
      flow: 'intake',
      flowHash: 'another',
      options: [],
      misses: 0,
      holder: 'person',
      commands: 4,
    })
  })

  it('hands over without a word when a flow runs in a circle', () => {
    const circle: Flow = {
      ...flow.flow,
      nodes: { ...flow.flow.nodes, invite: { kind: 'say', text: 'menu', then: 'invite' } },
    }
    const { session, effects } = turn(
      undefined,
      { type: 'start', purpose: 'invitation' },
      {},
      { flow: circle, hash: 'circle' },
    )
    expect(effects).toMatchObject([{ type: 'do', command: { type: 'ask_person', about: 'not_understood' } }])
    expect(session.holder).toBe('person')
  })

  it('never throws, not even on a flow with a hole in it', () => {
    const hole = fc.constantFrom(...Object.keys(flow.flow.nodes))
    fc.assert(
      fc.property(hole, fc.array(move, { maxLength: 15 }), (missing, moves) => {
        const nodes = Object.fromEntries(Object.entries(flow.flow.nodes).filter(([name]) => name !== missing))
        expect(() => afterMoves(moves, { flow: { ...flow.flow, nodes }, hash: 'hole' })).not.toThrow()
      }),
    )
  })
})
