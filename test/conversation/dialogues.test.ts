import { describe, expect, it } from 'vitest'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import { dialogues, play, sampleOf } from './dialogue.ts'
import { texts } from './sample.ts'

/** The flow, with a note of every node that the engine looked up. */
function watched(): { flow: LoadedFlow; visited: Set<string> } {
  const visited = new Set<string>()
  const nodes = new Proxy(texts.flow.flow.nodes, {
    get: (target, name) => {
      if (typeof name === 'string') visited.add(name)
      return typeof name === 'string' ? target[name] : undefined
    },
  })
  return { flow: { ...texts.flow, flow: { ...texts.flow.flow, nodes } }, visited }
}

const { flow, visited } = watched()

describe('the conversations of flows/intake.dialogues.yaml', () => {
  it.each(dialogues)('$name', (dialogue) => {
    let stored: string | undefined
    let sample = sampleOf(dialogue.facts)
    for (const [index, turn] of dialogue.turns.entries()) {
      sample = { ...sample, ...sampleOf(turn.facts) }

      const played = play(stored, turn, sample, flow)

      expect(played.then, `turn ${index + 1}: ${turn.start ?? turn.message}`).toEqual(turn.then)
      expect(played.session.holder).toBe(turn.holder ?? played.session.holder)
      for (const text of played.read) expect(text).not.toBe('')
      stored = JSON.stringify(played.session)
    }
  })

  it('visit every node of the flow', () => {
    expect(Object.keys(flow.flow.nodes).filter((name) => !visited.has(name))).toEqual([])
  })

  it('have names of their own', () => {
    expect(new Set(dialogues.map(({ name }) => name)).size).toBe(dialogues.length)
    expect(dialogues.length).toBeGreaterThanOrEqual(30)
  })
})
