import type { Kysely } from 'kysely'
import type { Database } from '#src/store/tables/database.ts'
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

/** Enough for a command that does one thing. */
const connections = 3

interface Opened {
  readonly config: Config
  readonly secrets: Secrets
  readonly url: string
}

/** A database server: of a `start` that runs, or one of its own, stopped afterwards. Refuses when there are no data yet. */
async function joined(out: Output, stack: AsyncDisposableStack): Promise<Opened> {
  const { config, secrets } = configured()
  const [{ joinServer }, { markRunning }] = await Promise.all([
    import('../runtime/database-server.ts'),
    import('../runtime/running-mark.ts'),
  ])
  return withProgress(out, 'de database wordt geopend', async () => {
    const server = await joinServer({ config, secrets, onLine: () => undefined })
    stack.defer(() => server.close())
    const mark = await markRunning(server.url, 'beside')
    stack.defer(() => mark.release())
    return { config, secrets, url: server.url }
  })
}

export interface DatabaseSession {
  readonly config: Config
  readonly db: Kysely<Database>
}

/** For what must work with a broken contract or without a key too, such as the stop button: only the rows, as they are. */
export async function withDatabase(out: Output, work: (session: DatabaseSession) => Promise<number>): Promise<number> {
  await using stack = new AsyncDisposableStack()
  const { config, url } = await joined(out, stack)
  const { openDatabase } = await import('#src/store/database.ts')
  const { db, close } = openDatabase(url, { max: connections, onError: () => undefined })
  stack.defer(close)
  return await work({ config, db }) // awaited here: what it works on is closed when this returns
}

/** For what reads people's data: the tables brought up to date, the keys opened, the texts read. */
export async function withInstallation(
  out: Output,
  work: (installation: Installation & Pick<Opened, 'config' | 'secrets'>) => Promise<number>,
): Promise<number> {
  await using stack = new AsyncDisposableStack()
  const { config, secrets, url } = await joined(out, stack)
  const { openInstallation } = await import('../runtime/installation.ts')
  const installation = await withProgress(out, 'de gegevens worden geopend', () =>
    openInstallation(stack, { url, config, secrets, connections, onError: () => undefined }),
  )
  return await work({ ...installation, config, secrets })
}
