import type { NoticePurpose } from '#src/domain/journey/journey.ts'

/** What a mail is for. `stray_crisis`: words of a crisis from a number that says not who writes. */
export type MailPurpose = NoticePurpose | 'mail_waiting' | 'receipt' | 'stray_crisis'

/** What a mail says, as facts in words; how it says it is the template's. No health details: validity, not the reason. */
export interface NoticeFacts {
  readonly purpose: MailPurpose
  /** Our neutral reference; the only thing that identifies the case in a subject. */
  readonly reference: string
  /** Words that the template shows, in Dutch; names stand in the body only. */
  readonly words: Readonly<Record<string, string>>
  /** What was done, in order: moment and deed, in Dutch. */
  readonly steps: readonly string[]
  /** The thread that this mail continues, by its Message-ID. */
  readonly thread: string
  /** Of a receipt: the mail of somebody else that it answers, by Message-IDs without brackets. */
  readonly answers?: { readonly messageId: string; readonly references: readonly string[] }
}
