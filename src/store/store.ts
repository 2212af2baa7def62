import type { Kysely } from 'kysely'
import { SlotTaken, type Appointments } from '#src/services/ports/appointments.ts'
import type { Inbound } from '#src/services/ports/inbound.ts'
import type { Journeys } from '#src/services/ports/journeys.ts'
import type { Mails } from '#src/services/ports/mails.ts'
import type { Outgoing } from '#src/services/ports/outgoing.ts'
import type { Timers } from '#src/services/ports/timers.ts'
import type { Transact } from '#src/services/ports/transact.ts'
import { createAppointments, isSlotTaken } from './appointments.ts'
import { createHeldSlots, type HeldSlots } from './held-slots.ts'
import { createInbound } from './inbound.ts'
import { createJourneys } from './journeys.ts'
import { forTransaction, type Keyring } from './keyring.ts'
import { createMails } from './mails.ts'
import { createRecentMails, type RecentMails } from './recent-mails.ts'
import { createOutgoing } from './outgoing.ts'
import type { Database } from './tables/database.ts'
import { createTimers } from './timers.ts'

/** Every kind of row; a verb asks for the few that it needs. */
export interface Rows {
  readonly journeys: Journeys
  readonly appointments: Appointments
  readonly inbound: Inbound
  readonly mails: Mails
  readonly outgoing: Outgoing
  readonly timers: Timers
}

const rowsOn = (
  db: Kysely<Database>,
  keyring: Keyring,
  zone: string,
  { held, recent }: { readonly held: HeldSlots; readonly recent?: RecentMails },
): Rows => ({
  journeys: createJourneys(db, keyring, zone),
  appointments: createAppointments(db, held),
  inbound: createInbound(db, keyring),
  mails: createMails(db, keyring, recent),
  outgoing: createOutgoing(db, keyring),
  timers: createTimers(db),
})

/** The rows outside a transaction, for as long as the process lives. */
export const createRows = (db: Kysely<Database>, keyring: Keyring, zone: string): Rows =>
  rowsOn(db, keyring, zone, { held: createHeldSlots()(), recent: createRecentMails() })

export const createTransact = (db: Kysely<Database>, keyring: Keyring, zone: string): Transact<Rows> => {
  const heldSlots = createHeldSlots()
  return async (work) => {
    const held = heldSlots()
    try {
      return await db.transaction().execute((trx) => work(rowsOn(trx, forTransaction(keyring), zone, { held })))
    } catch (error) {
      throw isSlotTaken(error) ? new SlotTaken('this slot was taken meanwhile', { cause: error }) : error
    } finally {
      held.release()
    }
  }
}
