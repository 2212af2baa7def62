import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { surroundings } from './surroundings.ts'

const program = path.join(import.meta.dirname, '../../src/app/opkomst.ts')

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export type Settings = Readonly<Record<string, string>>

/** The program as an operator runs it, with these settings and no others. */
function spawnOpkomst(args: readonly string[], settings: Settings): { child: ChildProcess; said(): Finished } {
  const env = { ...surroundings(), ...settings }
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  return { child, said: () => ({ code: child.exitCode, ...said }) }
}

const closed = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => {
    child.once('close', resolve)
  })

/** A command that goes on for longer hangs, or should have refused: it must not outlive its test. */
const longestMs = 55_000

/** Runs one command to its end. */
export async function opkomst(args: readonly string[], settings: Settings): Promise<Finished> {
  const { child, said } = spawnOpkomst(args, settings)
  const late = setTimeout(() => child.kill('SIGKILL'), longestMs)
  await closed(child)
  clearTimeout(late)
  return said()
}

export interface Running {
  readonly pid: number
  /** The address that the terminal says to open. */
  readonly url: string
  said(): string
  /** Asks it to end and waits until it has; answers with what it said in all. */
  end(signal: NodeJS.Signals): Promise<Finished>
}

/** Starts it and waits until the terminal says that it runs; the page's address is in what it said. */
export async function startOpkomst(settings: Settings, args: readonly string[] = ['start']): Promise<Running> {
  const { child, said } = spawnOpkomst(args, { PORT: '0', ...settings })
  const gone = closed(child)
  const running = {
    pid: child.pid ?? 0,
    said: () => said().out + said().err,
    async end(signal: NodeJS.Signals): Promise<Finished> {
      child.kill(signal)
      await gone
      return said()
    },
  }
  for (let waited = 0; waited < 300; waited += 1) {
    const url = /Open (http:\S+)/.exec(said().out)?.[1]
    if (url !== undefined || said().out.includes('Werker draait')) return { ...running, url: url ?? '' }
    if (child.exitCode !== null) throw new Error(`it ended: ${running.said()}`)
    await sleep(100)
  }
  await running.end('SIGKILL')
  throw new Error(`it does not get ready: ${running.said()}`)
}

export interface Counts {
  readonly received: number
  readonly handled: number
  readonly waiting: number
  readonly unread: number
}

/** The ledger, as the command line tells it. */
export async function counts(settings: Settings): Promise<Counts> {
  const { out, err } = await opkomst(['inbox', 'counts', '--json'], settings)
  if (out === '') throw new Error(err)
  return JSON.parse(out) as Counts
}
