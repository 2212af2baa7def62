import type { Kysely } from 'kysely'
import type { Clock } from '#src/services/ports/clock.ts'
import { destroyOldRaw } from '#src/store/mail-retention.ts'
import type { Database } from '#src/store/tables/database.ts'
import { errorFacts } from './error-facts.ts'
import type { Log } from './log.ts'

export interface MailRetentionParts {
  readonly db: Kysely<Database>
  readonly clock: Clock
  /** How many days the bytes of a mail are kept after it was handled. */
  readonly rawMailDays: number
}

/** Destroys the bytes of mails that are kept long enough; what could not be done today is done tomorrow. */
export async function keepMailsNoLonger({ db, clock, rawMailDays }: MailRetentionParts, log: Log): Promise<void> {
  const now = clock.now()
  try {
    const mails = await destroyOldRaw(db, { now, handledBefore: now.subtract({ hours: 24 * rawMailDays }) })
    if (mails > 0) log.info({ mails, days: rawMailDays }, 'mails that were handled long ago were destroyed')
  } catch (error) {
    log.warn({ error: errorFacts(error) }, 'mails that were handled long ago could not be destroyed')
  }
}
