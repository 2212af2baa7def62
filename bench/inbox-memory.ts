import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Line } from './line.ts'

const run = promisify(execFile)

/** 20,000 by default, which takes some minutes; `BENCH_MAILS=2000` for a look. */
const mails = Number(process.env['BENCH_MAILS'] ?? '20000')

interface Measured {
  /** Resident megabytes, at equal distances. */
  readonly samples: readonly number[]
  /** How many mails there were of each kind. */
  readonly kinds: Readonly<Record<string, number>>
}

const mean = (part: readonly number[]): number => part.reduce((sum, value) => sum + value, 0) / part.length

/** What reading keeps: the mailbox is read for months on end by one process. */
export async function inboxMemory(): Promise<Line[]> {
  const script = fileURLToPath(new URL('inbox-memory-process.ts', import.meta.url))
  const { stdout } = await run(process.execPath, [script, String(mails)])
  const { samples, kinds } = JSON.parse(stdout) as Measured // what that process prints
  const few = Math.ceil(samples.length / 20)
  const quarter = Math.ceil(samples.length / 4)
  const early = mean(samples.slice(quarter - few, quarter))
  const late = mean(samples.slice(-few))
  return [
    {
      name: 'reading mails: growth of resident memory, megabytes',
      value: late - early,
      bound: { atMost: 10 },
      measured: `${early.toFixed(0)} MB after a quarter of ${String(mails)} mails, ${late.toFixed(0)} MB at the end`,
      detail: [
        `kinds read: ${Object.entries(kinds)
          .map((kind) => kind.join(' '))
          .join(', ')}`,
      ],
    },
  ]
}
