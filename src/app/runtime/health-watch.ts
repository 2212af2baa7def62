import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Queues } from '#src/jobs/queue.ts'
import type { Mailer } from '#src/services/ports/mailer.ts'
import { createSendingSwitch, lastSwitched } from '#src/store/sending-switch.ts'
import type { Database } from '#src/store/tables/database.ts'
import { createClockWatch, type ClockVerdict, type ClockWatch } from './clock-watch.ts'
import type { HealthBoard } from './health-board.ts'

export interface HealthWatchParts {
  readonly db: Kysely<Database>
  readonly queues: Pick<Queues, 'health'>
  readonly mailer: Pick<Mailer, 'verify'>
  readonly dataDir: string
  readonly board: HealthBoard
  readonly databaseElsewhere: boolean
  readonly forgivingClock: boolean
}

export interface HealthWatch {
  readonly clock: ClockWatch
  start(): void
  stop(): Promise<void>
}

const everyMs = 3_000
/** A login each time: seldom while it works, soon after it was mended. */
const mailServerEveryMs = { well: 10 * 60_000, ill: 60_000 }
const answerMs = 2_500
const leastFreeBytes = 500 * 1024 * 1024

async function within<T>(work: Promise<T>): Promise<T> {
  const late = new AbortController()
  const timeout = sleep(answerMs, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error('no answer in time')
  })
  timeout.catch(() => undefined)
  try {
    return await Promise.race([work, timeout])
  } finally {
    late.abort()
  }
}

async function databaseTime(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ ms: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(
    db,
  )
  return rows[0]?.ms ?? Number.NaN
}

const minutes = (ms: number): string => `${String(Math.round(Math.abs(ms) / 60_000))} minuten`

export function clockWords(verdict: ClockVerdict): string {
  switch (verdict.kind) {
    case 'together':
      return 'de klok loopt gelijk met die van de database'
    case 'jumped':
      return `de klok sprong ${minutes(verdict.offMs)} ${verdict.offMs > 0 ? 'vooruit' : 'terug'}; er gaat niets uit. Kijk of de tijd van deze machine klopt, en geef dan: opkomst sending resume`
    case 'differs':
      return `de klok wijkt ${minutes(verdict.offMs)} af van die van de database; er gaat niets uit. Zet beide klokken gelijk (NTP)`
  }
}

/** Looks every few seconds how the parts do that do not tell it themselves. */
export function createHealthWatch(parts: HealthWatchParts): HealthWatch {
  const { db, queues, mailer, dataDir, board } = parts
  const clock = createClockWatch({
    clocks: {
      wall: () => Date.now(),
      monotonic: () => performance.now(),
      database: () => within(databaseTime(db)),
    },
    databaseElsewhere: parts.databaseElsewhere,
    forgiving: parts.forgivingClock,
  })
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let mailServerAt = 0
  let switchedAt: string | undefined

  const lookAtDatabase = async (): Promise<void> => {
    const began = performance.now()
    try {
      await within(databaseTime(db))
      board.set('database', true, `de database antwoordt in ${String(Math.ceil(performance.now() - began))} ms`)
    } catch {
      board.set(
        'database',
        false,
        'de database antwoordt niet; we proberen het vanzelf opnieuw. Kijk of PostgreSQL draait',
      )
    }
  }
  /** Whoever lets the stop button go after a jump says that the time is right. */
  const acceptWhenToldSo = async (): Promise<void> => {
    const before = switchedAt
    switchedAt = await lastSwitched(db)
    const jumped = clock.verdict().kind === 'jumped'
    if (jumped && before !== switchedAt && !(await createSendingSwitch(db).isStopped())) clock.accept()
  }
  const lookAtClock = async (): Promise<void> => {
    await clock.look()
    await within(acceptWhenToldSo())
    const verdict = clock.verdict()
    board.set('clock', verdict.kind === 'together', clockWords(verdict))
  }
  const lookAtQueue = async (): Promise<void> => {
    const { ok, detail } = await queues.health()
    board.set(
      'queue',
      ok,
      ok ? detail : `${detail}; wat moet gebeuren staat in de database en gaat door zodra de wachtrij er weer is`,
    )
  }
  const lookAtDisk = async (): Promise<void> => {
    const { bavail, bsize } = await statfs(dataDir)
    const free = bavail * bsize
    const words = `${String(Math.floor(free / 1024 ** 2))} MB vrij in ${dataDir}`
    board.set(
      'disk',
      free >= leastFreeBytes,
      free >= leastFreeBytes ? words : `nog maar ${words}: maak ruimte, anders kan er niets meer worden opgeslagen`,
    )
  }
  const lookAtMailServer = async (): Promise<void> => {
    if (performance.now() < mailServerAt) return
    const { ok, detail } = await mailer.verify()
    mailServerAt = performance.now() + (ok ? mailServerEveryMs.well : mailServerEveryMs.ill)
    board.set('mail_server', ok, detail)
  }
  const look = async (): Promise<void> => {
    await Promise.allSettled([lookAtDatabase(), lookAtClock(), lookAtQueue(), lookAtDisk(), lookAtMailServer()])
  }
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look()
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }

  return {
    clock,
    start() {
      running = loop()
    },
    async stop() {
      stopping.abort()
      await Promise.race([running, sleep(answerMs, undefined, { ref: false })])
    },
  }
}
