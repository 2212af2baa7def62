import { execFile, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { lockDataDir } from '#src/app/embedded/instance-lock.ts'
import { ourselves } from '#src/app/embedded/lock-holder.ts'
import type { LockHolder } from '#src/app/embedded/lock-holder.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const root = makeTemporaryFolder()
afterAll(() => removeFolder(root))

let folders = 0
function newDataDir(): string {
  folders += 1
  const folder = join(root, `data ${folders}`)
  mkdirSync(folder)
  return folder
}

/** A lock as an earlier process left it. */
function leave(dataDir: string, change: Partial<LockHolder>): string {
  const file = join(dataDir, 'opkomst.1.lock')
  writeFileSync(file, JSON.stringify({ ...ourselves(new Date('2026-11-21T09:09:00Z')), ...change }))
  return file
}

const holdLock = ['--input-type=module', '-e']
const holdProgram = `
  const { lockDataDir } = await import('#src/app/embedded/instance-lock.ts')
  await lockDataDir(process.argv[1]).then(() => console.log('won'), (error) => console.log(error.message))
`

describe('the lock on a data folder', () => {
  it('refuses a second start and names the process and since when', async () => {
    const dataDir = newDataDir()
    const child = spawn(process.execPath, [...holdLock, `${holdProgram}; setInterval(() => {}, 1000)`, dataDir])
    onTestFinished(() => void child.kill('SIGKILL'))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const since = `sinds \\d+ \\w+ \\d{4} om \\d\\d:\\d\\d`
    await expect(lockDataDir(dataDir)).rejects.toThrow(
      new RegExp(`draait al .*proces ${child.pid}, ${since}.*DATA_DIR`),
    )
  })

  it('is free again after release', async () => {
    const dataDir = newDataDir()
    for (let turn = 0; turn < 3; turn += 1) {
      const lock = await lockDataDir(dataDir)
      await lock.release()
      await lock.release()
    }
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('is taken over from a killed process', async () => {
    const dataDir = newDataDir()
    const child = spawn(process.execPath, [...holdLock, `${holdProgram}; setInterval(() => {}, 1000)`, dataDir])
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    expect(await canBeTaken(dataDir)).toBe(true)
  })

  it('is taken over when the process id belongs to another program now', async () => {
    const dataDir = newDataDir()
    leave(dataDir, { pid: process.pid, mark: 'an earlier start' })
    expect(await canBeTaken(dataDir)).toBe(true)
  })

  it('is taken over after a reboot, although the process id is in use', async () => {
    const dataDir = newDataDir()
    const file = leave(dataDir, { pid: process.pid, mark: 'another boot', where: 'another boot' })
    utimesSync(file, twoMinutesAgo(), twoMinutesAgo())
    const began = performance.now()
    expect(await canBeTaken(dataDir)).toBe(true)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  it('is taken over from a container that fell silent just now, after some waiting', async () => {
    const dataDir = newDataDir()
    leave(dataDir, { pid: 1, where: 'another container' })
    expect(await canBeTaken(dataDir)).toBe(true)
  })

  it('is taken over when the file was cut short by a full disk', async () => {
    const dataDir = newDataDir()
    writeFileSync(leave(dataDir, {}), '')
    expect(await canBeTaken(dataDir)).toBe(true)
  })

  it('is kept from another container that gives signs of life', async () => {
    const dataDir = newDataDir()
    const file = leave(dataDir, { pid: 1, where: 'another container' })
    const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), 500)
    onTestFinished(() => clearInterval(heartbeat))
    await expect(lockDataDir(dataDir)).rejects.toThrow(/proces 1, sinds 21 november 2026 om 10:09/)
  })

  it('goes to exactly one of many starts at the same time, also over a dead lock', async () => {
    const dataDir = newDataDir()
    leave(dataDir, { mark: 'an earlier start' })
    const starts = Array.from({ length: 6 }, () => holdForAWhile(dataDir))
    const outcomes = await Promise.all(starts)
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.startsWith('Opkomst draait al'))).toHaveLength(5)
  })
})

function twoMinutesAgo(): Date {
  return new Date(Date.now() - 120_000)
}

async function canBeTaken(dataDir: string): Promise<boolean> {
  const lock = await lockDataDir(dataDir)
  await lock.release()
  return true
}

async function holdForAWhile(dataDir: string): Promise<string> {
  const program = `${holdProgram}; setTimeout(() => {}, 3000)`
  const { stdout } = await promisify(execFile)(process.execPath, [...holdLock, program, dataDir])
  return stdout.trim()
}
