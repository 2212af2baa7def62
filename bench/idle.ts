import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Line } from './line.ts'
import { nodeOptions } from './node-options.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Resident memory of a process in megabytes, as the kernel counts it. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}

async function whenReady(output: NodeJS.ReadableStream): Promise<void> {
  for await (const chunk of output) if (String(chunk).includes('http://')) return
  throw new Error('the program ended before it was ready')
}

/** Seconds to watch: a minute by default, `BENCH_IDLE_SECONDS=3600` for the hour. */
const watched = Number(process.env['BENCH_IDLE_SECONDS'] ?? '60')

/** The program as `npm start` runs it, with nothing to do. */
export async function idle(): Promise<Line[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'opkomst-idle-'))
  const child = spawn(process.execPath, [...nodeOptions, path.join(root, 'src/app/opkomst.ts'), 'start'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await whenReady(child.stdout)
    child.stdout.resume()
    await sleep(40_000) // the demo's mails come in and are handled; the thread that read them ends after ten quiet seconds
    const samples: number[] = []
    for (const end = performance.now() + watched * 1000; performance.now() < end; await sleep(5_000))
      samples.push(await residentMegabytes(child.pid ?? 0))
    const quarter = Math.max(1, Math.floor(samples.length / 4))
    const mean = (part: readonly number[]): number => part.reduce((sum, value) => sum + value, 0) / part.length
    const growth = mean(samples.slice(-quarter)) - mean(samples.slice(0, quarter))
    return [
      {
        name: 'idle: resident memory of Node, megabytes',
        value: Math.max(...samples),
        bound: { atMost: 200 },
        measured: `over ${String(watched)} s`,
      },
      {
        name: 'idle: growth of it, megabytes',
        value: growth,
        bound: { atMost: 10 },
        measured: `from the first quarter of ${String(watched)} s to the last`,
      },
    ]
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
    await rm(dataDir, { recursive: true, force: true })
  }
}
