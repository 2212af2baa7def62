import { randomUUID } from 'node:crypto'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { createReadingThread, type ReadingThread } from '#src/inbox/reading/reading-thread.ts'
import { createHandlers } from '#src/jobs/handlers.ts'
import { createQueues, type Queues } from '#src/jobs/queue.ts'
import { createRelay, type Relay } from '#src/jobs/relay.ts'
import { createLeases } from '#src/store/leases.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createSimulatorDeliveries } from '#src/store/simulator-deliveries.ts'
import type { Config, Secrets } from '../config/config.ts'
import { mailFactsOf } from '../knowledge/load-knowledge.ts'
import { refuseMixedData } from './data-origin.ts'
import { startDailyCheck } from './daily-check.ts'
import { errorFacts } from './error-facts.ts'
import { createHealthWatch, type HealthWatch } from './health-watch.ts'
import type { HealthBoard } from './health-board.ts'
import type { Installation } from './installation.ts'
import { runJobs } from './job-runner.ts'
import type { Log } from './log.ts'
import { mailboxesToRead } from './mail-account.ts'
import { watchMailboxes } from './mailbox-watch.ts'
import { openMailOut, type MailOut } from './mail-out.ts'
import { createPhoneCarrier, tellForgottenReceipts } from './phone-carrier.ts'
import { politely } from './politely.ts'
import { Refusal } from './stop-reason.ts'

/** What works without anyone looking: mail in, jobs, messages and mail out. */
export interface Engine {
  readonly relay: Relay
  readonly queues: Queues
  readonly watch: HealthWatch
  /** Where mail is read and where it goes, for the terminal. */
  readonly places: { readonly mailIn: string; readonly mailOut: string }
}

export interface EngineOptions {
  readonly config: Config
  readonly secrets: Secrets
  readonly databaseUrl: string
  readonly installation: Installation
  readonly board: HealthBoard
  readonly log: Log
  /** One Dutch line for whoever watches the terminal. */
  readonly say: (line: string) => void
  /** See MailAccountOptions. */
  readonly demoMailbox: boolean
}

/** A database that hangs must not hold up the end for long. */
const longestStopMs = 1_000

type OnError = (error: unknown) => void

interface Sending {
  readonly options: EngineOptions
  readonly mailOut: MailOut
  readonly queues: Queues
  readonly relay: Relay
  readonly onError: OnError
  readonly thread: ReadingThread
}

/** Takes up what is handed out: reads mails, handles messages, fires timers, sends. */
async function work({ options, mailOut, queues, relay, onError, thread }: Sending): Promise<void> {
  const { config, installation, log } = options
  const { db, rows, loaded, verb } = installation
  const nudge = (): void => relay.nudge()
  const deliveries = createSimulatorDeliveries(db)
  const facts = mailFactsOf(loaded.contracts, loaded.knowledge.installation, config.authservId)
  const reading = { verb, mails: rows.mails, facts, read: thread.read }
  const handlers = createHandlers({
    readMail: (id) => handleMail(reading, id),
    messages: verb,
    timer: verb,
    send: verb,
    channel: createPhoneCarrier({ deliveries, verb, nudge, onError }),
    mailer: mailOut.mailer,
    onError,
  })
  runJobs({ queues, handlers, log, nudge })
  await tellForgottenReceipts({ deliveries, verb })
}

const relayOf = (options: EngineOptions, queues: Queues, watch: HealthWatch, owner: string): Relay =>
  createRelay({
    ...options.installation.rows,
    sendingSwitch: createSendingSwitch(options.installation.db),
    sending: options.config.sending,
    queues,
    leases: createLeases(options.installation.db),
    clock: options.installation.verb.clock,
    owner,
    onError: (error) => options.log.warn({ error: errorFacts(error) }, 'the relay could not look for due work'),
    mayWork: () => watch.clock.mayWork(),
  })

const watchOf = ({ config, installation, board }: EngineOptions, queues: Queues, out: MailOut): HealthWatch =>
  createHealthWatch({
    db: installation.db,
    now: installation.verb.clock,
    queues,
    mailer: out.mailer,
    dataDir: config.dataDir,
    board,
    forgivingClock: config.demo,
  })

async function openQueues(databaseUrl: string, redisUrl: string | undefined, onError: OnError): Promise<Queues> {
  try {
    return await createQueues({ databaseUrl, ...(redisUrl && { redisUrl }), onError })
  } catch (error) {
    if (redisUrl === undefined) throw error
    throw new Refusal('De wachtrij (Redis) antwoordt niet: kijk of zij draait en of REDIS_URL klopt.')
  }
}

/** Builds and starts the engine; what it opened is closed with the stack, in reverse order. */
export async function startEngine(stack: AsyncDisposableStack, options: EngineOptions): Promise<Engine> {
  const { config, secrets, databaseUrl, installation, board, log, say } = options
  const { db, keyring, loaded } = installation
  const onError: OnError = (error) => log.error({ error: errorFacts(error) }, 'something failed out of sight')
  const owner = randomUUID()
  await refuseMixedData(db, config)

  const mailOut = await openMailOut({
    smtp: config.smtp,
    password: secrets.smtpPassword,
    from: loaded.knowledge.installation.provider.mail,
    texts: loaded.mailTexts,
  })
  stack.defer(() => mailOut.close())
  const queues = await openQueues(databaseUrl, secrets.redisUrl, onError)
  stack.defer(() => queues.close())
  const watch = watchOf(options, queues, mailOut)
  stack.defer(() => watch.stop())
  const relay = relayOf(options, queues, watch, owner)
  const thread = createReadingThread({
    checkDkim: config.checkDkim,
    ...(config.clamdUrl && { clamdUrl: config.clamdUrl }),
  })
  stack.defer(() => thread.close())
  await work({ options, mailOut, queues, relay, onError, thread })
  await watch.start() // before anything is handed out by a wrong clock, and before anyone can ask how the parts do
  relay.start()
  stack.defer(() => politely(longestStopMs, relay.stop()))
  const { mailboxes, place: mailIn } = await mailboxesToRead(stack, options)
  watchMailboxes(stack, mailboxes, { installation, board, log, say, owner, nudge: () => relay.nudge() })
  const check = startDailyCheck(
    {
      db,
      keyring,
      contracts: loaded.knowledge.contracts,
      clock: installation.verb.clock,
      mailboxes,
      rawMailDays: config.rawMailDays,
    },
    board,
    log,
  )
  stack.defer(() => check.stop())
  return { relay, queues, watch, places: { mailIn, mailOut: mailOut.place } }
}
