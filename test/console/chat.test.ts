import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { saidIn } from '#src/console/pages/chat.ts'
import { asId } from '#src/domain/values/id.ts'
import type { InboundRow } from '#src/services/ports/overview.ts'

const at = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(1_800_000_000_000 + ms)

const heard = (text: string, ms: number): InboundRow => ({
  id: asId<'inbound'>(`00000000-0000-7000-8000-${text.padStart(12, '0')}`),
  kind: 'text',
  text,
  receivedAt: at(ms),
  outcome: 'understood',
  hasPhoto: false,
})

describe('a conversation on a page', () => {
  it('stands in the order in which messages arrived, also where the clock tells it the other way round', () => {
    const said = saidIn({ outgoing: [], inbound: [heard('1', 5), heard('2', 2), heard('3', 7)] })
    expect(said.map(({ text }) => text)).toEqual(['1', '2', '3'])
  })

  it('puts an answer after all that was written by then', () => {
    const answer = {
      id: asId<'outgoing'>('00000000-0000-7000-8000-00000000000a'),
      journeyId: undefined,
      key: 'answer 1 inbound',
      isAnswer: true,
      byStaff: false,
      body: { kind: 'message', text: 'antwoord', to: '+31612345671' },
      status: 'sent',
      createdAt: at(6),
      settledAt: at(6),
      approved: false,
    } as const
    const said = saidIn({ outgoing: [answer], inbound: [heard('1', 5), heard('2', 2)] })
    expect(said.map(({ text }) => text)).toEqual(['1', '2', 'antwoord'])
  })
})
