import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Queues } from '#src/jobs/queue.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { Mailer } from '#src/services/ports/mailer.ts'
import { createSendingSwitch, lastSwitched } from '#src/store/sending-switch.ts'
import type { Database } from '#src/store/tables/database.ts'
import { overdueInWords } from '../overdue.ts'
import type { ClockVerdict, ClockWatch } from './clock-watch.ts'
import type { HealthBoard } from './health-board.ts'

/** What answers later than this does not answer. */
const answerMs = 2_500

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

/** The database's own time, in milliseconds since 1970. */
export async function databaseTime(db: Kysely<Database>): Promise<number> {
  const { rows } = await within(
    sql<{ ms: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(db),
  )
  return rows[0]?.ms ?? Number.NaN
}

export async function lookAtDatabase(db: Kysely<Database>, board: HealthBoard): Promise<void> {
  const began = performance.now()
  try {
    await databaseTime(db)
    board.set('database', true, `de database antwoordt in ${String(Math.ceil(performance.now() - began))} ms`)
  } catch {
    const words = 'de database antwoordt niet; we proberen het vanzelf opnieuw. Kijk of PostgreSQL draait'
    board.set('database', false, words)
  }
}

const minutes = (ms: number): string => `${String(Math.round(Math.abs(ms) / 60_000))} minuten`

function clockWords(verdict: ClockVerdict): string {
  switch (verdict.kind) {
    case 'together':
      return 'de klok loopt gelijk met die van de database'
    case 'jumped':
      return `de klok sprong ${minutes(verdict.offMs)} ${verdict.offMs > 0 ? 'vooruit' : 'terug'}; er gaat niets uit. Kijk of de tijd van deze machine klopt, en geef dan: opkomst sending resume`
    case 'differs':
      return `de klok wijkt ${minutes(verdict.offMs)} af van die van de database; er gaat niets uit. Zet beide klokken gelijk (NTP)`
  }
}

/** Whoever lets the stop button go after a jump says that the time is right. Answers when it was last pressed or let go. */
async function acceptWhenToldSo(
  db: Kysely<Database>,
  clock: ClockWatch,
  before: string | undefined,
): Promise<string | undefined> {
  const switched = await lastSwitched(db)
  const jumped = clock.verdict().kind === 'jumped'
  if (jumped && before !== switched && !(await createSendingSwitch(db).isStopped())) clock.accept()
  return switched
}

/** Answers what to hand in at the next look. */
export async function lookAtClock(
  db: Kysely<Database>,
  clock: ClockWatch,
  board: HealthBoard,
  switched: string | undefined,
): Promise<string | undefined> {
  await clock.look()
  const seen = await within(acceptWhenToldSo(db, clock, switched)).catch(() => switched) // the database's own health tells it
  const verdict = clock.verdict()
  board.set('clock', verdict.kind === 'together', clockWords(verdict))
  return seen
}

export async function lookAtQueue(queues: Pick<Queues, 'health'>, board: HealthBoard): Promise<void> {
  const { ok, detail } = await queues.health()
  const later = 'wat moet gebeuren staat in de database en gaat door zodra de wachtrij er weer is'
  board.set('queue', ok, ok ? detail : `${detail}; ${later}`)
}

/** A night off, or a demo that was wound on, makes much due at once: only what stays late for so long is told. */
const lateForMs = 2 * 60_000

export interface WorkClocks {
  /** By which work is due. */
  readonly due: Clock
  /** Milliseconds of the clock that cannot be set. */
  readonly monotonic: () => number
}

/** Answers since when something is late, of the clock that cannot be set; to hand in at the next look. */
export async function lookAtWork(
  db: Kysely<Database>,
  { due, monotonic }: WorkClocks,
  board: HealthBoard,
  lateSince: number | undefined,
): Promise<number | undefined> {
  try {
    const late = await within(overdueInWords(db, due))
    const since = late === undefined ? undefined : (lateSince ?? monotonic())
    const isTold = late !== undefined && since !== undefined && monotonic() - since >= lateForMs
    board.set('work', !isTold, isTold ? late : 'alles wat moest gebeuren is gedaan')
    return since
  } catch {
    return lateSince // the database's own health tells it
  }
}

/** In steps, so that a disk that fills slowly is told of twice and not every few seconds. */
const leastFreeMegabytes = [50, 500] as const

export async function lookAtDisk(dataDir: string, board: HealthBoard): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = Math.floor((bavail * bsize) / 1024 ** 2)
  const passed = leastFreeMegabytes.find((least) => free < least)
  if (passed === undefined) return board.set('disk', true, `${String(free)} MB vrij in ${dataDir}`)
  const advice = 'maak ruimte, anders kan er niets meer worden opgeslagen'
  board.set('disk', false, `minder dan ${String(passed)} MB vrij in ${dataDir}: ${advice}`)
}

export async function lookAtMailServer(mailer: Pick<Mailer, 'verify'>, board: HealthBoard): Promise<boolean> {
  const { ok, detail } = await mailer.verify()
  board.set('mail_server', ok, detail)
  return ok
}
