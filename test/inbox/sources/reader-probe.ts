import { Temporal } from 'temporal-polyfill'
import { vi } from 'vitest'
import { createImapReader, type ImapReader, type ImapReaderOptions } from '#src/inbox/sources/imap-reader.ts'
import type { ArrivedMail, MailAccount, MailboxPosition, ReaderState } from '#src/inbox/sources/mail-source.ts'

/** A reader with everything that it said and handed over written down. */
export interface Probe {
  readonly reader: ImapReader
  readonly mails: ArrivedMail[]
  readonly states: ReaderState[]
  readonly saved: Map<string, MailboxPosition>
  subjects(): string[]
  waitForMails(count: number): Promise<void>
  waitForState(kind: ReaderState['kind'], count?: number): Promise<void>
  lastTrouble(): Extract<ReaderState, { kind: 'waiting' }> | undefined
}

export const createProbe = (account: MailAccount, overrides: Partial<ImapReaderOptions> = {}): Probe => {
  const mails: ArrivedMail[] = []
  const states: ReaderState[] = []
  const saved = new Map<string, MailboxPosition>()
  const reader = createImapReader({
    account,
    mailbox: 'INBOX',
    positions: {
      load: async (mailbox) => saved.get(mailbox),
      save: async (mailbox, position) => void saved.set(mailbox, position),
    },
    receive: async (mail) => void mails.push(mail),
    onState: (state) => states.push(state),
    clock: { now: () => Temporal.Now.instant() },
    backoff: { firstMs: 20, maxMs: 200 },
    ...overrides,
  })
  const waitUntil = (holds: () => boolean) =>
    vi.waitFor(
      () => {
        if (!holds())
          throw new Error(`not yet; states: ${states.map(({ kind }) => kind).join(' ')}, mails: ${mails.length}`)
      },
      { timeout: 8000, interval: 5 },
    )
  return {
    reader,
    mails,
    states,
    saved,
    subjects: () => mails.map(({ raw }) => /^Subject: (.*)$/m.exec(raw?.toString() ?? '')?.[1]?.trim() ?? ''),
    waitForMails: (count) => waitUntil(() => mails.length >= count),
    waitForState: (kind, count = 1) => waitUntil(() => states.filter((state) => state.kind === kind).length >= count),
    lastTrouble: () => states.findLast((state) => state.kind === 'waiting'),
  }
}
