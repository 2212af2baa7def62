import type { Clock } from '#src/services/ports/clock.ts'
import type { Leases } from '#src/services/ports/leases.ts'
import { dueWork, type DueJob, type DueParts } from './due-work.ts'
import type { Queues } from './queue.ts'

export interface RelayParts extends DueParts {
  readonly queues: Pick<Queues, 'add'>
  readonly leases: Leases
  readonly clock: Clock
  /** Names this process in the lease. */
  readonly owner: string
  readonly onError: (error: unknown) => void
  /** When false nothing is handed out: the clocks do not agree. */
  readonly mayWork?: () => boolean
}

export interface Relay {
  start(): void
  /** Looks at once instead of at the next round; called when something was stored. */
  nudge(): void
  stop(): Promise<void>
}

const roundMs = 1_000
const leaseSeconds = 15

/** Each kind by itself: when one cannot be handed out, the others must not wait for it. Rejects with the first that could not. */
async function handOut(queues: Pick<Queues, 'add'>, jobs: readonly DueJob[]): Promise<void> {
  const added = await Promise.allSettled(
    [...Map.groupBy(jobs, (job) => job.name)].map(([name, some]) => queues.add(name, some)),
  )
  const failed = added.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

/** One round: while this process holds the lease, everything that is due goes to the queue. Answers whether there may be more. */
export async function relayOnce(parts: RelayParts): Promise<boolean> {
  const now = parts.clock.now()
  if (parts.mayWork && !parts.mayWork()) return false
  if (!(await parts.leases.take('relay', parts.owner, now, leaseSeconds))) return false
  const jobs = await dueWork(parts, now)
  await handOut(parts.queues, jobs)
  return jobs.length > 0
}

/** Brings what is due from the database to the queue, for as long as it runs. The database and the queue may go away and come back. */
export function createRelay(parts: RelayParts): Relay {
  let running = false
  let nudged = false
  let wake: () => void = () => undefined
  let done: Promise<void> = Promise.resolve()

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, nudged ? 0 : roundMs)
      nudged = false
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const loop = async (): Promise<void> => {
    while (running) {
      const more = await relayOnce(parts).catch((error: unknown) => {
        parts.onError(error)
        return false
      })
      if (running && !more) await pause()
    }
    await parts.leases.giveUp('relay', parts.owner).catch(() => undefined) // it ends by itself
  }

  return {
    start() {
      running = true
      done = loop()
    },
    nudge() {
      nudged = true
      wake()
    },
    async stop() {
      running = false
      wake()
      await done
    },
  }
}
