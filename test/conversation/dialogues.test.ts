import { describe, expect, it } from 'vitest'
import { exitsOf } from '#src/conversation/flow-graph.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { dialogues, play, sampleOf } from './dialogue.ts'
import { texts } from './sample.ts'

/** The flow, with a note of every node, and of every way out of one, that the engine took: it looks up only where it goes. */
function watched(): { flow: LoadedFlow; visited: Set<string> } {
  const visited = new Set<string>()
  const watch = <Part extends object>(part: Part, path: string): Part =>
    new Proxy(part, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver)
        if (typeof name !== 'string' || value === undefined) return value
        const at = `${path}.${name}`
        visited.add(at)
        return typeof value === 'object' && value !== null ? watch(value, at) : value
      },
    })
  const { nodes } = texts.flow.flow
  return { flow: { ...texts.flow, flow: { ...texts.flow.flow, nodes: watch(nodes, 'nodes') } }, visited }
}

const { flow, visited } = watched()

const exits = Object.entries(texts.flow.flow.nodes).flatMap(([name, node]) =>
  exitsOf(node).map(({ path }) => ['nodes', name, ...path].join('.')),
)

describe('the conversations of flows/intake.dialogues.yaml', () => {
  it.each(dialogues)('$name', (dialogue) => {
    let stored: string | undefined
    let sample = sampleOf(dialogue.facts)
    for (const [index, turn] of dialogue.turns.entries()) {
      sample = { ...sample, ...sampleOf(turn.facts) }

      const played = play(stored, turn, sample, flow)

      expect(played.then, `turn ${index + 1}: ${turn.start ?? turn.message ?? turn.sends}`).toEqual(turn.then)
      expect(played.session.holder).toBe(turn.holder ?? played.session.holder)
      for (const text of played.read) expect(text).not.toBe('')
      stored = JSON.stringify(played.session)
    }
  })

  it('visit every node of the flow', () => {
    expect(Object.keys(texts.flow.flow.nodes).filter((name) => !visited.has(`nodes.${name}`))).toEqual([])
  })

  it('take every way out of every node', () => {
    expect(exits.filter((exit) => !visited.has(exit))).toEqual([])
  })

  it('have names of their own', () => {
    expect(new Set(dialogues.map(({ name }) => name)).size).toBe(dialogues.length)
    expect(dialogues.length).toBeGreaterThanOrEqual(120)
  })
})
