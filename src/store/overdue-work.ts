import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { fromInstant, toInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

/** What ought to have been done long ago, whoever had it in hand: counts and a moment, nothing of anybody. */
export interface OverdueWork {
  readonly mails: number
  readonly messages: number
  readonly timers: number
  readonly oldest: Temporal.Instant | undefined
}

interface Row {
  readonly mails: number
  readonly messages: number
  readonly timers: number
  readonly oldest: Date | null
}

/**
 * Everything whose moment was before `moment` and that still waits to be read, answered or fired. It asks the moments themselves, not
 * the leases (which are far shorter than the hour that keeps the search short): what is handed out again and again, and never gets done, is
 * just what must be noticed.
 */
export async function overdueWork(db: Kysely<Database>, moment: Temporal.Instant): Promise<OverdueWork> {
  const at = fromInstant(moment)
  const { rows } = await sql<Row>`
    with overdue as (
      select 'mails' as kind, stored_at as since from mails where outcome is null and stored_at <= ${at}
      union all
      select 'messages', received_at from inbound where handled_at is null and journey_id is not null and received_at <= ${at}
      union all
      select 'timers', due_at from timers where due_at <= ${at} and wake_at <= ${at}::timestamptz + interval '1 hour'
    )
    select (count(*) filter (where kind = 'mails'))::int as mails, (count(*) filter (where kind = 'messages'))::int as messages,
      (count(*) filter (where kind = 'timers'))::int as timers, min(since) as oldest from overdue`.execute(db)
  const [row] = rows
  return {
    mails: row?.mails ?? 0,
    messages: row?.messages ?? 0,
    timers: row?.timers ?? 0,
    oldest: row?.oldest ? toInstant(row.oldest) : undefined,
  }
}
