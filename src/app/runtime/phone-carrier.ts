import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel } from '#src/services/ports/channel.ts'
import { createSimulator } from '#src/channels/simulator/simulator.ts'
import { tryAgain } from '#src/jobs/try-again.ts'
import { recordDelivery, type SendVerb } from '#src/services/send-outgoing.ts'
import type { SimulatorDeliveries } from '#src/store/simulator-deliveries.ts'

const lookEveryMs = 50
const mostLooks = 40

/** A receipt that cannot be told now is told again after these, in milliseconds: a carrier does so too. What remains, the next start tells. */
const againAfterMs = [500, 2_000, 5_000, 15_000, 60_000, 300_000]

export interface PhoneCarrierParts {
  readonly deliveries: SimulatorDeliveries
  readonly verb: SendVerb
  readonly nudge: () => void
  readonly onError: (error: unknown) => void
}

/** The simulator on the real database: what its phones took is a row, and a receipt follows. */
export function createPhoneCarrier({ deliveries, verb, nudge, onError }: PhoneCarrierParts): Channel {
  const tellReceipt = async (reference: string): Promise<void> => {
    // A receipt may overtake the answer to the sending that it is about; so may every carrier's.
    for (let look = 0; !(await deliveries.isRecorded(reference)); look += 1) {
      if (look === mostLooks) throw new Error('the sending that a receipt is about was not recorded yet')
      await sleep(lookEveryMs)
    }
    await recordDelivery(verb, reference, 'delivered')
    nudge()
  }
  const tellUntilHeard = (reference: string): Promise<void> =>
    tryAgain(() => tellReceipt(reference), againAfterMs, onError).catch(onError)
  return createSimulator({
    carrier: { take: ({ id }) => deliveries.take(id), has: (id) => deliveries.has(id) },
    onDelivered: tellUntilHeard,
    onError,
  })
}

/** Receipts that a process which ended had still to tell. */
export async function tellForgottenReceipts({
  deliveries,
  verb,
}: Pick<PhoneCarrierParts, 'deliveries' | 'verb'>): Promise<void> {
  for (const reference of await deliveries.withoutReceipt()) await recordDelivery(verb, reference, 'delivered')
}
