import { setTimeout as sleep } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { backoffDelay, type BackoffLimits, defaultBackoff } from './backoff.ts'
import type { ArrivedMail, MailAccount, MailboxPositions, ReaderState } from './mail-source.ts'
import { runSession } from './mailbox-session.ts'
import { type Trouble, troubleOf } from './reader-trouble.ts'

export interface ImapReaderOptions {
  readonly account: MailAccount
  readonly mailbox: string
  readonly positions: MailboxPositions
  /** Resolves when the mail is safe; when it throws, the same mail comes again, and no later one before it. */
  readonly receive: (mail: ArrivedMail) => Promise<void>
  readonly onState: (state: ReaderState) => void
  readonly clock: { now(): Temporal.Instant }
  readonly backoff?: BackoffLimits
  /** Milliseconds between two looks at the mailbox when the server pushes nothing; one minute unless given. */
  readonly pollMs?: number
  /** What the server received earlier is passed over; absent: nothing is. */
  readonly since?: Temporal.Instant
  /** Told how many mails were passed over. */
  readonly onOlder?: (mails: number) => void
  /** After how many milliseconds without an answer the line counts as dead; two minutes unless given. */
  readonly deadLineMs?: number
}

export interface ImapReader {
  start(): void
  /** Within two seconds, whatever the server does; a mail that is being taken in gets that time to finish. */
  stop(): Promise<void>
}

/**
 * Reads a mailbox for as long as it is started: at once by IDLE, by a poll as a backstop, and again after every failure. Each mail
 * is handed over at least once, in order; who receives it tells doubles apart by UIDVALIDITY and UID. Nothing on the server changes.
 * Only one reader may run per mailbox: the caller holds the lease.
 */
export const createImapReader = (options: ImapReaderOptions): ImapReader => {
  let stopping: AbortController | undefined
  let running: Promise<void> = Promise.resolve()
  return {
    start: () => {
      if (stopping !== undefined) return
      stopping = new AbortController()
      running = readForEver(options, stopping.signal)
    },
    stop: async () => {
      stopping?.abort()
      await Promise.race([running, sleep(longestStopMs, undefined, { ref: false })])
      stopping = undefined
      running = Promise.resolve()
    },
  }
}

const longestStopMs = 1800

/** A mailbox that could be watched for so long was no failure: the count starts again. */
const steadyMs = 30_000

const readForEver = async (options: ImapReaderOptions, stop: AbortSignal): Promise<void> => {
  const { backoff = defaultBackoff, clock } = options
  let failures = 0
  while (!stop.aborted) {
    const ended = await readUntilTrouble(options, stop)
    if (ended === undefined) return
    failures = ended.watchedMs > steadyMs ? 1 : failures + 1
    // A wrong password does not get better by trying, and accounts are locked after a few tries.
    const delayMs = ended.why === 'wrong_password' ? backoff.maxMs : backoffDelay(failures, backoff)
    const untilMs = clock.now().epochMilliseconds + delayMs
    report(options, { kind: 'waiting', untilMs, why: ended.why, words: ended.words })
    await sleep(delayMs, undefined, { signal: stop }).catch(() => undefined)
  }
}

/** Undefined when it was stopped. */
const readUntilTrouble = async (
  options: ImapReaderOptions,
  stop: AbortSignal,
): Promise<(Trouble & { watchedMs: number }) | undefined> => {
  report(options, { kind: 'connecting' })
  let idleFrom: number | undefined
  const onIdle = () => {
    if (idleFrom === undefined) report(options, { kind: 'idle', since: options.clock.now() })
    idleFrom ??= performance.now()
  }
  try {
    await runSession({ pollMs: 60_000, ...options }, stop, onIdle)
    return undefined
  } catch (error) {
    if (stop.aborted) return undefined
    const watchedMs = idleFrom === undefined ? 0 : performance.now() - idleFrom
    return { ...troubleOf(error, options.account, options.mailbox), watchedMs }
  }
}

/** Who listens to the state must not be able to stop the mail. */
const report = ({ onState }: ImapReaderOptions, state: ReaderState): void => {
  try {
    onState(state)
  } catch {
    // The listener's own trouble; it has its own log.
  }
}
