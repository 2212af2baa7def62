import { sql, type Kysely } from 'kysely'
import { asId } from '#src/domain/values/id.ts'
import type { Timers } from '#src/services/ports/timers.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

export const createTimers = (db: Kysely<Database>): Timers => ({
  async due(now, leaseSeconds, limit) {
    const { rows } = await sql<{ journey_id: string; key: string; due_at: Date }>`
      update timers t set wake_at = ${fromInstant(now.add({ seconds: leaseSeconds }))}
      from (select journey_id, key from timers where wake_at <= ${fromInstant(now)} order by wake_at limit ${limit} for update skip locked) d
      where t.journey_id = d.journey_id and t.key = d.key returning t.journey_id, t.key, t.due_at`.execute(db)
    return rows
      .sort((a, b) => a.due_at.getTime() - b.due_at.getTime())
      .map((row) => ({ journeyId: asId<'journey'>(row.journey_id), key: row.key, at: toInstant(row.due_at) }))
  },
  async next(after) {
    const row = await db
      .selectFrom('timers')
      .select('due_at')
      .where('due_at', '>', fromInstant(after))
      .orderBy('wake_at') // of one that nobody was handed yet the same, and indexed
      .limit(1)
      .executeTakeFirst()
    return row && toInstant(row.due_at)
  },
  async release() {
    await db
      .updateTable('timers')
      .set((eb) => ({ wake_at: eb.ref('due_at') }))
      .whereRef('wake_at', '>', 'due_at')
      .execute()
  },
  async drop({ journeyId, key, at }) {
    await db
      .deleteFrom('timers')
      .where('journey_id', '=', journeyId)
      .where('key', '=', key)
      .where('due_at', '=', fromInstant(at))
      .execute()
  },
})
