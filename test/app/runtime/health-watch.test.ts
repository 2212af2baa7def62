import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '#src/app/clock.ts'
import { HealthBoard } from '#src/app/runtime/health-board.ts'
import { createHealthWatch, type HealthWatch } from '#src/app/runtime/health-watch.ts'
import type { Database } from '#src/store/tables/database.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

let folder: string
let watch: HealthWatch | undefined

beforeEach(() => {
  folder = makeTemporaryFolder()
})
afterEach(async () => {
  await watch?.stop()
  removeFolder(folder)
})

/** Nobody listens there. */
const noDatabase = () =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool: new pg.Pool({ host: '127.0.0.1', port: 1 }) }) })

describe('the watch over the parts', () => {
  it('is started once it can say how database, queue, clock and disk do, and waits for no mail server', async () => {
    const board = new HealthBoard(() => undefined)
    watch = createHealthWatch({
      db: noDatabase(),
      now: systemClock,
      queues: { health: async () => (await sleep(100), { ok: true, detail: 'de wachtrij antwoordt' }) },
      mailer: { verify: () => new Promise(() => undefined) },
      dataDir: folder,
      board,
      forgivingClock: false,
    })
    await watch.start()
    const ok = Object.fromEntries(board.all().map((health) => [health.part, health.ok]))
    expect(ok).toEqual({ database: false, queue: true, clock: true, disk: expect.any(Boolean) as boolean })
  })
})
