import type { MailFacts, MailReading } from '../mail-reading.ts'

/** What goes to the thread that reads, and what comes back; plain data, because it is copied. */
export interface ReadingQuestion {
  readonly raw: Uint8Array
  /** Only when they are others than with the last question: copying them, and working out again what follows from them, costs more than reading. */
  readonly facts?: MailFacts
  /** In milliseconds since 1970. */
  readonly receivedAt: number
}

/** Without a reading when it could not be made. */
export interface ReadingAnswer {
  readonly reading?: MailReading
}

export interface ReadingSettings {
  /** Whether the thread asks DNS for the keys of signatures. */
  readonly checkDkim: boolean
  /** Where the virus scanner is (`tcp://host:port`, `unix:/path`) that looks at each attachment first; absent: none does. */
  readonly clamdUrl?: string
}
