import { describe, expect, it } from 'vitest'
import { checkFlow } from '#src/conversation/check-flow.ts'
import { drawFlow } from '#src/conversation/draw-flow.ts'
import { step } from '#src/conversation/engine.ts'
import type { CalledFlow, CalledNode, WrittenFlow } from '#src/conversation/flow.ts'
import { linkFlow } from '#src/conversation/link-flow.ts'
import { readSession } from '#src/conversation/session-json.ts'
import type { Input, Session } from '#src/conversation/session.ts'
import { facts, now, texts } from './sample.ts'

type Step = WrittenFlow['nodes'][string]

const end: Step = { kind: 'end', question: 'closed' }
const unclear = { again: 'not_understood', misses: 2, then: 'person' }

const part = (name: string, nodes: Record<string, CalledNode>, version = 1): CalledFlow => ({
  name,
  version,
  begin: 'begin',
  nodes,
})

/** Asks whether somebody comes, and comes back with what they said. */
const asking = part('asking', {
  begin: { kind: 'ask', text: 'menu', options: { confirm: 'yes', absence: 'no' }, unclear, timeout: 'journey' },
  yes: { kind: 'back', as: 'yes' },
  no: { kind: 'back', as: 'no' },
  person: { kind: 'hand_over' },
})

const call = (flow: string, back: Record<string, string>, version = 1): Step => ({
  kind: 'call',
  flow,
  version,
  back,
})

/** A conversation that calls: at the invitation and at the reminder the same flow, each with ways back of its own. */
function main(nodes: Record<string, Step>): WrittenFlow {
  const { entries, ...intake } = texts.flow.flow
  const { invite: _invite, remind: _remind, ...others } = intake.nodes
  return {
    ...intake,
    entries: { ...entries, invitation: 'first', reminder: 'second' },
    nodes: { ...nodes, ...others },
  }
}

const sayThen = (text: string): Step => ({ kind: 'say', text, then: 'end' })
const twice = main({
  first: call('asking', { yes: 'first_yes', no: 'first_no' }),
  second: call('asking', { yes: 'second_yes', no: 'second_no' }),
  first_yes: sayThen('confirmed'),
  first_no: sayThen('late_noted'),
  second_yes: sayThen('reacted'),
  second_no: sayThen('no_slots'),
})

const among =
  (...flows: readonly CalledFlow[]) =>
  (name: string) =>
    flows.find((flow) => flow.name === name)

function turn(session: Session | undefined, input: Input, flow = linkFlow(twice, among(asking)).flow) {
  const { effects, session: after } = step(session, input, { flow: { flow, hash: 'h' }, facts: facts(), now })
  const said = effects.flatMap((effect) => (effect.type === 'say' ? [effect.template] : []))
  return { said, session: readSession(JSON.parse(JSON.stringify(after))) }
}

const chosen = (choice: string): Input => ({
  type: 'message',
  understood: { intent: 'choose', confidence: 1, choice },
})

describe('a flow that calls another', () => {
  it.each([
    ['invitation', 'first/begin', 'confirm', 'confirmed'],
    ['invitation', 'first/begin', 'absence', 'late_noted'],
    ['reminder', 'second/begin', 'confirm', 'reacted'],
    ['reminder', 'second/begin', 'absence', 'no_slots'],
  ] as const)('comes back where it was called, also after a turn (%s, %s, %s)', (purpose, node, choice, said) => {
    const asked = turn(undefined, { type: 'start', purpose })
    expect(asked.said).toEqual(['menu'])
    expect(asked.session.node).toBe(node)
    const answered = turn(asked.session, chosen(choice))
    expect(answered.said).toEqual([said])
    expect(answered.session.node).toBeUndefined()
  })

  it('hears in the middle of it what may be said at any moment, and its question stays', () => {
    const asked = turn(undefined, { type: 'start', purpose: 'reminder' })
    const crisis = turn(asked.session, { type: 'message', understood: { intent: 'crisis', confidence: 1 } })
    expect(crisis.said).toEqual(['crisis'])
    const unread = turn(asked.session, { type: 'message', understood: { intent: 'unreadable', confidence: 1 } })
    expect(unread.session.node).toBe('second/begin')
    expect(turn(unread.session, chosen('confirm')).said).toEqual(['reacted'])
  })

  it('may be called itself, and each comes back to its own', () => {
    const outer = part('outer', {
      begin: call('asking', { yes: 'fine', no: 'begin_again' }),
      begin_again: { kind: 'say', text: 'slot_taken', then: 'fine' },
      fine: { kind: 'back', as: 'fine' },
    })
    const flow = linkFlow(
      main({ first: call('outer', { fine: 'end' }), second: { kind: 'go', to: 'first' } }),
      among(outer, asking),
    )
    expect(flow.problems).toEqual([])
    const asked = turn(undefined, { type: 'start', purpose: 'invitation' }, flow.flow)
    expect(asked.session.node).toBe('first/begin/begin')
    expect(turn(asked.session, chosen('absence'), flow.flow).said).toEqual(['slot_taken'])
  })

  it('is checked and drawn as one whole', () => {
    const { flow } = linkFlow(twice, among(asking))
    expect(checkFlow(flow, { has: () => true })).toEqual([])
    const speechless = linkFlow(twice, among(part('asking', { ...asking.nodes, lonely: end }))).flow
    expect(checkFlow(speechless, { has: () => true }).map(({ path }) => path.join('.'))).toEqual([
      'nodes.first/lonely',
      'nodes.second/lonely',
    ])
    const lines = drawFlow(flow).split('\n')
    expect(lines).toContain('  subgraph called_step_first["first"]')
    expect(lines).toContain('  step_first__yes --> step_first_yes')
    expect(lines).toContain('  step_second__yes --> step_second_yes')
  })

  it.each<[string, Step, readonly CalledFlow[], RegExp]>([
    ['is not there', call('nowhere', {}), [], /geen deelgesprek 'nowhere'\. Maak called\/nowhere\.yaml/],
    [
      'has another version',
      call('asking', { yes: 'end', no: 'end' }, 2),
      [asking],
      /versie 1, .* versie 2 aangeroepen/,
    ],
    ['comes back with more', call('asking', { yes: 'end' }), [asking], /komt terug met 'no'/],
    [
      'never comes back so',
      call('asking', { yes: 'end', no: 'end', maybe: 'end' }),
      [asking],
      /nooit terug met 'maybe'/,
    ],
    [
      'calls itself',
      call('around', { done: 'end' }),
      [
        part('around', { begin: call('about', { done: 'done' }), done: { kind: 'back', as: 'done' } }),
        part('about', { begin: call('around', { done: 'done' }), done: { kind: 'back', as: 'done' } }),
      ],
      /'around' roept zichzelf aan/,
    ],
    [
      'goes four deep',
      call('a', { done: 'end' }),
      ['a', 'b', 'c', 'd'].map((name, n) =>
        part(name, {
          begin: name === 'd' ? end : call('bcd'[n] ?? '', { done: 'done' }),
          done: { kind: 'back', as: 'done' },
        }),
      ),
      /meer dan 3 diep/,
    ],
  ])('is refused when it %s', (_what, calling, flows, words) => {
    const { problems, flow } = linkFlow(main({ first: calling, second: { kind: 'go', to: 'first' } }), among(...flows))
    expect(problems.map((problem) => problem.words).join('\n')).toMatch(words)
    expect(problems.every((problem) => problem.words.endsWith('.'))).toBe(true)
    const { session } = step(
      undefined,
      { type: 'start', purpose: 'invitation' },
      { flow: { flow, hash: 'h' }, facts: facts(), now },
    )
    expect(session.node === undefined || flow.nodes[session.node] !== undefined).toBe(true)
  })
})
