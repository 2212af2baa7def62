import type { ReaderState } from '#src/inbox/sources/mail-source.ts'
import { createLeases } from '#src/store/leases.ts'
import { createMailboxPositions } from '#src/store/mailbox-positions.ts'
import { errorFacts } from './error-facts.ts'
import type { HealthBoard } from './health-board.ts'
import type { Installation } from './installation.ts'
import type { Log } from './log.ts'
import type { MailboxToRead } from './mail-account.ts'
import { createMailIn } from './mail-in.ts'
import { politely } from './politely.ts'

export interface MailboxWatchParts {
  readonly installation: Pick<Installation, 'db' | 'rows' | 'verb'>
  readonly board: HealthBoard
  readonly log: Log
  readonly owner: string
  readonly nudge: () => void
}

/** The reader itself stops within two seconds; its lease may wait for a database that hangs. */
const longestStopMs = 2_000

/** Reads a mailbox, and tells on the board how that goes, until the stack is closed. */
export function watchMailbox(stack: AsyncDisposableStack, mailbox: MailboxToRead, parts: MailboxWatchParts): void {
  const { db, rows, verb } = parts.installation
  const mailIn = createMailIn({
    ...mailbox,
    verb: { mails: rows.mails, ids: verb.ids, references: verb.references },
    positions: createMailboxPositions(db),
    leases: createLeases(db),
    clock: verb.clock,
    owner: parts.owner,
    onStored: parts.nudge,
    onState: (state) => {
      // An attempt has mended nothing yet: what was wrong stays on the board until the mailbox is read.
      if (state.kind === 'connecting' && parts.board.knows('mailbox')) return
      parts.board.set('mailbox', ...healthOf(state))
    },
    onError: (error) => parts.log.warn({ error: errorFacts(error) }, 'the lease of the mailbox could not be renewed'),
  })
  mailIn.start()
  stack.defer(() => politely(longestStopMs, mailIn.stop()))
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
