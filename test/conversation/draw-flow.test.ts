import { describe, expect, it } from 'vitest'
import { drawFlow } from '#src/conversation/draw-flow.ts'
import type { Flow } from '#src/conversation/flow.ts'
import { texts } from './sample.ts'

const intake = texts.flow.flow
const lines = drawFlow(intake).split('\n')

describe('the drawing of a flow', () => {
  it('is a Mermaid flowchart in which each node stands once', () => {
    expect(lines[0]).toBe('flowchart TD')
    for (const name of Object.keys(intake.nodes))
      expect(
        lines.filter((line) => new RegExp(`^ {2}step_${name.replaceAll('/', '__')}[[({]`).test(line)),
      ).toHaveLength(1)
  })

  it('says at a choice what the participant reads, and what each node does', () => {
    const flow: Flow = {
      ...intake,
      choices: { ...intake.choices, confirm: { nl: 'Ja, "ik" kom' } },
      nodes: {
        hello: { kind: 'say', text: 'menu', then: 'coming' },
        coming: {
          kind: 'ask',
          text: 'menu',
          options: { confirm: 'sure' },
          answers: { thanks: 'done' },
          unclear: { again: 'menu', misses: 2, then: 'person' },
        },
        sure: { kind: 'do', command: 'confirm', done: 'done', refused: { otherwise: 'person' } },
        person: { kind: 'hand_over' },
        done: { kind: 'end', question: 'closed' },
      },
    }
    expect(drawFlow(flow).split('\n').slice(-11)).toEqual([
      '  step_hello["zegt: menu"]',
      '  step_coming{{"vraagt: menu"}}',
      '  step_sure[["doet: confirm"]]',
      '  step_person(["naar een medewerker"])',
      '  step_done(["einde"])',
      '  step_hello --> step_coming',
      '  step_coming -- "Ja, #quot;ik#quot; kom" --> step_sure',
      '  step_coming -- "thanks" --> step_done',
      '  step_coming -- "niet begrepen" --> step_person',
      '  step_sure --> step_done',
      '  step_sure -- "kan niet" --> step_person',
    ])
  })

  it('begins where a conversation begins, and shows what may be said at any moment', () => {
    expect(lines).toContain(`  entry_invitation(["invitation"]) --> step_${intake.entries.invitation}`)
    expect(lines).toContain(`  always -. "crisis" .-> step_${intake.interrupts.crisis}`)
  })
})
