import { Temporal } from 'temporal-polyfill'
import type { Channel } from '#src/services/ports/channel.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import type { Mailer } from '#src/services/ports/mailer.ts'
import { fireTimer, type FireTimerVerb } from '#src/services/fire-timer.ts'
import { handleMessages, type HandleMessagesVerb } from '#src/services/handle-messages.ts'
import type { ClaimedOutgoing, SendOutcome } from '#src/services/ports/outgoing.ts'
import { claimOutgoing, finishOutgoing, type SendVerb } from '#src/services/send-outgoing.ts'
import type { DueJob } from './due-work.ts'
import { timersIn, type JobData, type TimerToFire } from './job-table.ts'
import { tryAgain } from './try-again.ts'

export interface Handlers {
  readonly mail: (data: JobData<'mail'>) => Promise<void>
  readonly messages: (data: JobData<'messages'>) => Promise<void>
  /** One of the list that its job carries: each is fired, tried again and told of by itself. */
  readonly timer: (timer: TimerToFire) => Promise<void>
  readonly outgoing: (data: JobData<'outgoing'>) => Promise<void>
}

export interface HandlerParts {
  readonly readMail: (id: Id<'mail'>) => Promise<void>
  readonly messages: HandleMessagesVerb
  readonly timer: FireTimerVerb
  readonly send: SendVerb
  readonly channel: Channel
  readonly mailer: Mailer
  readonly onError: (error: unknown) => void
}

/** An attempt whose end nobody knows is looked up first; only what surely was not sent is sent again (promise 2). */
async function attempt(claimed: ClaimedOutgoing, { channel, mailer }: HandlerParts): Promise<SendOutcome> {
  const { body, id } = claimed
  if (claimed.previous === 'unknown') {
    const found = body.kind === 'message' ? await channel.lookUp(id) : ({ kind: 'cannot_tell' } as const)
    if (found.kind === 'sent') return { kind: 'sent', reference: found.reference }
    if (found.kind === 'cannot_tell' || !claimed.mayStillGo) return { kind: 'undeliverable' }
  }
  return body.kind === 'message'
    ? channel.send({ id, to: body.to, text: body.text })
    : mailer.send({ id, to: body.to, facts: body.facts })
}

/** A fault that the channel did not turn into an outcome leaves the end unknown: it may have happened after the message went. */
async function attemptSafely(claimed: ClaimedOutgoing, parts: HandlerParts): Promise<SendOutcome> {
  try {
    return await attempt(claimed, parts)
  } catch (error) {
    parts.onError(error)
    return { kind: 'unknown' }
  }
}

/** Pauses between the tries to store an outcome, in milliseconds. Together well under the time after which another worker takes it over. */
const storeAgainAfterMs = [50, 250, 1_000, 3_000, 10_000, 30_000, 60_000, 120_000]

/** What became of an attempt is known here only, and a mail cannot be looked up: a database that is away for a while must not lose it. */
const storeOutcome = (claimed: ClaimedOutgoing, outcome: SendOutcome, parts: HandlerParts): Promise<void> =>
  tryAgain(() => finishOutgoing(parts.send, claimed, outcome), storeAgainAfterMs, parts.onError)

async function sendOutgoing(parts: HandlerParts, id: Id<'outgoing'>): Promise<void> {
  const claimed = await claimOutgoing(parts.send, id)
  if (claimed) await storeOutcome(claimed, await attemptSafely(claimed, parts), parts)
}

/** What is done for each kind of job. Each may run twice, late, or never: the rows decide (promises 2 and 3). */
export const createHandlers = (parts: HandlerParts): Handlers => ({
  mail: ({ mailId }) => parts.readMail(asId<'mail'>(mailId)),
  messages: ({ journeyId }) => handleMessages(parts.messages, asId<'journey'>(journeyId)),
  timer: ({ journeyId, key, at }) =>
    fireTimer(parts.timer, { journeyId: asId<'journey'>(journeyId), key, at: Temporal.Instant.from(at) }),
  outgoing: ({ outgoingId }) => sendOutgoing(parts, asId<'outgoing'>(outgoingId)),
})

async function fireAll(timers: readonly TimerToFire[], { timer: fire }: Handlers): Promise<void> {
  for (const timer of timers) await fire(timer)
}

/** Does one job where no queue is, as whoever plays the days of a journey in a moment. The first fault ends it. */
export function runJob(handlers: Handlers, job: DueJob): Promise<void> {
  switch (job.name) {
    case 'mail':
      return handlers.mail(job.data)
    case 'messages':
      return handlers.messages(job.data)
    case 'timers':
      return fireAll(timersIn(job.data), handlers)
    case 'outgoing':
      return handlers.outgoing(job.data)
  }
}
