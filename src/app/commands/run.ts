import type { Running } from '../runtime/start.ts'
import { configured } from './environment.ts'
import type { Output } from './output.ts'

/** A second signal does not wait any more. */
function untilSignal(out: Output): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const stop = (): void => {
      if (asked) process.exit(130)
      asked = true
      out.line('Opkomst stopt ... (nog een keer Ctrl-C: meteen)')
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

/** Runs until a signal asks to stop, and stops in order. */
async function runUntilSignal(out: Output, begin: () => Promise<Running>): Promise<number> {
  const asked = untilSignal(out)
  const running = await begin()
  await asked
  await running.close()
  out.line('Opkomst is gestopt.')
  return 0
}

export async function startCommand(out: Output): Promise<number> {
  const options = { ...configured(), say: (line: string) => out.line(line) }
  const { start } = await import('../runtime/start.ts')
  return runUntilSignal(out, () => start(options))
}

export async function workerCommand(out: Output): Promise<number> {
  const options = { ...configured(), say: (line: string) => out.line(line) }
  const { work } = await import('../runtime/start.ts')
  return runUntilSignal(out, () => work(options))
}
