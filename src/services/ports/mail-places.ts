import type { Temporal } from 'temporal-polyfill'
import type { Sighting } from './mails.ts'

/** Where mails were seen on the server, and whether they still are there as far as we know. */
export interface MailPlaces {
  /** Handled mails that lie in this mailbox as it is now numbered, at most so many. */
  handledIn(mailbox: string, limit: number): Promise<readonly Sighting[]>
  /** The mail is no longer there; `to` is where it is now, if anybody knows. */
  left(from: Sighting, to: Sighting | undefined, at: Temporal.Instant): Promise<void>
}
