import { sql, type Kysely } from 'kysely'
import type { Leases } from '#src/services/ports/leases.ts'
import { fromInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

export const createLeases = (db: Kysely<Database>): Leases => ({
  async take(name, owner, now, seconds) {
    const until = fromInstant(now.add({ seconds }))
    const { rows } = await sql<{ owner: string }>`
      insert into leases (name, owner, until) values (${name}, ${owner}, ${until})
      on conflict (name) do update set owner = excluded.owner, until = excluded.until
      where leases.owner = ${owner} or leases.until < ${fromInstant(now)} returning owner`.execute(db)
    return rows.length === 1
  },
  async giveUp(name, owner) {
    await db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute()
  },
})
