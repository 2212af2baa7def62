import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFlow } from '#src/conversation/check-flow.ts'
import type { Flow, FlowNode } from '#src/conversation/flow.ts'
import { flowJsonSchemas } from '../../tools/flow-json-schema.ts'
import { paths, texts } from './sample.ts'

const { templates } = texts
const intake = texts.flow.flow

function withNodes(nodes: Record<string, FlowNode>): Flow {
  return { ...intake, nodes: { ...intake.nodes, ...nodes } }
}

function kinds(flow: Flow, known: Pick<typeof templates, 'has'> = templates): string[] {
  return checkFlow(flow, known).map(({ kind, path }) => `${kind} ${path.join('.')}`)
}

const end: FlowNode = { kind: 'end', question: 'closed' }
const confirm = { kind: 'do', command: 'confirm' } as const

describe('the check of a flow', () => {
  it('finds nothing wrong with the intake', () => {
    expect(checkFlow(intake, templates)).toEqual([])
  })

  it('finds a node that does not exist, at the place that names it', () => {
    expect(kinds(withNodes({ say_confirmed: { kind: 'say', text: 'confirmed', then: 'nowhere' } }))).toEqual([
      'unknown_node nodes.say_confirmed.then',
    ])
    expect(kinds({ ...intake, entries: { ...intake.entries, reminder: 'nowhere' } })).toEqual([
      'unknown_node entries.reminder',
    ])
  })

  it('finds a node that nothing leads to', () => {
    expect(kinds(withNodes({ lonely: end }))).toEqual(['unreachable_node nodes.lonely'])
  })

  it('finds nodes from which no end can be reached', () => {
    const asking: FlowNode = {
      kind: 'ask',
      text: 'menu',
      options: { person: 'asking' },
      unclear: { again: 'menu', misses: 2, then: 'asking' },
    }
    expect(kinds(withNodes({ say_confirmed: { kind: 'go', to: 'asking' }, asking }))).toContain(
      'no_way_out nodes.asking',
    )
  })

  it('finds a circle without a question in it', () => {
    const circle = withNodes({ 'offer/say_slot_taken': { kind: 'say', text: 'slot_taken', then: 'offer/pick' } })
    expect(kinds(circle)).toEqual(
      expect.arrayContaining(['circle nodes.offer/pick', 'circle nodes.offer/say_slot_taken']),
    )
  })

  it('finds a turn with more commands than are carried out', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, index): [string, FlowNode] => {
        const next = index === 8 ? 'end' : `chain${index + 1}`
        return [`chain${index}`, { ...confirm, done: next, refused: { otherwise: next } }]
      }),
    )
    expect(kinds(withNodes({ ...chain, thanks: { kind: 'go', to: 'chain0' } }))).toEqual([
      'too_many_commands nodes.thanks',
      'too_many_commands nodes.chain0',
    ])
  })

  it('finds an absence that can be reported without a reason', () => {
    expect(kinds({ ...intake, interrupts: { ...intake.interrupts, absence: 'report_ahead' } })).toContain(
      'unmet_need nodes.report_ahead',
    )
  })

  it('finds a slot that can be picked before one was chosen', () => {
    expect(kinds({ ...intake, interrupts: { ...intake.interrupts, other_time: 'offer/pick' } })).toContain(
      'unmet_need nodes.offer/pick',
    )
  })

  it('finds an offer of times before any were found', () => {
    expect(kinds({ ...intake, interrupts: { ...intake.interrupts, other_time: 'offer/choose_slot' } })).toContain(
      'unmet_need nodes.offer/choose_slot',
    )
  })

  it('finds a question that does not say what happens when no answer comes', () => {
    const { invite } = intake.nodes
    if (invite?.kind !== 'ask') throw new Error('the invitation asks something')
    const { timeout: _timeout, ...silent } = invite
    expect(kinds({ ...intake, nodes: { ...intake.nodes, invite: silent } })).toEqual(['no_timeout nodes.invite'])
  })

  it('finds that something is said where nothing arrives', () => {
    const { invite } = intake.nodes
    if (invite?.kind !== 'ask') throw new Error('the invitation asks something')
    const speaks = { ...invite, undelivered: 'say_confirmed' }
    expect(kinds({ ...intake, nodes: { ...intake.nodes, invite: speaks } })).toEqual([
      'undelivered_speaks nodes.say_confirmed',
    ])
  })

  it('finds choices without a text, without a use, and without a translation', () => {
    const { none: _none, ...choices } = intake.choices
    expect(kinds({ ...intake, choices: { ...choices, start_again: { nl: 'Weer berichten' } } })).toEqual([
      'unknown_choice nodes.offer/choose_slot.options.none',
      'unknown_choice nodes.offer/choose_slot_last.options.none',
      'unknown_choice nodes.who_writes.options.none',
      'unused_choice choices.start_again',
      'missing_translation choices.start_again',
    ])
  })

  it('finds a text for a choice that is not offered there', () => {
    const { missed } = intake.nodes
    const labels = { confirm: intake.choices['confirm'] ?? { nl: 'Ja' } }
    expect(kinds(withNodes(missed?.kind === 'ask' ? { missed: { ...missed, labels } } : {}))).toEqual([
      'unused_choice nodes.missed.labels.confirm',
    ])
  })

  it('finds texts that do not exist, and texts that are not translated', () => {
    expect(kinds(intake, { has: (_language, name) => name !== 'new_date' })).toEqual([
      'unknown_template nodes.offer/say_new_date.text',
    ])
    expect(kinds(intake, { has: (language, name) => language === 'nl' || name !== 'new_date' })).toEqual([
      'missing_translation nodes.offer/say_new_date.text',
    ])
  })

  it('says in Dutch what to do about each', () => {
    for (const { words } of checkFlow(withNodes({ lonely: end }), { has: () => false })) expect(words).toMatch(/\.$/)
  })
})

describe('the schema for editors', () => {
  it('is what the flow schema says now (else: node tools/flow-json-schema.ts)', async () => {
    for (const [file, schema] of Object.entries(flowJsonSchemas))
      expect(readFileSync(join(paths.flows, file), 'utf8')).toBe(await schema())
  })
})
