import { randomUUID } from 'node:crypto'
import type { ReaderState } from '#src/inbox/sources/mail-source.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { createHandlers } from '#src/jobs/handlers.ts'
import { createQueues, type Queues } from '#src/jobs/queue.ts'
import { createRelay, type Relay } from '#src/jobs/relay.ts'
import { createLeases } from '#src/store/leases.ts'
import { createMailboxPositions } from '#src/store/mailbox-positions.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createSimulatorDeliveries } from '#src/store/simulator-deliveries.ts'
import type { SendingSwitch } from '#src/services/ports/sending-switch.ts'
import type { Config, Secrets } from '../config/config.ts'
import { mailFactsOf } from '../knowledge/load-knowledge.ts'
import { startDailyCheck } from './daily-check.ts'
import { errorFacts } from './error-facts.ts'
import { createHealthWatch, type HealthWatch } from './health-watch.ts'
import type { HealthBoard } from './health-board.ts'
import type { Installation } from './installation.ts'
import { runJobs } from './job-runner.ts'
import type { Log } from './log.ts'
import { mailAccount } from './mail-account.ts'
import { createMailIn } from './mail-in.ts'
import { openMailOut } from './mail-out.ts'
import { createPhoneCarrier, tellForgottenReceipts } from './phone-carrier.ts'

/** What works without anyone looking: mail in, jobs, messages and mail out. */
export interface Engine {
  readonly relay: Relay
  readonly queues: Queues
  readonly sendingSwitch: SendingSwitch
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
  /** See MailAccountOptions. */
  readonly demoMailbox: boolean
}

/** Lazily: reading a mail takes a large library, and the first one comes later than the page. */
const readMailLater: typeof import('#src/inbox/read-mail.ts').readMail = async (raw, facts) => {
  const { readMail } = await import('#src/inbox/read-mail.ts')
  return readMail(raw, facts)
}

const elsewhere = (url: string): boolean => !['localhost', '127.0.0.1', '[::1]', ''].includes(new URL(url).hostname)

/** Builds and starts the engine; what it opened is closed with the stack, in reverse order. */
export async function startEngine(stack: AsyncDisposableStack, options: EngineOptions): Promise<Engine> {
  const { config, secrets, databaseUrl, installation, board, log } = options
  const { db, rows, loaded, verb } = installation
  const onError = (error: unknown): void => log.error({ err: errorFacts(error) }, 'something failed out of sight')

  const mailOut = await openMailOut({
    smtp: config.smtp,
    password: secrets.smtpPassword,
    from: loaded.knowledge.installation.provider.mail,
    texts: loaded.mailTexts,
  })
  stack.defer(() => mailOut.close())

  const queues = await createQueues({ databaseUrl, ...(secrets.redisUrl && { redisUrl: secrets.redisUrl }), onError })
  stack.defer(() => queues.close())

  const watch = createHealthWatch({
    db,
    queues,
    mailer: mailOut.mailer,
    dataDir: config.dataDir,
    board,
    databaseElsewhere: elsewhere(databaseUrl),
    forgivingClock: config.demo,
  })
  stack.defer(() => watch.stop())

  const owner = randomUUID()
  const leases = createLeases(db)
  const sendingSwitch = createSendingSwitch(db)
  const relay = createRelay({
    ...rows,
    sendingSwitch,
    sending: config.sending,
    queues,
    leases,
    clock: verb.clock,
    owner,
    onError: (error) => log.warn({ err: errorFacts(error) }, 'the relay could not look for due work'),
    mayWork: () => watch.clock.mayWork(),
  })
  const nudge = (): void => relay.nudge()

  const deliveries = createSimulatorDeliveries(db)
  const channel = createPhoneCarrier({ deliveries, verb, nudge, onError })
  const facts = mailFactsOf(loaded.contracts, loaded.knowledge.installation, config.authservId)
  const handlers = createHandlers({
    readMail: (id) => handleMail({ verb, mails: rows.mails, facts, read: readMailLater }, id),
    messages: verb,
    timer: verb,
    send: verb,
    channel,
    mailer: mailOut.mailer,
    onError,
  })
  runJobs({ queues, handlers, log, nudge })
  await tellForgottenReceipts({ deliveries, verb })
  relay.start()
  stack.defer(() => relay.stop())
  watch.start()
  const check = startDailyCheck(
    { db, keyring: installation.keyring, contracts: loaded.knowledge.contracts },
    board,
    log,
  )
  stack.defer(() => check.stop())

  const account = await mailAccount(stack, options)
  if (account) {
    const mailIn = createMailIn({
      ...account,
      verb: { mails: rows.mails, ids: verb.ids, references: verb.references },
      positions: createMailboxPositions(db),
      leases,
      clock: verb.clock,
      owner,
      onStored: nudge,
      onState: (state) => board.set('mailbox', ...mailboxHealth(state)),
      onError: (error) => log.warn({ err: errorFacts(error) }, 'the lease of the mailbox could not be renewed'),
    })
    mailIn.start()
    stack.defer(() => mailIn.stop())
  }
  return {
    relay,
    queues,
    sendingSwitch,
    watch,
    places: { mailIn: account?.place ?? 'geen', mailOut: mailOut.place },
  }
}

function mailboxHealth(state: ReaderState | { readonly kind: 'elsewhere' }): [ok: boolean, words: string] {
  switch (state.kind) {
    case 'connecting':
      return [true, 'verbindt met de mailbox']
    case 'idle':
      return [true, 'leest de mailbox']
    case 'elsewhere':
      return [true, 'een ander proces leest de mailbox']
    case 'waiting':
      return [false, state.words]
  }
}
