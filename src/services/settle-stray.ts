import type { Id } from '#src/domain/values/id.ts'
import type { Clock } from './ports/clock.ts'
import type { Inbound } from './ports/inbound.ts'
import type { Outgoing } from './ports/outgoing.ts'
import type { Transact } from './ports/transact.ts'

export interface SettleStrayVerb {
  readonly transact: Transact<{ inbound: Inbound; outgoing: Outgoing }>
  readonly clock: Clock
}

/** A person is done with a message that belongs to no journey: nobody is told of it again. False: it was done before, or is none of these. */
export const settleStray = (verb: SettleStrayVerb, id: Id<'inbound'>, by: string): Promise<boolean> =>
  verb.transact(async ({ inbound, outgoing }) => {
    const now = verb.clock.now()
    const settled = await inbound.settleStray(id, by, now)
    if (settled) await outgoing.forgetAbout(id, now)
    return settled
  })
