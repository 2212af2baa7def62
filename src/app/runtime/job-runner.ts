import { setTimeout as sleep } from 'node:timers/promises'
import { jobTable, timersIn, type JobData, type JobName } from '#src/jobs/job-table.ts'
import type { Handlers } from '#src/jobs/handlers.ts'
import type { Queues } from '#src/jobs/queue.ts'
import { errorFacts } from './error-facts.ts'
import type { Log } from './log.ts'

/** How many of a kind are handled at a time. Together not far above the connections of the pool. */
const concurrency: Readonly<Record<JobName, number>> = { mail: 2, messages: 4, timers: 6, outgoing: 4 }

const mostTries = 5

/** Another transaction was first, and PostgreSQL chose us to give way: serialization, deadlock, unique. */
const lostARace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['40001', '40P01', '23505'].includes(String(error.code))

/** Looks and decides again after a lost race: what is true now may ask for something else. */
async function withRetry(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= mostTries || !lostARace(error)) throw error
      await sleep(attempt * 20)
    }
  }
}

const parsed = <Name extends JobName>(name: Name, data: unknown): JobData<Name> =>
  jobTable[name].parse(data) as JobData<Name> // the table's schema of this very name

export interface RunnerParts {
  readonly queues: Pick<Queues, 'work'>
  readonly handlers: Handlers
  readonly log: Log
  /** Something was done, which may have made something else due. */
  readonly nudge: () => void
}

/** What failed is not lost: the row's lease ends and the relay hands it out again. */
async function run<Ids>(job: JobName, ids: Ids, work: (ids: Ids) => Promise<void>, parts: RunnerParts): Promise<void> {
  try {
    await withRetry(() => work(ids))
    parts.nudge()
  } catch (error) {
    parts.log.error({ job, ids, error: errorFacts(error) }, 'a job failed and will be handed out again')
  }
}

function work<Name extends JobName>(
  name: Name,
  handle: (data: JobData<Name>) => Promise<void>,
  { queues }: RunnerParts,
): void {
  queues.work(name, (data) => handle(parsed(name, data)), { concurrency: concurrency[name] })
}

/** Handles jobs of every kind from now on. */
export function runJobs(parts: RunnerParts): void {
  const { handlers } = parts
  work('mail', (ids) => run('mail', ids, handlers.mail, parts), parts)
  work('messages', (ids) => run('messages', ids, handlers.messages, parts), parts)
  work('outgoing', (ids) => run('outgoing', ids, handlers.outgoing, parts), parts)
  const fireAll = async (job: JobData<'timers'>): Promise<void> => {
    for (const timer of timersIn(job)) await run('timers', timer, handlers.timer, parts)
  }
  work('timers', fireAll, parts)
}
