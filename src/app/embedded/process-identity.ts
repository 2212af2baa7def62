import { execFileSync } from 'node:child_process'
import type { ExecFileSyncOptionsWithStringEncoding } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process, told apart from a later one that got the same id. */
export interface ProcessIdentity {
  readonly pid: number
  /** The machine's boot and the tick of its start (Linux), or its start as `ps` writes it. Absent: the system does not say. */
  readonly mark?: string
}

export function identify(pid: number): ProcessIdentity {
  const mark = markOf(pid)
  return mark === undefined ? { pid } : { pid, mark }
}

/** Whether that very process still runs, also when it belongs to someone else. Without marks the id alone decides. */
export function stillRuns({ pid, mark }: ProcessIdentity): boolean {
  if (!isAlive(pid)) return false
  const now = markOf(pid)
  return mark === undefined || now === undefined || mark === now
}

/** True while a process with this id runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  return isInUse(pid) && !isZombie(pid)
}

function markOf(pid: number): string | undefined {
  return process.platform === 'linux' ? linuxMark(pid) : askPs(pid, 'lstart=')
}

/** True while the id is taken: by a process that runs, also someone else's, or by a zombie. */
export function isInUse(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A container without an init never reaps orphans: they are done, yet still answer to a signal. */
function isZombie(pid: number): boolean {
  const state = process.platform === 'linux' ? linuxStat(pid)?.[0] : askPs(pid, 'state=')
  return state?.startsWith('Z') ?? false
}

function linuxMark(pid: number): string | undefined {
  const startTick = linuxStat(pid)?.[19]
  return startTick === undefined
    ? undefined
    : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startTick}`
}

/** The fields of /proc/<pid>/stat after the program's name, which stands in brackets and may itself hold both. */
function linuxStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function askPs(pid: number, column: string): string | undefined {
  try {
    const options: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync('ps', ['-o', column, '-p', String(pid)], options).trim() || undefined
  } catch {
    return undefined
  }
}
