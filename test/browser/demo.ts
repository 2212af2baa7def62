import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { surroundings } from '#test/support/surroundings.ts'
import { makeTemporaryFolder, removeFolder } from '#test/support/temporary-folder.ts'

const program = fileURLToPath(new URL('../../src/app/opkomst.ts', import.meta.url))

/** `opkomst start` as a newcomer has it: nothing configured, an empty data folder, a free port. */
export interface RunningDemo {
  readonly address: string
  stop(): Promise<void>
}

/** What the terminal says last is where to look. */
async function addressIn(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const piece of child.stdout ?? []) {
    said += String(piece)
    const address = /Open (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
    if (address) return address
  }
  throw new Error(`the demo stopped before it was ready; it said:\n${said}`)
}

export async function startDemo(): Promise<RunningDemo> {
  const dataDir = makeTemporaryFolder()
  const child = spawn(process.execPath, [program, 'start'], {
    env: { ...surroundings(), DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    const address = await addressIn(child)
    child.stdout?.resume()
    return {
      address,
      async stop() {
        child.kill('SIGTERM')
        await ended
        removeFolder(dataDir)
      },
    }
  } catch (error) {
    child.kill('SIGTERM')
    await ended
    removeFolder(dataDir)
    throw error
  }
}
