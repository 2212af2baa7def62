import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { amsterdam, createTestUniverse } from '#test/support/universe.ts'

const source = fileURLToPath(new URL('../../src', import.meta.url))
const pure = ['domain', 'conversation']

const ambient =
  /\bDate\.now\(|\bnew Date\(|\bTemporal\.Now\b|\bMath\.random\(|\bperformance\.now\(|\bprocess\.|from 'node:/

it.each(pure)('nothing under src/%s reads time, makes chance or does I/O', async (room) => {
  const files = (await readdir(path.join(source, room), { recursive: true })).filter((name) => name.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(10)
  const guilty = await Promise.all(
    files.map(async (file) => (ambient.exec(await readFile(path.join(source, room, file), 'utf8')) ? file : undefined)),
  )
  expect(guilty.filter((file) => file !== undefined)).toEqual([])
})

it('decides the same at the same virtual moment, whatever the wall clock says', async () => {
  const universe = await createTestUniverse('2031-06-02T10:00')
  try {
    await universe.advanceTo(amsterdam('2031-06-02T10:00'))
    expect(universe.clock.now().toString()).toBe('2031-06-02T08:00:00Z')
  } finally {
    await universe.close()
  }
})
