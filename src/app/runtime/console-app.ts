import { Hono } from 'hono'
import { createConsole, type ConsoleParts, type DemoTime, type Health } from '#src/console/console.ts'
import { clamdPlaceOf, createScan } from '#src/inbox/attachments/clamd.ts'
import { createDkimCheck } from '#src/inbox/authenticity/dkim-check.ts'
import { createTxtResolver } from '#src/inbox/authenticity/txt-resolver.ts'
import { largestMailBytes } from '#src/inbox/sources/mail-source.ts'
import { createOverview } from '#src/store/overview.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import type { Config } from '../config/config.ts'
import { mailFactsOf } from '../knowledge/load-knowledge.ts'
import type { DemoClock } from './demo-clock.ts'
import type { Engine } from './engine.ts'
import { errorFacts } from './error-facts.ts'
import type { HealthBoard, PartName } from './health-board.ts'
import { zone } from '../zone.ts'
import type { Installation } from './installation.ts'
import type { Log } from './log.ts'
import type { Pages } from './web-server.ts'

const partTitles: Readonly<Record<PartName, string>> = {
  database: 'Database',
  queue: 'Wachtrij',
  mailbox: 'Mailbox',
  mail_server: 'Mailserver',
  clock: 'Klok',
  disk: 'Schijf',
  work: 'Werk',
  ledger: 'Controle',
}

/** Lazily, as in the engine. With the labels of its contract, if it is known. */
function mailReader({ loaded }: Installation, { authservId, checkDkim, clamdUrl }: Config): ConsoleParts['readMail'] {
  const facts = mailFactsOf(loaded.contracts, loaded.knowledge.installation, authservId)
  const check = checkDkim ? createDkimCheck({ resolveTxt: createTxtResolver() }) : undefined
  const clamd = clamdUrl === undefined ? undefined : clamdPlaceOf(clamdUrl)
  return async (raw, { contractId, receivedAt }) => {
    const { readForPerson } = await import('#src/inbox/readable-mail.ts')
    const labels = contractId === undefined ? undefined : loaded.contracts.get(contractId)?.contract.form.labels
    const look = check && ((bytes: Buffer, domains: ReadonlySet<string>) => check(bytes, domains, receivedAt))
    return readForPerson(raw, {
      ...(labels ? { labels } : {}),
      facts,
      receivedAt,
      ...(look ? { look } : {}),
      ...(clamd ? { scan: createScan(clamd) } : {}),
    })
  }
}

/** Winding the demo's clock on makes what is due then happen now. */
const demoOf = (clock: DemoClock, { rows }: Installation, engine: Engine): DemoTime => ({
  next: () => rows.timers.next(clock.now()),
  async windTo(moment) {
    await clock.windTo(moment)
    engine.relay.nudge()
  },
})

export interface ConsoleAppOptions {
  readonly config: Config
  readonly installation: Installation
  readonly engine: Engine
  readonly board: HealthBoard
  readonly log: Log
  readonly port: () => number
}

/** The pages, and /health for whoever watches this process: 200 once database and queue answer. */
export function createApp({ config, installation, engine, board, log, port }: ConsoleAppOptions): Pages {
  const { db, keyring, loaded, verb } = installation
  const health = (): Promise<Health[]> =>
    Promise.resolve(board.all().map(({ part, ok, words }) => ({ name: partTitles[part], ok, words })))
  const pages = createConsole({
    verb,
    overview: createOverview(db, keyring),
    sendingSwitch: createSendingSwitch(db),
    sending: config.sending,
    health,
    renderMail: (facts) => loaded.mailTexts.compose(facts),
    readMail: mailReader(installation, config),
    largestMail: largestMailBytes,
    simulator: true,
    ...(installation.demoClock ? { demo: demoOf(installation.demoClock, installation, engine) } : {}),
    zone,
    ...(config.console.trusted ? { network: 'trusted' as const } : {}),
    port,
    nudge: () => engine.relay.nudge(),
    onError: (error) => log.error({ error: errorFacts(error) }, 'a page failed'),
  })
  const app = new Hono()
  app.get('/health', (c) => {
    const well = board.isOk('database') && board.isOk('queue')
    return c.json({ ok: well }, well ? 200 : 503)
  })
  app.route('/', pages)
  return app
}
