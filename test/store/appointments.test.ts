import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAppointments } from '#src/store/appointments.ts'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'
import { amsterdam } from '#test/support/universe.ts'

let database: TestDatabase
let open: OpenDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  open = openDatabase(database.url, { max: 4, onError: () => undefined })
})
afterEach(async () => {
  await open.close()
  await database.drop()
})

const slot = (coachId: string) => ({
  coachId,
  placeId: 'centrum',
  startsAt: amsterdam('2026-11-10T10:00'),
  endsAt: amsterdam('2026-11-10T11:00'),
})

describe('a slot that is being booked', () => {
  it('is held by one transaction at a time, until that ends', async () => {
    const { db } = open
    await db.transaction().execute(async (first) => {
      expect(await createAppointments(first).hold(slot('anna'))).toBe(true)
      await db.transaction().execute(async (second) => {
        expect(await createAppointments(second).hold(slot('anna'))).toBe(false)
        expect(await createAppointments(second).hold(slot('bas'))).toBe(true)
      })
    })
    await db.transaction().execute(async (third) => {
      expect(await createAppointments(third).hold(slot('anna'))).toBe(true)
    })
  })
})
