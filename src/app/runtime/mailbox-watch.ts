import type { Temporal } from 'temporal-polyfill'
import type { ReaderState } from '#src/inbox/sources/mail-source.ts'
import { dayWithYear } from '#src/services/words.ts'
import { createLeases } from '#src/store/leases.ts'
import { createMailPlaces } from '#src/store/mail-places.ts'
import { createMailboxPositions } from '#src/store/mailbox-positions.ts'
import { errorFacts } from './error-facts.ts'
import type { HealthBoard } from './health-board.ts'
import { zone } from '../zone.ts'
import type { Installation } from './installation.ts'
import type { Log } from './log.ts'
import type { MailboxToRead } from './mail-account.ts'
import { createMailIn, type MailIn } from './mail-in.ts'
import { createMailMover, type MailMover } from './mail-mover.ts'
import { MailboxHealth } from './mailbox-health.ts'
import { politely } from './politely.ts'

export interface MailboxWatchParts {
  readonly installation: Pick<Installation, 'db' | 'rows' | 'verb'>
  readonly board: HealthBoard
  readonly log: Log
  /** One Dutch line for whoever watches the terminal. */
  readonly say: (line: string) => void
  readonly owner: string
  readonly nudge: () => void
}

/** The reader itself stops within two seconds; its lease may wait for a database that hangs. */
const longestStopMs = 2_000

/** Reads mailboxes, and tells on the board how that goes, until the stack is closed. */
export function watchMailboxes(
  stack: AsyncDisposableStack,
  mailboxes: readonly MailboxToRead[],
  parts: MailboxWatchParts,
): void {
  const health = new MailboxHealth(parts.board)
  const several = mailboxes.length > 1
  for (const mailbox of mailboxes) {
    const mailIn = mailInOf(mailbox, parts, health, several)
    mailIn.start()
    stack.defer(() => politely(longestStopMs, mailIn.stop()))
  }
}

function mailInOf(mailbox: MailboxToRead, parts: MailboxWatchParts, health: MailboxHealth, several: boolean): MailIn {
  const { db, rows, verb } = parts.installation
  const { name, since } = mailbox
  return createMailIn({
    ...mailbox,
    verb: { mails: rows.mails, ids: verb.ids, references: verb.references },
    positions: createMailboxPositions(db),
    leases: createLeases(db),
    clock: verb.clock,
    owner: parts.owner,
    onStored: parts.nudge,
    onState: (state) => {
      // An attempt has mended nothing yet: what was wrong stays on the board until the mailbox is read.
      if (state.kind === 'connecting' && health.knows(name)) return
      const [ok, words] = healthOf(state)
      // The words of a trouble that is not about the server do not say which of several mailboxes it is.
      health.set(name, ok, several && !ok ? `${mailbox.mailbox}: ${words}` : words)
    },
    onOlder: (mails) => {
      parts.log.info({ mails }, 'mails from before the start date are left where they are')
      if (since) parts.say(olderWords(mails, since))
    },
    onError: (error) => parts.log.warn({ error: errorFacts(error) }, 'the lease of the mailbox could not be renewed'),
    ...(mailbox.handled && { mover: moverOf({ ...mailbox, handled: mailbox.handled }, parts, health) }),
  })
}

const olderWords = (mails: number, since: Temporal.Instant): string =>
  `Postbus     ${mails.toLocaleString('nl-NL')} ${mails === 1 ? 'mail is' : 'mails zijn'} van voor ${dayWithYear(since, zone)} en ${mails === 1 ? 'blijft' : 'blijven'} liggen (IMAP_SINCE)`

function moverOf(
  mailbox: MailboxToRead & { readonly handled: NonNullable<MailboxToRead['handled']> },
  { installation: { db, verb }, log, say }: MailboxWatchParts,
  health: MailboxHealth,
): MailMover {
  const key = `moving from ${mailbox.name}`
  return createMailMover({
    ...mailbox,
    places: createMailPlaces(db),
    clock: verb.clock,
    onTrouble: (words) => (words === undefined ? health.forget(key) : health.set(key, false, words)),
    onCannot: () => {
      log.warn('the mail server can move no mail: what was handled stays where it is')
      say(
        `Let op: de mailserver kan geen mail verplaatsen (MOVE en UIDPLUS ontbreken). Wat is afgehandeld blijft in ${mailbox.mailbox} staan; haal IMAP_HANDLED_MAILBOX weg.`,
      )
    },
    onError: (error) => log.warn({ error: errorFacts(error) }, 'handled mails could not be moved'),
  })
}

function healthOf(state: ReaderState | { readonly kind: 'elsewhere' }): [ok: boolean, words: string] {
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
