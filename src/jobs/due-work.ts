import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Inbound } from '#src/services/ports/inbound.ts'
import type { Mails } from '#src/services/ports/mails.ts'
import type { Outgoing } from '#src/services/ports/outgoing.ts'
import type { SendingSwitch } from '#src/services/ports/sending-switch.ts'
import type { DueTimer, Timers } from '#src/services/ports/timers.ts'
import { timerList, type JobData, type JobName } from './job-table.ts'

export type Sending = 'off' | 'approve' | 'on'

export interface DueParts {
  readonly timers: Timers
  readonly outgoing: Outgoing
  readonly inbound: Inbound
  readonly mails: Mails
  readonly sendingSwitch: SendingSwitch
  readonly sending: Sending
}

export type DueJob = {
  readonly [Name in JobName]: { readonly name: Name; readonly id: string; readonly data: JobData<Name> }
}[JobName]

/** For so long a row is left to the job that was made of it; after that it is handed out again. */
const leaseSeconds = 60
const mostAtOnce = 500

async function dueOutgoing({ outgoing, sendingSwitch, sending }: DueParts, now: Temporal.Instant): Promise<DueJob[]> {
  if (sending === 'off' || (await sendingSwitch.isStopped())) return []
  const ids = await outgoing.due({ now, leaseSeconds, limit: mostAtOnce, approvedOnly: sending === 'approve' })
  return ids.map((outgoingId) => ({ name: 'outgoing', id: outgoingId, data: { outgoingId } }))
}

/** A few timers are a job each, so that they are fired beside each other; of many each job has its share. */
const mostTimerJobs = 20

function inJobs(timers: readonly DueTimer[]): DueTimer[][] {
  const each = Math.max(1, Math.ceil(timers.length / mostTimerJobs))
  return Array.from({ length: Math.ceil(timers.length / each) }, (_, n) => timers.slice(n * each, (n + 1) * each))
}

function timersJob(timers: readonly DueTimer[]): DueJob {
  const list = timerList(timers.map(({ journeyId, key, at }) => ({ journeyId, key, at: at.toString() })))
  return { name: 'timers', id: createHash('sha256').update(list).digest('base64url'), data: { list } }
}

/** Everything in the database that must be done now, as jobs. What was handed out before comes again only when its lease is over. */
export async function dueWork(parts: DueParts, now: Temporal.Instant): Promise<DueJob[]> {
  const mails = await parts.mails.unread(now, leaseSeconds, mostAtOnce)
  const journeys = await parts.inbound.waiting(now, leaseSeconds, mostAtOnce)
  const timers = await parts.timers.due(now, leaseSeconds, mostAtOnce)
  return [
    ...mails.map((mailId): DueJob => ({ name: 'mail', id: mailId, data: { mailId } })),
    // A job of its own for what came while others were handled: one that runs already would swallow it until its lease is over.
    ...journeys.map(({ journeyId, newest }): DueJob => ({
      name: 'messages',
      id: `${journeyId}_${newest}`,
      data: { journeyId },
    })),
    ...inJobs(timers).map(timersJob),
    ...(await dueOutgoing(parts, now)),
  ]
}
