import type { Temporal } from 'temporal-polyfill'
import type { Channel, ChannelMessage } from '#src/services/ports/channel.ts'
import type { Clock } from '#src/services/ports/clock.ts'

/** What a phone did with a message: the carrier tells of it afterwards. `silent`: sent, and never a word. */
export type PhoneBehaviour = 'delivers' | 'fails' | 'silent' | 'refuses'

export interface ReceivedMessage extends ChannelMessage {
  readonly at: Temporal.Instant
}

export interface Receipt {
  readonly reference: string
  readonly status: 'delivered' | 'failed'
}

/** A carrier in a world with a virtual clock. What it received is what the other side saw; that is what tests judge by. */
export interface VirtualCarrier extends Channel {
  readonly received: readonly ReceivedMessage[]
  behave(behaviour: PhoneBehaviour): void
  /** Receipts that have not been told yet. */
  takeReceipts(): readonly Receipt[]
}

export function createVirtualCarrier(clock: Clock): VirtualCarrier {
  const received: ReceivedMessage[] = []
  let receipts: Receipt[] = []
  let behaviour: PhoneBehaviour = 'delivers'
  return {
    name: 'virtual',
    received,
    behave(next) {
      behaviour = next
    },
    takeReceipts() {
      const taken = receipts
      receipts = []
      return taken
    },
    send(message) {
      if (behaviour === 'refuses') return Promise.resolve({ kind: 'undeliverable' })
      if (behaviour !== 'fails') received.push({ ...message, at: clock.now() })
      if (behaviour !== 'silent')
        receipts.push({ reference: message.id, status: behaviour === 'fails' ? 'failed' : 'delivered' })
      return Promise.resolve({ kind: 'sent', reference: message.id })
    },
    lookUp: (id) =>
      Promise.resolve(
        received.some((message) => message.id === id) ? { kind: 'sent', reference: id } : { kind: 'not_sent' },
      ),
  }
}
