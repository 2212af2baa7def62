import { reconcile, type ReconcileParts } from '../reconcile/reconcile.ts'
import { errorFacts } from './error-facts.ts'
import type { HealthBoard } from './health-board.ts'
import type { Log } from './log.ts'
import { politely } from './politely.ts'

/** A check that runs is not waited for longer: it only reads. */
const politeMs = 500
const firstMs = 60_000
const everyMs = 24 * 60 * 60 * 1_000

/** Holds what is stored against what must be, a minute after the start and every day; a difference stays on the page until it is gone. */
export function startDailyCheck(parts: ReconcileParts, board: HealthBoard, log: Log): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const check = async (): Promise<void> => {
    try {
      const { differences, ...counts } = await reconcile(parts)
      log.info({ ...counts, differences: differences.length }, 'the daily check was done')
      board.set('ledger', differences.length === 0, wordsOf(differences.length, counts))
    } catch (error) {
      log.warn({ error: errorFacts(error) }, 'the daily check could not be done')
    }
  }
  const look = (): void => {
    running = check()
  }
  const first = setTimeout(look, firstMs).unref()
  const daily = setInterval(look, everyMs).unref()
  return {
    async stop() {
      clearTimeout(first)
      clearInterval(daily)
      await politely(politeMs, running)
    },
  }
}

const wordsOf = (differences: number, { mails, journeys }: { mails: number; journeys: number }): string =>
  differences === 0
    ? `${String(mails)} mails en ${String(journeys)} trajecten nagelopen: alles klopt`
    : `${String(differences)} verschillen tussen wat is opgeslagen en wat er moet staan: geef opkomst reconcile om te zien welke`
