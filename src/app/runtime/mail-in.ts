import type { ArrivedMail, MailAccount, MailboxPositions, ReaderState } from '#src/inbox/sources/mail-source.ts'
import type { Temporal } from 'temporal-polyfill'
import { createImapReader, type ImapReader } from '#src/inbox/sources/imap-reader.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { Leases } from '#src/services/ports/leases.ts'
import type { MailboxPositions as StoredPositions } from '#src/services/ports/mailbox-positions.ts'
import type { MailMover } from './mail-mover.ts'
import { storeMail, type StoreMailVerb } from '#src/services/store-mail.ts'

export interface MailInOptions {
  readonly account: MailAccount
  readonly mailbox: string
  /** Of the lease, and under which is kept what was seen where. */
  readonly name: string
  readonly verb: StoreMailVerb
  readonly positions: StoredPositions
  readonly leases: Leases
  readonly clock: Clock
  readonly owner: string
  readonly onStored: () => void
  /** The reader's own state, and 'elsewhere' while another process reads this mailbox. */
  readonly onState: (state: ReaderState | { readonly kind: 'elsewhere' }) => void
  readonly onError: (error: unknown) => void
  /** What the server received earlier is passed over; absent: nothing is. */
  readonly since?: Temporal.Instant
  /** Told how many mails were passed over. */
  readonly onOlder?: (mails: number) => void
  /** Works in the mailbox too, and only while this process holds its lease. */
  readonly mover?: MailMover
}

export interface MailIn {
  start(): void
  stop(): Promise<void>
}

const leaseSeconds = 30
const renewMs = 10_000
const retryMs = 3_000

const positionsUnder = (name: string, positions: StoredPositions): MailboxPositions => ({
  load: () => positions.load(name),
  save: (_, position) => positions.save(name, position),
})

async function receive({ verb, name, onStored }: MailInOptions, mail: ArrivedMail): Promise<void> {
  const { uidValidity, uid, internalDate: receivedAt, size, raw } = mail
  await storeMail(verb, { sighting: { mailbox: name, uidValidity, uid }, receivedAt, raw, size })
  onStored()
}

/**
 * Reads a mailbox for as long as this process holds its lease, of all that may read it. A database that is gone for longer than the lease
 * ends the reading: another process may have it by then.
 */
export function createMailIn(options: MailInOptions): MailIn {
  const { leases, owner, clock, positions, account, mailbox, name } = options
  const lease = `mailbox:${name}`
  let reader: ImapReader | undefined
  let timer: NodeJS.Timeout | undefined
  let heldUntilMs = 0
  let turn: Promise<void> = Promise.resolve()
  let stopped = true

  const startReader = (): void => {
    reader = createImapReader({
      account,
      mailbox,
      positions: positionsUnder(name, positions),
      receive: (mail) => receive(options, mail),
      onState: options.onState,
      clock,
      ...(options.since && { since: options.since }),
      ...(options.onOlder && { onOlder: options.onOlder }),
    })
    reader.start()
    options.mover?.start()
  }
  const stopReader = async (): Promise<void> => {
    const running = reader
    reader = undefined
    if (running) await Promise.all([running.stop(), options.mover?.stop()])
  }
  const renew = async (): Promise<void> => {
    try {
      const taken = await leases.take(lease, owner, clock.now(), leaseSeconds)
      heldUntilMs = taken ? performance.now() + leaseSeconds * 1_000 : 0
      if (!taken) options.onState({ kind: 'elsewhere' })
    } catch (error) {
      options.onError(error)
    }
    const held = performance.now() < heldUntilMs
    if (stopped) return
    if (held && !reader) startReader()
    if (!held && reader) await stopReader()
    timer = setTimeout(next, held ? renewMs : retryMs)
  }
  const next = (): void => {
    turn = renew()
  }

  return {
    start() {
      stopped = false
      next()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await stopReader()
      await turn
      await stopReader() // a turn that was on its way may have started one
      await leases.giveUp(lease, owner).catch(() => undefined) // it ends by itself
    },
  }
}
