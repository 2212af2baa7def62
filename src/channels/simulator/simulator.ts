import type { Channel, ChannelMessage } from '#src/services/ports/channel.ts'

/** What the other side received. The text is kept by whoever needs it: in the console it is read from our own sealed rows. */
export interface SimulatedCarrier {
  /** Takes a message under our id; taking it twice is what must never happen, so it is counted. */
  take(message: ChannelMessage): Promise<void>
  has(id: string): Promise<boolean>
}

export interface SimulatorOptions {
  readonly carrier: SimulatedCarrier
  /** Called after a message was taken, as a carrier's receipt would come in later. */
  readonly onDelivered: (reference: string) => Promise<void>
  readonly onError: (error: unknown) => void
}

/** A phone on the page instead of a carrier: every message arrives, at once, and its receipt follows. */
export const createSimulator = ({ carrier, onDelivered, onError }: SimulatorOptions): Channel => {
  // The receipt comes after the answer, as it does with every carrier; nobody waits for it.
  const tellLater = (id: string): void => void setImmediate(() => void onDelivered(id).catch(onError))
  return {
    name: 'simulator',
    async send(message) {
      await carrier.take(message)
      tellLater(message.id)
      return { kind: 'sent', reference: message.id }
    },
    async lookUp(id) {
      if (!(await carrier.has(id))) return { kind: 'not_sent' }
      tellLater(id) // the one after its sending may have come while nobody knew of that
      return { kind: 'sent', reference: id }
    },
  }
}
