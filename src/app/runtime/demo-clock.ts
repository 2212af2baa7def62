import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '#src/services/ports/clock.ts'
import { systemClock } from '../clock.ts'

/**
 * The clock of the demo: the wall clock, and as far ahead of it as somebody wound it on. A journey takes weeks; whoever tries the program
 * out should not have to. Only the demo has one: with a real mailbox the wall clock is the only clock.
 */
export interface DemoClock extends Clock {
  /** Winds on to a moment; never back. */
  windTo(moment: Temporal.Instant): Promise<void>
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'demo-clock')

/** A clock that was never wound has no file; one that cannot be read runs with the wall. */
async function readAhead(dataDir: string): Promise<number> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => '0')
  const milliseconds = Number(text)
  return Number.isSafeInteger(milliseconds) && milliseconds > 0 ? milliseconds : 0
}

/** How far ahead it is stands beside the data, so that a second start goes on where the first one was. */
export async function openDemoClock(dataDir: string): Promise<DemoClock> {
  let ahead = await readAhead(dataDir)
  const now = (): Temporal.Instant => systemClock.now().add({ milliseconds: ahead })
  return {
    now,
    async windTo(moment) {
      const further = moment.epochMilliseconds - now().epochMilliseconds
      if (further <= 0) return
      ahead += further
      await writeFile(fileIn(dataDir), String(ahead), { mode: 0o600 })
    },
  }
}
