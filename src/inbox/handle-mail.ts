import type { Id } from '#src/domain/values/id.ts'
import type { LedgerMail, Mails } from '#src/services/ports/mails.ts'
import { settleMail, type MailFinding, type SettleMailVerb } from '#src/services/settle-mail.ts'
import type { MailFacts, MailReading } from './mail-reading.ts'

export interface HandleMailParts {
  readonly verb: SettleMailVerb
  /** Reads the bytes outside any transaction. */
  readonly mails: Pick<Mails, 'read'>
  readonly facts: MailFacts
  readonly read: (raw: Buffer, facts: MailFacts) => Promise<MailReading>
}

const tooLarge: MailFinding = {
  outcome: {
    kind: 'waits',
    why: 'too_large',
    words: 'Deze mail is te groot om op te halen. Open hem in de mailbox zelf.',
  },
}

const unreadable: MailFinding = {
  outcome: {
    kind: 'waits',
    why: 'unreadable',
    words: 'Deze mail kon niet worden gelezen. De oorspronkelijke mail is bewaard.',
  },
}

async function findingOf(mail: LedgerMail, { read, facts }: HandleMailParts): Promise<MailFinding> {
  if (!mail.raw) return tooLarge
  try {
    return await read(mail.raw, facts)
  } catch {
    return unreadable // whatever the bytes are, they end in one row of the ledger
  }
}

/** Reads a stored mail, outside any transaction, and gives it its outcome. */
export async function handleMail(parts: HandleMailParts, id: Id<'mail'>): Promise<void> {
  const mail = await parts.mails.read(id)
  if (mail) await settleMail(parts.verb, id, await findingOf(mail, parts))
}
