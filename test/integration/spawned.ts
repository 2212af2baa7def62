import { spawn, type StdioOptions } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { surroundings } from '../support/surroundings.ts'
import type { Scene } from './scene.ts'
import { until } from '../support/until.ts'

/** An Opkomst in a process of its own, which can be killed. */
export interface Spawned {
  readonly said: () => string
  /** The most memory that it has had so far, in bytes; only on Linux. */
  readonly mostMemory: () => number | undefined
  /** Waits until it works. */
  ready(): Promise<void>
  /** Ends it, with the signal that cannot be caught unless told otherwise, and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>
}

const program = path.join(import.meta.dirname, '../support/start-moved.ts')

function mostMemoryOf(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  } catch {
    return undefined
  }
}

let spawns = 0

export function spawnOpkomst(
  { provider, clock, defer }: Scene,
  verb: 'start' | 'worker',
  changes: Readonly<Record<string, string>> = {},
): Spawned {
  const env = { ...surroundings(), ...provider.environment, ...changes }
  const log = path.join(provider.folder, `spawned-${String((spawns += 1))}.log`)
  const stdio: StdioOptions = ['ignore', 'pipe', openSync(log, 'w')]
  const child = spawn(process.execPath, [program, verb, String(clock.aheadMs())], { env, stdio })
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const spawned: Spawned = {
    said: () => said,
    mostMemory: () => mostMemoryOf(child.pid),
    ready: async () => {
      const works = () => /Opkomst draait|Werker draait/.test(said)
      await until(`a spawned ${verb} works`, () => works() || child.exitCode !== null)
      if (!works()) throw new Error(`a spawned ${verb} ended: ${said}${readFileSync(log, 'utf8').slice(-2_000)}`)
    },
    async end(signal = 'SIGKILL') {
      child.kill(signal)
      await gone
    },
  }
  defer(() => spawned.end())
  return spawned
}
