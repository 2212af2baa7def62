import { beforeEach, describe, expect, it } from 'vitest'
import { createClockWatch, type ClockWatch } from '#src/app/runtime/clock-watch.ts'

const minute = 60_000

let wall: number
let monotonic: number
let database: number | undefined

beforeEach(() => {
  wall = 1_800_000_000_000
  monotonic = 5_000
  database = wall
})

function watch(more: { forgiving?: boolean } = {}): ClockWatch {
  return createClockWatch({
    clocks: {
      wall: () => wall,
      monotonic: () => monotonic,
      database: () => (database === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(database)),
    },
    forgiving: false,
    ...more,
  })
}

/** Time goes by for everyone. */
function pass(ms: number): void {
  wall += ms
  monotonic += ms
  if (database !== undefined) database += ms
}

/** The machine's clock is set; a database on the same machine has the same one. */
function set(ms: number, alsoDatabase = true): void {
  wall += ms
  if (alsoDatabase && database !== undefined) database += ms
}

describe('the watch over the clocks', () => {
  it('lets work go on while they go together, also for months of small corrections', async () => {
    const clocks = watch()
    for (let day = 0; day < 100; day += 1) {
      pass(24 * 60 * minute)
      set(20_000)
      await clocks.look()
    }
    expect({ may: clocks.mayWork(), ...clocks.verdict() }).toEqual({ may: true, kind: 'together' })
  })

  it.each([6, -6, 600])('stops everything that goes out at a jump of %i minutes, before anyone looked', (minutes) => {
    const clocks = watch()
    set(minutes * minute)
    expect(clocks.mayWork()).toBe(false)
    expect(clocks.verdict()).toEqual({ kind: 'jumped', offMs: minutes * minute })
  })

  it('takes less than five minutes as it is', async () => {
    const clocks = watch()
    set(4.9 * minute)
    await clocks.look()
    expect(clocks.mayWork()).toBe(true)
  })

  it('goes on by itself when the clock is set right again', async () => {
    const clocks = watch()
    set(60 * minute)
    await clocks.look()
    pass(10 * minute)
    await clocks.look()
    expect(clocks.mayWork()).toBe(false)
    set(-60 * minute)
    await clocks.look()
    expect({ may: clocks.mayWork(), ...clocks.verdict() }).toEqual({ may: true, kind: 'together' })
  })

  it('goes on when a person says that the time is right', async () => {
    const clocks = watch()
    set(60 * minute)
    await clocks.look()
    clocks.accept()
    expect(clocks.mayWork()).toBe(true)
  })

  it('waits for a person for ever, also when the database agrees: it may run on the same machine', async () => {
    const clocks = watch()
    set(60 * minute)
    await clocks.look()
    pass(24 * 60 * minute)
    await clocks.look()
    expect(clocks.mayWork()).toBe(false)
  })

  it('goes on after a minute in a demo, whose laptop just slept', async () => {
    const clocks = watch({ forgiving: true })
    set(600 * minute)
    await clocks.look()
    expect(clocks.mayWork()).toBe(false)
    pass(2 * minute)
    await clocks.look()
    expect(clocks.mayWork()).toBe(true)
  })

  it('stops while our clock and that of the database differ, and goes on when they do not', async () => {
    const clocks = watch()
    database = wall - 6 * minute
    await clocks.look()
    expect({ may: clocks.mayWork(), kind: clocks.verdict().kind }).toEqual({ may: false, kind: 'differs' })
    database = wall + 2 * minute
    await clocks.look()
    expect(clocks.mayWork()).toBe(true)
  })

  it('does not take a database that is gone for a clock that is wrong', async () => {
    const clocks = watch()
    database = undefined
    pass(60 * minute)
    await clocks.look()
    expect(clocks.mayWork()).toBe(true)
  })
})
