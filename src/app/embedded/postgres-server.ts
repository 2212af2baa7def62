import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { cleanEnvironment } from './postgres-environment.ts'
import { failureSentence } from './postgres-failure.ts'
import { removeMisleadingPidFile, runningPostmaster } from './postmaster-pid.ts'
import type { Postmaster } from './postmaster-pid.ts'
import type { Place } from './postgres-place.ts'
import type { Programs } from './postgres-programs.ts'

/** How long a start waits for what is left of an earlier server, and how often it looks. */
const leftoversMs = 30_000
const lookEveryMs = 10

export interface ServerSettings {
  /** False: nothing is waited for on disk, and a crash may lose it all. */
  readonly durable: boolean
  /** The port that clients know already. Absent: any free one. */
  readonly port?: number
}

/**
 * A ready server on the cluster: the one that still runs there (its starter was killed), or a new one. After a crash it
 * waits for the recovery, however long: that ends by itself, and giving up would start it all over.
 */
export async function startServer(place: Place, programs: Programs, settings: ServerSettings): Promise<Postmaster> {
  const giveUpAt = performance.now() + leftoversMs
  for (;;) {
    const running = await settled(place.cluster)
    if (running !== undefined) return running
    const attempt = await launch(place, programs, { port: await freePort(), ...settings })
    if (typeof attempt !== 'string') return attempt
    if (!mayPass(attempt) || performance.now() > giveUpAt) throw new Error(failureSentence(attempt, place))
    await sleep(100)
  }
}

/** Waits while a server is coming up or going down. Undefined: no server runs. */
async function settled(cluster: string): Promise<Postmaster | undefined> {
  for (;;) {
    const found = runningPostmaster(cluster)
    if (found === undefined || found.status === 'ready') return found
    await sleep(lookEveryMs)
  }
}

/** Failures that go away: a port just taken, or the last processes of a killed server that still let go. */
function mayPass(output: string): boolean {
  return /Address already in use|pre-existing shared memory|lock file .* already exists/.test(output)
}

/** The ready server, or what it wrote before it stopped. */
async function launch(
  place: Place,
  programs: Programs,
  settings: Required<ServerSettings>,
): Promise<Postmaster | string> {
  removeMisleadingPidFile(place.cluster)
  const child = spawnServer(place, programs, settings)
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  while (failure === undefined && child.exitCode === null && child.signalCode === null) {
    const found = runningPostmaster(place.cluster)
    if (found?.pid === child.pid && found?.status === 'ready') return found
    await sleep(lookEveryMs)
  }
  return failure?.message ?? readFileSync(place.logFile, 'utf8')
}

/** In a session of its own: Ctrl-C reaches us, and we stop it when nothing needs it any more. */
function spawnServer(place: Place, programs: Programs, settings: Required<ServerSettings>): ChildProcess {
  const log = openSync(place.logFile, 'w', 0o600)
  try {
    const child = spawn(join(programs.binDir, 'postgres'), ['-D', place.cluster, ...parameters(settings)], {
      ...place.account,
      cwd: '/',
      env: cleanEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

function parameters({ port, durable }: Required<ServerSettings>): string[] {
  const chosen = { ...baseSettings, port, ...(durable ? {} : throwAwaySettings) }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const baseSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  // Errors quote values of rows, which are personal data: the log holds only what the server says about itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  // One small server: no replicas, and no processes that wait for work that never comes.
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  io_method: 'sync',
  jit: 'off',
}

/** Tests let many programs work on one server at the same time. */
const throwAwaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 }
