import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Line } from './line.ts'
import { nodeOptions } from './node-options.ts'

/** Messages in eleven languages, read by one core once its code is compiled. */
export async function understanding(): Promise<Line[]> {
  const script = path.join(import.meta.dirname, 'understanding-process.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeOptions, script])
  const { perSecond, megabytes } = JSON.parse(stdout) as { perSecond: number; megabytes: number }
  return [
    {
      name: 'understanding: messages in a second',
      value: perSecond,
      bound: { atLeast: 5_000 },
      measured: 'the labelled examples, the best of eight rounds on one core',
    },
    {
      name: 'understanding: memory that it takes, megabytes',
      value: megabytes,
      bound: { atMost: 60 },
      measured: 'resident, from before it is loaded to after all rounds',
    },
  ]
}
