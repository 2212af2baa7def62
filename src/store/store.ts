import type { Kysely } from 'kysely'
import type { Appointments } from '#src/services/ports/appointments.ts'
import type { Inbound } from '#src/services/ports/inbound.ts'
import type { Journeys } from '#src/services/ports/journeys.ts'
import type { Mails } from '#src/services/ports/mails.ts'
import type { Outgoing } from '#src/services/ports/outgoing.ts'
import type { Timers } from '#src/services/ports/timers.ts'
import type { Transact } from '#src/services/ports/transact.ts'
import { createAppointments } from './appointments.ts'
import { createInbound } from './inbound.ts'
import { createJourneys } from './journeys.ts'
import { forTransaction, type Keyring } from './keyring.ts'
import { createMails } from './mails.ts'
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

/** The rows on one connection or transaction. Making them is free: they hold no state of their own. */
export const createRows = (db: Kysely<Database>, keyring: Keyring, zone: string): Rows => ({
  journeys: createJourneys(db, keyring, zone),
  appointments: createAppointments(db),
  inbound: createInbound(db, keyring),
  mails: createMails(db, keyring),
  outgoing: createOutgoing(db, keyring),
  timers: createTimers(db),
})

export const createTransact =
  (db: Kysely<Database>, keyring: Keyring, zone: string): Transact<Rows> =>
  (work) =>
    db.transaction().execute((trx) => work(createRows(trx, forTransaction(keyring), zone)))
