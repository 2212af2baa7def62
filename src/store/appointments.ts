import type { Kysely } from 'kysely'
import pg from 'pg'
import { slotId, type Booked } from '#src/domain/planning/availability.ts'
import type { Appointments } from '#src/services/ports/appointments.ts'
import { fromInstant } from './instants.ts'
import type { HeldSlots } from './held-slots.ts'
import { statement } from './statement.ts'
import type { Database } from './tables/database.ts'

export const createAppointments = (db: Kysely<Database>, held: HeldSlots): Appointments => ({
  async booked(from, to) {
    const rows = await statement<{ coach_id: string; start: number; end: number }>`
      select coach_id, date_part('epoch', starts_at) * 1000 as start, date_part('epoch', ends_at) * 1000 as end
      from appointments where not released and ends_at > ${fromInstant(from)} and starts_at < ${fromInstant(to)}`(db)
    return rows.map(({ coach_id, start, end }): Booked => ({ coachId: coach_id, start, end }))
  },

  hold: (slot) => held.take(slotId(slot)),
})

/** The database refused a booking: of two that take one slot the second fails. */
export const isSlotTaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.constraint === 'appointments_one_at_a_time'
