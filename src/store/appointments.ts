import { sql, type Kysely } from 'kysely'
import type { Booked } from '#src/domain/planning/availability.ts'
import type { Appointments } from '#src/services/ports/appointments.ts'
import { fromInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

export const createAppointments = (db: Kysely<Database>): Appointments => ({
  async booked(from, to) {
    const { rows } = await sql<{ coach_id: string; start: number; end: number }>`
      select coach_id, (extract(epoch from starts_at) * 1000)::float8 as start, (extract(epoch from ends_at) * 1000)::float8 as end
      from appointments where not released and ends_at > ${fromInstant(from)} and starts_at < ${fromInstant(to)}`.execute(
      db,
    )
    return rows.map(({ coach_id, start, end }): Booked => ({ coachId: coach_id, start, end }))
  },
})
