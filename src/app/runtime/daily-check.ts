import { compareMailboxes, type CompareParts } from '../reconcile/reconcile-mailboxes.ts'
import { reconcile, type ReconcileParts } from '../reconcile/reconcile.ts'
import { errorFacts } from './error-facts.ts'
import type { HealthBoard } from './health-board.ts'
import type { Log } from './log.ts'
import { keepMailsNoLonger, type MailRetentionParts } from './mail-retention.ts'
import { politely } from './politely.ts'

/** A check that runs is not waited for longer: it reads, and what it destroys it does in one statement at a time. */
const politeMs = 500
const firstMs = 60_000
const everyMs = 24 * 60 * 60 * 1_000

/** Holds what is stored against what must be, a minute after the start and every day; a difference stays on the page until it is gone. Mails that were kept long enough are destroyed. */
export function startDailyCheck(
  parts: ReconcileParts & CompareParts & MailRetentionParts,
  board: HealthBoard,
  log: Log,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const check = async (): Promise<void> => {
    await keepMailsNoLonger(parts, log)
    try {
      const found = await reconcile(parts)
      const differences = [...found.differences, ...(await mailboxDifferences(parts, log))]
      const counts = { mails: found.mails, journeys: found.journeys, timers: found.timers }
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

/** A reader gets this long to take in what came in during the check. */
const settleMs = 30_000

/** A mailbox that cannot be read is told of by its reader, and is no difference. */
async function mailboxDifferences(parts: CompareParts, log: Log): Promise<readonly unknown[]> {
  try {
    const { named, contradicted } = await compareMailboxes(parts, { thorough: false, settleMs })
    return [...named, ...contradicted]
  } catch (error) {
    log.warn({ error: errorFacts(error) }, 'the mailboxes could not be compared with the ledger')
    return []
  }
}

const wordsOf = (differences: number, { mails, journeys }: { mails: number; journeys: number }): string =>
  differences === 0
    ? `${String(mails)} mails en ${String(journeys)} trajecten nagelopen: alles klopt`
    : `${String(differences)} verschillen tussen wat is opgeslagen en wat er moet staan: geef opkomst reconcile en opkomst inbox reconcile om te zien welke`
