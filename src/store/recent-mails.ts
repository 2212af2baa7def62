import type { LedgerMail } from '#src/services/ports/mails.ts'

/** The mails that this process stored last, so that who handles one at once need not fetch its bytes and open them again. */
export interface RecentMails {
  keep(mail: LedgerMail): void
  /** Once: whoever comes later reads what is stored. */
  take(id: string): LedgerMail | undefined
}

/** A burst comes in faster than it is handled; what does not fit is read from the database. */
const mostBytes = 2_000_000
/** What nobody took by then another process handled. */
const longestMs = 30_000

export function createRecentMails(): RecentMails {
  const kept = new Map<string, LedgerMail>()
  let size = 0
  const take = (id: string): LedgerMail | undefined => {
    const mail = kept.get(id)
    if (mail && kept.delete(id)) size -= mail.size
    return mail
  }
  return {
    keep(mail) {
      kept.set(mail.id, mail)
      size += mail.size
      for (const id of kept.keys()) if (size > mostBytes) take(id)
      setTimeout(() => take(mail.id), longestMs).unref()
    },
    take,
  }
}
