import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataDir } from './data-dir.ts'
import { heartbeatMs, livingHolder, ourselves } from './lock-holder.ts'
import type { LockHolder } from './lock-holder.ts'

export interface InstanceLock {
  /** Gives the data folder free. Twice is fine. */
  release(): Promise<void>
}

/**
 * Takes the data folder for this process, or refuses with one Dutch sentence that says who has it. A lock whose process
 * died (kill -9, a reboot) is taken over.
 *
 * Locks are numbered files and the highest number counts. Making the next number is atomic, so of two starts that find the
 * same dead lock exactly one makes it; a dead file is never replaced, which is where such takeovers go wrong.
 */
export async function lockDataDir(dataDir: string): Promise<InstanceLock> {
  const folder = openDataDir(dataDir)
  for (;;) {
    const newest = newestNumber(folder)
    await refuseWhenHeld(dataDir, lockFile(folder, newest))
    const mine = lockFile(folder, newest + 1)
    if (!makeFile(mine)) continue
    // Between our look and our file, others may have come, taken over and cleared up: the highest number counts.
    if (newestNumber(folder) === newest + 1) return hold(folder, newest + 1)
    rmSync(mine, { force: true })
  }
}

async function refuseWhenHeld(dataDir: string, file: string): Promise<void> {
  const holder = await livingHolder(file)
  if (holder !== 'nobody') throw new Error(refusal(dataDir, holder))
}

function hold(folder: string, number: number): InstanceLock {
  const file = lockFile(folder, number)
  for (const older of numbersIn(folder)) if (older < number) rmSync(lockFile(folder, older), { force: true })
  const heartbeat = setInterval(() => touch(file), heartbeatMs)
  heartbeat.unref()
  return {
    async release() {
      clearInterval(heartbeat)
      rmSync(file, { force: true })
    },
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // The folder was removed under us: nothing left to guard.
  }
}

/** False when another process made it first. */
function makeFile(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(ourselves(new Date())), { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    rmSync(file, { force: true })
    throw error
  }
}

const lockName = /^opkomst\.(\d+)\.lock$/

function lockFile(folder: string, number: number): string {
  return join(folder, `opkomst.${number}.lock`)
}

/** 0 when there is no lock. */
function newestNumber(folder: string): number {
  return Math.max(0, ...numbersIn(folder))
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => lockName.exec(name)?.[1] ?? [])
    .map(Number)
}

function refusal(dataDir: string, holder: LockHolder | 'someone'): string {
  const who = holder === 'someone' ? 'een ander proces' : `proces ${holder.pid}, sinds ${inWords(holder.since)}`
  return `Opkomst draait al op de gegevens in ${dataDir} (${who}): stop dat eerst, of zet DATA_DIR op een andere map.`
}

function inWords(since: string): string {
  const format = new Intl.DateTimeFormat('nl-NL', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  })
  return format.format(new Date(since))
}
