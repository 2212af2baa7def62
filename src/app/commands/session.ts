import type { Config, Secrets } from '../config/config.ts'
import type { Installation } from '../runtime/installation.ts'
import { configured } from './environment.ts'
import type { Output } from './output.ts'

/** Says what takes long, once it does: a command that is done within a second says nothing about itself. */
export async function withProgress<Result>(out: Output, words: string, work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => out.progress(words), 1_500)
  const first = setTimeout(() => out.progress(words), 1_000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    clearTimeout(first)
  }
}

export interface Session {
  readonly config: Config
  readonly secrets: Secrets
  readonly installation: Installation
}

/** Enough for a command that does one thing. */
const connections = 3

/**
 * Opens the installation for one command: beside a `start` that runs, or on a database server of its own, stopped afterwards. Refuses when
 * there are no data yet.
 */
export async function withInstallation(out: Output, work: (session: Session) => Promise<number>): Promise<number> {
  const { config, secrets } = configured()
  const [{ joinServer }, { openInstallation }, { markRunning }] = await Promise.all([
    import('../runtime/database-server.ts'),
    import('../runtime/installation.ts'),
    import('../runtime/running-mark.ts'),
  ])
  await using stack = new AsyncDisposableStack()
  const installation = await withProgress(out, 'de database wordt geopend', async () => {
    const server = await joinServer({ config, secrets, onLine: () => undefined })
    stack.defer(() => server.close())
    const mark = await markRunning(server.url)
    stack.defer(() => mark.release())
    return openInstallation(stack, { url: server.url, config, secrets, connections, onError: () => undefined })
  })
  return await work({ config, secrets, installation }) // awaited here: what it works on is closed when this returns
}
