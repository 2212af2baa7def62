import { spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { projectRoot } from '#src/app/config/env.ts'

/** What a command line left: its exit code, and what it said. */
export interface Ended {
  readonly code: number | null
  readonly said: string
}

/** Nothing of the environment of the tests themselves goes along but what a program needs to run at all. */
const bare = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  TMPDIR: process.env['TMPDIR'] ?? '/tmp',
  HOME: '/nonexistent',
})

/** Runs `opkomst` as a user does, and waits until it ends. */
export async function opkomst(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'src/app/opkomst.ts'), ...args], {
    env: { ...bare(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // What should have ended and goes on is ended, so that a test that fails leaves nothing behind.
    timeout: 15_000,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, said: out + err }
}
