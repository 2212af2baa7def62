import type { Kysely } from 'kysely'
import type { Clock } from '#src/services/ports/clock.ts'
import { momentInWords } from '#src/services/words.ts'
import { overdueWork } from '#src/store/overdue-work.ts'
import type { Database } from '#src/store/tables/database.ts'
import { zone } from './zone.ts'

/** Work is done within seconds; what is this late is late for a reason that somebody must look at. */
const lateMinutes = 5

const counted = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [`${String(count)} ${count === 1 ? one : more}`]

/** In Dutch what ought to have been done long ago, and what to do; undefined when nothing is. */
export async function overdueInWords(db: Kysely<Database>, clock: Clock): Promise<string | undefined> {
  const { mails, messages, timers, oldest } = await overdueWork(db, clock.now().subtract({ minutes: lateMinutes }))
  if (!oldest) return undefined
  const things = [
    ...counted(timers, 'wekker', 'wekkers'),
    ...counted(messages, 'bericht van een deelnemer', 'berichten van deelnemers'),
    ...counted(mails, 'mail', 'mails'),
  ]
  return `te laat: ${things.join(' en ')}, het oudste van ${momentInWords(oldest, zone)}: kijk of Opkomst draait, en in opkomst.log wat er misgaat`
}
