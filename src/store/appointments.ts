import type { Kysely } from 'kysely'
import type { Appointments } from '#src/services/ports/appointments.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Database } from './tables/database.ts'

export const createAppointments = (db: Kysely<Database>): Appointments => ({
  async booked(from, to) {
    const rows = await db
      .selectFrom('appointments')
      .select(['coach_id', 'starts_at', 'ends_at'])
      .where('released', '=', false)
      .where('ends_at', '>', fromInstant(from))
      .where('starts_at', '<', fromInstant(to))
      .execute()
    return rows.map((row) => ({
      coachId: row.coach_id,
      startsAt: toInstant(row.starts_at),
      endsAt: toInstant(row.ends_at),
    }))
  },
})
