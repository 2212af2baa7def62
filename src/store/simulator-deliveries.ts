import { sql, type Kysely } from 'kysely'
import type { Database } from './tables/database.ts'

/** What the simulated carrier took, kept so that it can be asked after a crash, and so that taking twice can be seen. */
export interface SimulatorDeliveries {
  take(reference: string): Promise<void>
  has(reference: string): Promise<boolean>
  /** Whether the sending of this message was recorded; before that its receipt would find nothing. */
  isRecorded(reference: string): Promise<boolean>
  /** References of messages that were taken and recorded, and whose receipt was not told: the process ended in between. */
  withoutReceipt(): Promise<readonly string[]>
  /** How many messages a phone got more than once: always none. */
  takenTwice(): Promise<number>
}

export const createSimulatorDeliveries = (db: Kysely<Database>): SimulatorDeliveries => ({
  async take(reference) {
    await db
      .insertInto('simulator_deliveries')
      .values({ reference, times: 1 })
      .onConflict((conflict) =>
        conflict.column('reference').doUpdateSet({ times: sql`simulator_deliveries.times + 1` }),
      )
      .execute()
  },
  async has(reference) {
    const row = await db
      .selectFrom('simulator_deliveries')
      .select('reference')
      .where('reference', '=', reference)
      .executeTakeFirst()
    return row !== undefined
  },
  async isRecorded(reference) {
    const row = await db
      .selectFrom('delivery_attempts')
      .select('outgoing_id')
      .where('carrier_reference', '=', reference)
      .executeTakeFirst()
    return row !== undefined
  },
  async withoutReceipt() {
    const rows = await db
      .selectFrom('outgoing')
      .innerJoin('simulator_deliveries as taken', 'taken.reference', 'outgoing.id')
      .select('outgoing.id')
      .where('outgoing.status', '=', 'sent')
      .where('outgoing.kind', '=', 'message')
      .execute()
    return rows.map((row) => row.id)
  },
  async takenTwice() {
    const row = await db
      .selectFrom('simulator_deliveries')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('times', '>', 1)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  },
})
