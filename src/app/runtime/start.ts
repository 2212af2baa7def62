import { createSendingSwitch } from '#src/store/sending-switch.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { Config, Secrets } from '../config/config.ts'
import { markRunning, type Role } from './running-mark.ts'
import { ownServer, joinServer, type DatabaseServer } from './database-server.ts'
import { startEngine } from './engine.ts'
import { HealthBoard, type PartHealth } from './health-board.ts'
import { openInstallation } from './installation.ts'
import { openLog } from './log.ts'
import { introduce } from './terminal.ts'
import { openWebServer, type WebServer } from './web-server.ts'

export interface RunOptions {
  readonly config: Config
  readonly secrets: Secrets
  /** One Dutch line for whoever watches the terminal. */
  readonly say: (line: string) => void
  /** By which terms are counted; the wall clock unless given. */
  readonly clock?: Clock
}

/** A running installation; `close` stops it in order and leaves nothing behind. */
export interface Running {
  close(): Promise<void>
  /** Ends only what would outlive this process: the embedded database. The next start finds the rest as after a crash. */
  abandon(): Promise<void>
}

/** Enough for the console beside the handlers. */
const connections = 12

async function open(
  stack: AsyncDisposableStack,
  { config, secrets, say, clock }: RunOptions,
  server: DatabaseServer,
  role: Role,
) {
  const { log, place, close } = openLog(config, config.database === 'embedded')
  stack.defer(close)
  const onError = (error: unknown): void => void error // the health of the database tells it, once
  const mark = await markRunning(server.url, role)
  stack.defer(() => mark.release())
  const installation = await openInstallation(stack, {
    url: server.url,
    config,
    secrets,
    connections,
    onError,
    ...(clock && { clock }),
  })
  const board = new HealthBoard((health) => tell(health))
  const tell = ({ part, ok, words }: PartHealth): void => {
    if (ok) log.info({ part }, 'a part works again')
    else log.warn({ part, state: words }, 'a part does not work')
    say(`${ok ? 'Weer goed' : 'Let op'}: ${words.replace(/\.$/, '')}.`)
  }
  log.info({ config: { ...config, pid: process.pid } }, 'started')
  return { log, logPlace: place, installation, board }
}

/** `opkomst start`: console, jobs, mail in and out, and on the embedded default the servers that they need. */
export async function start(options: RunOptions): Promise<Running> {
  const { config, secrets, say } = options
  await using stack = new AsyncDisposableStack()
  const pages = import('./console-app.ts')
  pages.catch(() => undefined) // awaited below
  const listening = Promise.withResolvers<WebServer>()
  const server = await ownServer({ config, secrets, onLine: say }, async () => {
    const opened = await openWebServer(config.console.host, config.console.port)
    stack.defer(() => opened.close())
    listening.resolve(opened)
  })
  stack.defer(() => server.close())
  const web = await listening.promise
  const base = await open(stack, options, server, 'start')
  const { installation, board, log } = base
  const engine = await startEngine(stack, { ...options, ...base, databaseUrl: server.url, demoMailbox: true })
  const { createApp } = await pages
  const { port } = web
  web.show(createApp({ config, installation, engine, board, log, port }))
  stack.defer(() => web.close()) // first of all: what would still come in has no one to handle it
  const stopped = await createSendingSwitch(installation.db).isStopped()
  const about = { config, port: port(), server, engine, madeKey: installation.madeKey, stopped, log: base.logPlace }
  for (const line of introduce(about)) say(line)
  return closing(stack.move(), server)
}

/** `opkomst worker`: jobs, mail in and out, beside a `start` that shows the pages. */
export async function work(options: RunOptions): Promise<Running> {
  const { config, secrets, say } = options
  await using stack = new AsyncDisposableStack()
  const server = await joinServer({ config, secrets, onLine: say }, true)
  stack.defer(() => server.close())
  const base = await open(stack, options, server, 'beside')
  await startEngine(stack, { ...options, ...base, databaseUrl: server.url, demoMailbox: false })
  say(`Logboek     ${base.logPlace}`)
  say('Werker draait: verwerkt mail, termijnen en berichten. Stoppen: Ctrl-C.')
  return closing(stack.move(), server)
}

const closing = (stack: AsyncDisposableStack, server: DatabaseServer): Running => ({
  close: () => stack.disposeAsync(),
  abandon: () => server.close(),
})
