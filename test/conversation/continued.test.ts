import { describe, expect, it } from 'vitest'
import { checkFlow } from '#src/conversation/check-flow.ts'
import { continued } from '#src/conversation/continued.ts'
import type { Flow } from '#src/conversation/flow.ts'
import type { LoadedFlow } from '#src/conversation/loaded-flow.ts'
import type { Session } from '#src/conversation/session.ts'
import { texts } from './sample.ts'

const old: LoadedFlow = { flow: { ...texts.flow.flow, version: 1 }, hash: 'old' }
const newer = (replaces?: Flow['replaces']): LoadedFlow => ({
  flow: { ...texts.flow.flow, version: 2, ...(replaces ? { replaces } : {}) },
  hash: 'new',
})

const options = [{ value: 'slot:1', label: 'dinsdag 3 maart om 10:00' }]
const asked: Session = {
  flow: 'intake',
  flowHash: 'old',
  node: 'choose_slot',
  until: '2026-03-03T05:00:00Z',
  options,
  misses: 1,
  holder: 'bot',
  commands: 4,
}
const { node: _node, until: _until, ...rests } = { ...asked, options: [] }

const shelf = (current: LoadedFlow, ...earlier: readonly LoadedFlow[]) => ({
  current,
  pinned: (hash: string) => [current, ...earlier].find((flow) => flow.hash === hash),
})

describe('a conversation, when the flow has a newer version', () => {
  it('stays in the version that it started in', () => {
    expect(continued(asked, shelf(newer(), old))).toEqual({ session: asked, isQuestionLost: false })
    expect(continued(asked, shelf(newer({ '7': {} }), old))).toEqual({ session: asked, isQuestionLost: false })
  })

  it('goes on where the newer version says that its question went, with the choices of then', () => {
    expect(continued(asked, shelf(newer({ '1': { choose_slot: 'offer/choose_slot_last' } }), old))).toEqual({
      session: { ...asked, flowHash: 'new', node: 'offer/choose_slot_last' },
      isQuestionLost: false,
    })
  })

  it('goes to a person when the newer version replaces it and says nothing of its question', () => {
    expect(continued(asked, shelf(newer({ '1': {} }), old))).toEqual({
      session: { ...rests, flowHash: 'new', holder: 'person' },
      isQuestionLost: true,
    })
  })

  it('goes to a person when the text of its version is gone and something was asked', () => {
    expect(continued(asked, shelf(newer()))).toMatchObject({ session: { holder: 'person' }, isQuestionLost: true })
  })

  it('goes on in the newer version when nothing was asked', () => {
    for (const flows of [shelf(newer({ '1': {} }), old), shelf(newer())])
      expect(continued(rests, flows)).toEqual({ session: { ...rests, flowHash: 'new' }, isQuestionLost: false })
  })

  it('is what it was in the current version, and before anything was said', () => {
    const current = { ...asked, flowHash: 'new' }
    expect(continued(current, shelf(newer({ '1': {} }), old))).toEqual({ session: current, isQuestionLost: false })
    expect(continued(undefined, shelf(newer(), old))).toEqual({ session: undefined, isQuestionLost: false })
  })
})

describe('what a version replaces', () => {
  const kinds = (flow: Flow): string[] =>
    checkFlow(flow, { has: () => true }).map(({ kind, path }) => `${kind} ${path.join('.')}`)

  it('is checked: a question that exists, and no version of itself', () => {
    const { flow } = newer()
    expect(kinds({ ...flow, replaces: { '1': { choose_slot: 'offer/choose_slot_last' } } })).toEqual([])
    expect(kinds({ ...flow, replaces: { '1': { choose_slot: 'nowhere' } } })).toEqual([
      'unknown_node replaces.1.choose_slot',
    ])
    expect(kinds({ ...flow, replaces: { '1': { choose_slot: 'say_confirmed' } } })).toEqual([
      'replaced_by_no_question replaces.1.choose_slot',
    ])
    expect(kinds({ ...flow, replaces: { '2': {} } })).toEqual(['replaces_itself replaces.2'])
  })
})
