import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Queues } from '#src/jobs/queue.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { Mailer } from '#src/services/ports/mailer.ts'
import type { Database } from '#src/store/tables/database.ts'
import { createClockWatch, type ClockWatch } from './clock-watch.ts'
import type { HealthBoard } from './health-board.ts'
import {
  databaseTime,
  lookAtClock,
  lookAtDatabase,
  lookAtDisk,
  lookAtMailServer,
  lookAtQueue,
  lookAtWork,
} from './health-looks.ts'
import { politely } from './politely.ts'

export interface HealthWatchParts {
  readonly db: Kysely<Database>
  /** By which work is due; in a demo it was perhaps wound on. */
  readonly now: Clock
  readonly queues: Pick<Queues, 'health'>
  readonly mailer: Pick<Mailer, 'verify'>
  readonly dataDir: string
  readonly board: HealthBoard
  readonly forgivingClock: boolean
}

export interface HealthWatch {
  readonly clock: ClockWatch
  /** Answers once database, queue, clock and disk were looked at for the first time: within 5 s, also when they hang. */
  start(): Promise<void>
  stop(): Promise<void>
}

const everyMs = 3_000
/** A look only reads: it is not waited for. */
const politeMs = 300
/** A login each time: seldom while it works, soon after it was mended. */
const mailServerEveryMs = { well: 10 * 60_000, ill: 60_000 }

const watchClocks = ({ db, forgivingClock }: HealthWatchParts): ClockWatch =>
  createClockWatch({
    clocks: { wall: () => Date.now(), monotonic: () => performance.now(), database: () => databaseTime(db) },
    forgiving: forgivingClock,
  })

/** Looks every few seconds how the parts do that do not tell it themselves. */
export function createHealthWatch(parts: HealthWatchParts): HealthWatch {
  const { db, queues, mailer, dataDir, board } = parts
  const clock = watchClocks(parts)
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let mailServerAt = 0
  let switched: string | undefined
  let lateSince: number | undefined

  const mailServerWhenDue = async (): Promise<void> => {
    if (performance.now() < mailServerAt) return
    const well = await lookAtMailServer(mailer, board)
    mailServerAt = performance.now() + (well ? mailServerEveryMs.well : mailServerEveryMs.ill)
  }
  const clocks = async (): Promise<void> => {
    switched = await lookAtClock(db, clock, board, switched)
  }
  const work = async (): Promise<void> => {
    lateSince = await lookAtWork(db, { due: parts.now, monotonic: () => performance.now() }, board, lateSince)
  }
  const look = () =>
    Promise.allSettled([
      lookAtDatabase(db, board),
      clocks(),
      lookAtQueue(queues, board),
      lookAtDisk(dataDir, board),
      work(),
    ])
  const loop = async (first: Promise<unknown>): Promise<void> => {
    for (let looked = first; !stopping.signal.aborted; looked = look()) {
      await Promise.allSettled([looked, mailServerWhenDue()])
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }

  return {
    clock,
    async start() {
      const first = look()
      running = loop(first)
      await first
    },
    async stop() {
      stopping.abort()
      await politely(politeMs, running)
    },
  }
}
