import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { markRunning, withoutOthers } from '#src/app/runtime/running-mark.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

async function mark(role: 'start' | 'beside') {
  const taken = await markRunning(database.url, role)
  onTestFinished(() => taken.release())
  return taken
}

it('lets one start work on a database, from whatever folder, and as many workers as one likes', async () => {
  await mark('beside')
  await mark('start')
  await expect(markRunning(database.url, 'start')).rejects.toThrow(
    "Op deze database draait al een start, misschien op een andere machine: stop die eerst, of geef 'opkomst worker'",
  )
  await mark('beside')
})

it('waits a moment for a start that is just ending', async () => {
  const ending = await mark('start')
  setTimeout(() => void ending.release(), 600)
  await expect(mark('start')).resolves.toBeDefined()
})

it('lets nothing that changes all data go on beside a start or a worker that is still there', async () => {
  const start = await mark('start')
  await expect(markRunning(database.url, 'start')).rejects.toThrow('al een start')
  await start.release()
  const worker = await mark('beside')
  await expect(withoutOthers(database.url, () => Promise.resolve('done'))).rejects.toThrow('Opkomst draait nog')
  await worker.release()
  expect(await withoutOthers(database.url, () => Promise.resolve('done'))).toBe('done')
})
