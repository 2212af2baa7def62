import { flushCompileCache } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { errorFacts } from '../runtime/error-facts.ts'
import { exitCodes } from '../runtime/stop-reason.ts'
import type { Running, RunOptions } from '../runtime/start.ts'
import { configuredToRun } from './environment.ts'
import type { Output } from './output.ts'

/** Parts that hang are left behind after this, with the process. */
const longestStopMs = 15_000

/** What a shell makes of a program that Ctrl-C ended. */
const interrupted = 130

/** Why it ends: asked to, or by a fault of ours that nobody caught. */
type Ending = { readonly kind: 'asked' } | { readonly kind: 'fault'; readonly error: unknown }

/** Ctrl-C under npm comes twice: from the terminal, and passed on by npm. Only a later one is another press. */
const samePressMs = 700

/** Resolves at the first signal or fault; `again` is called at every later press. */
function untilEnd(again: () => void): Promise<Ending> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    const stop = (): void => {
      askedAt ??= performance.now()
      if (performance.now() - askedAt > samePressMs) again()
      resolve({ kind: 'asked' })
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    process.on('uncaughtException', (error) => resolve({ kind: 'fault', error }))
    process.on('unhandledRejection', (error) => resolve({ kind: 'fault', error }))
  })
}

/** Waits for nothing but the embedded database; a third press not even for that. */
function hurry(running: Running | undefined): void {
  const leave = (): never => process.exit(interrupted)
  setTimeout(() => process.on('SIGINT', leave), samePressMs).unref()
  void Promise.resolve(running?.abandon()).finally(leave)
}

async function close(running: Running, out: Output): Promise<void> {
  const closed = running.close().then(() => 'closed' as const)
  if ((await Promise.race([closed, sleep(longestStopMs, 'late' as const, { ref: false })])) === 'closed') return
  out.problem('Niet alles stopte op tijd; wat nog moest gebeuren gaat door bij de volgende start.')
  process.exit(exitCodes.wrong)
}

/** Runs until somebody asks to stop, and stops in order. */
async function runUntilEnd(out: Output, begin: () => Promise<Running>): Promise<number> {
  let running: Running | undefined
  const ended = untilEnd(() => hurry(running))
  running = await begin()
  flushCompileCache()
  const ending = await ended
  if (ending.kind === 'fault')
    out.problem(`Er ging iets mis dat niet had mogen gebeuren: ${JSON.stringify(errorFacts(ending.error))}`)
  out.line('Opkomst stopt ... (nog een keer Ctrl-C: meteen)')
  await close(running, out)
  out.line('Opkomst is gestopt.')
  return ending.kind === 'asked' ? exitCodes.good : exitCodes.wrong
}

async function options(out: Output, verb: 'start' | 'worker'): Promise<RunOptions> {
  // New objects get a megabyte instead of thirty: slower under load that one provider never has, and a server of 2 GB stays roomy.
  setFlagsFromString('--semi-space-growth-factor=1')
  return { ...(await configuredToRun(verb)), say: (line) => out.line(line) }
}

export async function startCommand(out: Output): Promise<number> {
  const chosen = await options(out, 'start')
  const { start } = await import('../runtime/start.ts')
  return runUntilEnd(out, () => start(chosen))
}

export async function workerCommand(out: Output): Promise<number> {
  const chosen = await options(out, 'worker')
  const { work } = await import('../runtime/start.ts')
  return runUntilEnd(out, () => work(chosen))
}
