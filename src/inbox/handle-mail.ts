import type { Temporal } from 'temporal-polyfill'
import type { Id } from '#src/domain/values/id.ts'
import type { LedgerMail, Mails } from '#src/services/ports/mails.ts'
import { settleMail, type MailFinding, type SettleMailVerb } from '#src/services/settle-mail.ts'
import type { CheckDkim } from './authenticity/dkim-check.ts'
import type { DkimFinding } from './authenticity/dkim-finding.ts'
import { nothingKnown, type SecurityRecord } from './authenticity/security-record.ts'
import type { MailFacts, MailReading } from './mail-reading.ts'
import type { LookAtSignatures } from './read-mail.ts'
import { ReadingStopped } from './reading/reading-stopped.ts'

export interface HandleMailParts {
  readonly verb: SettleMailVerb
  /** Reads the bytes outside any transaction. */
  readonly mails: Pick<Mails, 'read' | 'keepDkim' | 'giveBack'>
  readonly facts: MailFacts
  readonly read: (
    raw: Buffer,
    facts: MailFacts,
    receivedAt: Temporal.Instant,
    look?: LookAtSignatures,
  ) => Promise<MailReading>
  /** Our own check of signatures; absent: only our receiving server's word counts. */
  readonly checkDkim?: CheckDkim
}

const notRead = {
  kind: 'unreadable',
  likeness: '',
  proposals: [],
  about: [],
  stem: '',
  answerable: false,
  sender: { verdict: 'unverified', words: 'De afzender is niet gecontroleerd.', record: nothingKnown },
} as const

type Found = MailFinding & { readonly sender: { readonly record: SecurityRecord } }

const tooLarge: Found = {
  ...notRead,
  outcome: {
    kind: 'waits',
    why: 'too_large',
    words: 'Deze mail is te groot om op te halen. Open hem in de mailbox zelf.',
  },
}

const unreadable: Found = {
  ...notRead,
  outcome: {
    kind: 'waits',
    why: 'unreadable',
    words: 'Deze mail kon niet worden gelezen. De oorspronkelijke mail is bewaard.',
  },
}

/** Keys rotate: what was found at first sight stands, also when the mail is handled again (a worker died, the database was away). */
function lookOnce({ dkim, receivedAt }: LedgerMail, checkDkim: CheckDkim | undefined): LookAtSignatures | undefined {
  if (dkim !== undefined) return () => Promise.resolve(dkim as DkimFinding) // only `handleMail` writes it, below
  return checkDkim && ((raw, domains) => checkDkim(raw, domains, receivedAt))
}

/** DNS that gave no answer is no finding: it is asked again. */
const isFound = (dkim: DkimFinding): boolean =>
  dkim.kind === 'asked' && dkim.signatures.every(({ result }) => result !== 'not_asked')

async function findingOf(mail: LedgerMail, { mails, verb, read, facts, checkDkim }: HandleMailParts): Promise<Found> {
  if (!mail.raw) return tooLarge
  try {
    return await read(mail.raw, facts, mail.receivedAt, lookOnce(mail, checkDkim))
  } catch (error) {
    if (!(error instanceof ReadingStopped)) return unreadable // whatever the bytes are, they end in one row of the ledger
    await mails.giveBack(mail.id, verb.clock.now())
    throw error
  }
}

/** Reads a stored mail, outside any transaction, and gives it its outcome. */
export async function handleMail(parts: HandleMailParts, id: Id<'mail'>): Promise<void> {
  const mail = await parts.mails.read(id)
  if (!mail) return
  const finding = await findingOf(mail, parts)
  const { dkim } = finding.sender.record
  if (mail.dkim === undefined && isFound(dkim)) await parts.mails.keepDkim(id, dkim)
  await settleMail(parts.verb, id, finding)
}
