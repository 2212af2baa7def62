import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, stillRuns } from './process-identity.ts'
import type { ProcessIdentity } from './process-identity.ts'

/** Who holds a lock, as written in its file. */
export interface LockHolder extends ProcessIdentity {
  /** Where this process id means something: one boot of one machine, or one container on it. */
  readonly where: string
  /** Moment of locking, ISO 8601. */
  readonly since: string
}

/** A living holder touches its file this often; from another container that is the only sign of life to be seen. */
export const heartbeatMs = 1_000
const watchMs = 4_000
const lookEveryMs = 200
/** Untouched for so long, it is not worth watching: the machine was restarted, say. */
const longDeadMs = 60_000

export function ourselves(now: Date): LockHolder {
  return { ...identify(process.pid), where: whereWeAre(), since: now.toISOString() }
}

/** 'nobody' when the holder is dead or gone; 'someone' when it lives but cannot be read. */
export async function livingHolder(file: string): Promise<LockHolder | 'someone' | 'nobody'> {
  const firstTouch = lastTouch(file)
  const giveUpAt = performance.now() + watchMs
  while (performance.now() < giveUpAt) {
    const touched = lastTouch(file)
    if (touched === undefined) return 'nobody'
    const holder = readHolder(file)
    if (holder?.where === whereWeAre()) return stillRuns(holder) ? holder : 'nobody'
    if (touched !== firstTouch) return holder ?? 'someone'
    if (Date.now() - touched > longDeadMs) return 'nobody'
    await sleep(lookEveryMs)
  }
  return 'nobody'
}

function whereWeAre(): string {
  if (process.platform !== 'linux') return hostname()
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`
}

function lastTouch(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

/** Undefined: just made and not yet written, or not for our eyes. */
function readHolder(file: string): LockHolder | undefined {
  try {
    // Only lockDataDir writes these files.
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder
  } catch {
    return undefined
  }
}
