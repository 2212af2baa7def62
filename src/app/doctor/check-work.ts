import type { Kysely } from 'kysely'
import type { Database } from '#src/store/tables/database.ts'
import { systemClock } from '../clock.ts'
import type { Config } from '../config/config.ts'
import { overdueInWords } from '../overdue.ts'
import { openDemoClock } from '../runtime/demo-clock.ts'
import { good, wrong, type Finding } from './finding.ts'

/** Whether anything is left undone that ought to have been done long ago. */
export async function checkWork(db: Kysely<Database>, { demo, dataDir }: Config): Promise<Finding> {
  const late = await overdueInWords(db, demo ? await openDemoClock(dataDir) : systemClock)
  return late === undefined ? good('werk', 'alles wat moest gebeuren is gedaan') : wrong('werk', late)
}
