import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '#src/app/clock.ts'
import { openDemoClock } from '#src/app/runtime/demo-clock.ts'
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts'

let folder: string
beforeEach(() => {
  folder = makeTemporaryFolder()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const hoursAhead = (now: { epochMilliseconds: number }): number =>
  Math.abs(Math.round((now.epochMilliseconds - systemClock.now().epochMilliseconds) / 3_600_000))

describe('the clock of the demo', () => {
  it('runs with the wall until somebody winds it on, and then that far ahead', async () => {
    const clock = await openDemoClock(folder)
    expect(hoursAhead(clock.now())).toBe(0)
    await clock.windTo(clock.now().add({ hours: 30 }))
    expect(hoursAhead(clock.now())).toBe(30)
  })

  it('never goes back', async () => {
    const clock = await openDemoClock(folder)
    await clock.windTo(clock.now().add({ hours: 5 }))
    await clock.windTo(clock.now().subtract({ hours: 48 }))
    expect(hoursAhead(clock.now())).toBe(5)
  })

  it('goes on where it was at the next start', async () => {
    const first = await openDemoClock(folder)
    await first.windTo(first.now().add({ hours: 200 }))
    expect(hoursAhead((await openDemoClock(folder)).now())).toBe(200)
  })

  it.each(['', 'morgen', '-5', '1e99'])('runs with the wall when what was kept is %j', async (text) => {
    await writeFile(path.join(folder, 'demo-clock'), text)
    expect(hoursAhead((await openDemoClock(folder)).now())).toBe(0)
  })
})
