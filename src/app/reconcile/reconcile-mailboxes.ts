import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { ArrivedMail } from '#src/inbox/sources/mail-source.ts'
import { TakingInFailed, troubleOf } from '#src/inbox/sources/reader-trouble.ts'
import { walkMailbox, type Walked, type WalkOptions } from '#src/inbox/sources/walk-mailbox.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import type { Sighting } from '#src/services/ports/mails.ts'
import { storeMail, type StoreMailVerb } from '#src/services/store-mail.ts'
import type { Keyring } from '#src/store/keyring.ts'
import { ledgerCounts } from '#src/store/ledger-counts.ts'
import { createLedgerLookup, type LedgerLookup, type LedgerRow } from '#src/store/ledger-lookup.ts'
import { contentIndex } from '#src/store/mails.ts'
import type { Database } from '#src/store/tables/database.ts'
import type { MailboxToRead } from '../runtime/mail-account.ts'

/** A mail as it lies on the server. */
export interface MailOnServer {
  readonly mailbox: string
  readonly uidValidity: string
  readonly uid: number
  readonly receivedAt: Temporal.Instant
}

export interface MailboxComparison {
  readonly folders: readonly { readonly mailbox: string; readonly mails: number; readonly older: number }[]
  /** Mails on the server that the ledger knows, and how many of those lay in a place that it did not know; it does now. */
  readonly known: number
  readonly newPlaces: number
  /** Mails on the server that the ledger does not know, and the first of them by name. */
  readonly notInLedger: number
  readonly named: readonly MailOnServer[]
  readonly takenIn: number
  /** Mails of the ledger whose place on the server holds another content: a server that gives a number twice. */
  readonly contradicted: readonly (MailOnServer & { readonly reference: string })[]
  /** How often a mail lay there that was seen in another place before. */
  readonly again: number
  /** Mails of the ledger that lie in none of these folders: no error by itself, since people tidy up. */
  readonly notOnServer: number
}

export interface CompareParts {
  readonly db: Kysely<Database>
  readonly keyring: Keyring
  readonly clock: Clock
  readonly mailboxes: readonly MailboxToRead[]
}

export interface CompareOptions {
  /** Every mail by its content; false: only those of which the place is not known yet. */
  readonly thorough: boolean
  /** Takes in what the ledger does not know; absent: it is only named. */
  readonly takeIn?: StoreMailVerb
  /** How long a reader gets, in milliseconds, to take in what came in just now. */
  readonly settleMs: number
}

/** In Dutch, with what to do. */
export class MailboxUnreadable extends Error {
  constructor({ account, mailbox }: Pick<MailboxToRead, 'account' | 'mailbox'>, cause: unknown) {
    super(troubleOf(cause, account, mailbox).words, { cause })
  }
}

type Folder = Pick<MailboxToRead, 'account' | 'mailbox' | 'name' | 'since'>

const mostNamed = 1_000

/**
 * Holds what lies on the server against the ledger, by content. Changes nothing on the server, and in the ledger no more than where a
 * mail that it knows was seen. @throws when a mailbox cannot be read.
 */
export async function compareMailboxes(parts: CompareParts, options: CompareOptions): Promise<MailboxComparison> {
  const comparison = new Comparison(parts, options)
  for (const folder of foldersOf(parts.mailboxes)) await comparison.walk(folder)
  return comparison.end()
}

/** What is read, and where it goes when it was handled; from the earliest day of those whose mail goes there. */
function foldersOf(mailboxes: readonly MailboxToRead[]): Folder[] {
  const folders = new Map<string, Folder>(mailboxes.map((mailbox) => [mailbox.name, mailbox]))
  for (const { account, since, handled } of mailboxes) {
    if (!handled) continue
    const other = folders.get(handled.name)
    const earliest = other ? earlier(other.since, since) : since
    folders.set(handled.name, { account, ...handled, ...(earliest && { since: earliest }) })
  }
  return [...folders.values()]
}

const earlier = (
  one: Temporal.Instant | undefined,
  other: Temporal.Instant | undefined,
): Temporal.Instant | undefined =>
  one === undefined || other === undefined ? undefined : Temporal.Instant.compare(one, other) < 0 ? one : other

interface Unknown extends MailOnServer {
  readonly index: Buffer
}

class Comparison {
  readonly #parts: CompareParts
  readonly #options: CompareOptions
  readonly #ledger: LedgerLookup
  /** Numbers only: a mailbox may be large. */
  readonly #seen = new Set<number>()
  readonly #folders: { mailbox: string; mails: number; older: number }[] = []
  readonly #unknown: Unknown[] = []
  readonly #contradicted: (MailOnServer & { reference: string })[] = []
  readonly #counts = { known: 0, newPlaces: 0, notInLedger: 0, takenIn: 0, again: 0 }

  constructor(parts: CompareParts, options: CompareOptions) {
    this.#parts = parts
    this.#options = options
    this.#ledger = createLedgerLookup(parts.db)
  }

  async walk(folder: Folder): Promise<void> {
    const { account, mailbox, name, since } = folder
    const walked = await readable(folder, {
      account,
      mailbox,
      ...(since && { since }),
      clock: this.#parts.clock,
      wants: (uidValidity, uids) => this.#wants(uids.map((uid) => ({ mailbox: name, uidValidity, uid }))),
      onMails: (mails) => this.#compare(mails.map((mail) => ({ ...mail, mailbox: name }))),
    })
    this.#folders.push({ mailbox: name, ...walked })
  }

  /** All of them, or only those of which the ledger does not know the place. */
  async #wants(places: readonly Sighting[]): Promise<number[]> {
    if (this.#options.thorough) return places.map(({ uid }) => uid)
    const rows = await this.#ledger.seenAt(places)
    for (const row of rows) if (row) this.#count(row)
    return places.filter((_, index) => rows[index] === undefined).map(({ uid }) => uid)
  }

  #count({ sequence }: LedgerRow): void {
    this.#counts.known += 1
    if (this.#seen.has(sequence)) this.#counts.again += 1
    this.#seen.add(sequence)
  }

  async #compare(mails: readonly ArrivedMail[]): Promise<void> {
    const indexes = mails.map((mail) => contentIndex(this.#parts.keyring, { raw: mail.raw, sighting: mail }))
    const [byPlace, byContent] = await Promise.all([this.#ledger.seenAt(mails), this.#ledger.withContent(indexes)])
    const news: { at: Sighting; sequence: number }[] = []
    for (const [index, mail] of mails.entries()) {
      const place = byPlace[index]
      // One that is too large to fetch has no content to compare: only its place tells.
      const content = mail.raw ? byContent[index] : (byContent[index] ?? place)
      if (!content) await this.#notKnown(mail, indexes[index] ?? Buffer.alloc(0))
      else this.#count(content)
      if (place && place.sequence !== content?.sequence)
        this.#contradicted.push({ ...onServer(mail), reference: place.reference })
      else if (content && !place) news.push({ at: mail, sequence: content.sequence })
    }
    this.#counts.newPlaces += news.length
    await this.#ledger.noteSeen(news)
  }

  async #notKnown(mail: ArrivedMail, index: Buffer): Promise<void> {
    this.#counts.notInLedger += 1
    if (this.#options.takeIn) {
      const { internalDate: receivedAt, raw, size } = mail
      await storeMail(this.#options.takeIn, { sighting: mail, receivedAt, raw, size })
      this.#counts.takenIn += 1
    }
    if (this.#unknown.length < mostNamed) this.#unknown.push({ ...onServer(mail), index })
  }

  async end(): Promise<MailboxComparison> {
    if (!this.#options.takeIn && this.#unknown.length > 0) await this.#lookAgain()
    const { received } = await ledgerCounts(this.#parts.db)
    return {
      ...this.#counts,
      folders: this.#folders,
      named: this.#unknown.map(({ index: _, ...mail }) => mail),
      contradicted: this.#contradicted,
      notOnServer: Math.max(0, received - this.#seen.size - this.#counts.takenIn),
    }
  }

  /** What came in just now may have been on its way into the ledger. */
  async #lookAgain(): Promise<void> {
    await sleep(this.#options.settleMs, undefined, { ref: false })
    const rows = await this.#ledger.withContent(this.#unknown.map(({ index }) => index))
    const left = this.#unknown.filter((_, index) => rows[index] === undefined)
    for (const row of rows) if (row) this.#count(row)
    this.#counts.notInLedger -= this.#unknown.length - left.length
    this.#unknown.splice(0, this.#unknown.length, ...left)
  }
}

async function readable(folder: Folder, options: WalkOptions): Promise<Walked> {
  try {
    return await walkMailbox(options)
  } catch (error) {
    throw error instanceof TakingInFailed ? error : new MailboxUnreadable(folder, error)
  }
}

const onServer = ({ mailbox, uidValidity, uid, internalDate }: ArrivedMail): MailOnServer => ({
  mailbox,
  uidValidity,
  uid,
  receivedAt: internalDate,
})
