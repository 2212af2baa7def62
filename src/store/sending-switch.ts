import { sql, type Kysely } from 'kysely'
import type { SendingSwitch } from '#src/services/ports/sending-switch.ts'
import type { Database } from './tables/database.ts'

export const createSendingSwitch = (db: Kysely<Database>): SendingSwitch => ({
  async isStopped() {
    const row = await db.selectFrom('sending_switch').select('stopped').executeTakeFirst()
    return row?.stopped ?? false
  },
  async set(stopped, by) {
    await db
      .insertInto('sending_switch')
      .values({ stopped, changed_by: by })
      .onConflict((conflict) =>
        conflict.column('only_row').doUpdateSet({ stopped, changed_by: by, changed_at: sql`now()` }),
      )
      .execute()
  },
})

/** When the button was last pressed or let go, as the database wrote it; absent: never. Only to see that it was, not to reckon with. */
export async function lastSwitched(db: Kysely<Database>): Promise<string | undefined> {
  const row = await db
    .selectFrom('sending_switch')
    .select(sql<string>`changed_at::text`.as('at'))
    .executeTakeFirst()
  return row?.at
}
