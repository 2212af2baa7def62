import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import path from 'node:path'
import type { Scene } from './scene.ts'
import { until } from './until.ts'

/** An Opkomst in a process of its own, which can be killed. */
export interface Spawned {
  readonly said: () => string
  /** Waits until it works. */
  ready(): Promise<void>
  /** Ends it, with the signal that cannot be caught unless told otherwise, and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>
}

const program = path.join(import.meta.dirname, '../support/start-moved.ts')

export function spawnOpkomst(
  { provider, clock, defer }: Scene,
  verb: 'start' | 'worker',
  changes: Readonly<Record<string, string>> = {},
): Spawned {
  const env = { PATH: process.env['PATH'] ?? '', ...provider.environment, ...changes }
  const log = openSync(path.join(provider.folder, 'spawned.log'), 'a')
  const child = spawn(process.execPath, [program, verb, String(clock.aheadMs())], {
    env,
    stdio: ['ignore', 'pipe', log],
  })
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const spawned: Spawned = {
    said: () => said,
    ready: async () => {
      await until(`a spawned ${verb} works`, () => /Opkomst draait|Werker draait/.test(said))
    },
    async end(signal = 'SIGKILL') {
      child.kill(signal)
      await gone
    },
  }
  defer(() => spawned.end())
  return spawned
}
