import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './process-identity.ts'

/** What a running server writes about itself in its data folder (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_...). */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** 'ready', 'starting', 'stopping' or 'standby'. */
  readonly status: string
}

/** The server that runs on this cluster. Undefined: none, also when a file of a dead one is left. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const written = readPidFile(cluster)
  return written !== undefined && isAlive(written.pid) && worksIn(written.pid, cluster) ? written : undefined
}

/** Whether the file of a dead server names an id that another program got since: PostgreSQL would take that for a rival. */
export function strangerInPidFile(cluster: string): boolean {
  const written = readPidFile(cluster)
  return written !== undefined && isAlive(written.pid) && !worksIn(written.pid, cluster)
}

export function pidFileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

function readPidFile(cluster: string): Postmaster | undefined {
  try {
    const [pid, , , port, , , , status] = readFileSync(pidFileOf(cluster), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/** The command line names the cluster; a container's root may read that of other accounts, their working folder not. */
function worksIn(pid: number, cluster: string): boolean {
  return commandLine(pid).includes(cluster)
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
