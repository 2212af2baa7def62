import type { Temporal } from 'temporal-polyfill'
import type { Installation } from '#src/domain/installation.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import type { MailFacts, MailReading } from '#src/inbox/mail-reading.ts'
import { createReadingThread } from '#src/inbox/reading/reading-thread.ts'
import { unreadableMail } from '#src/inbox/read-mail.ts'
import type { MailKind } from '#src/services/ports/mail-kind.ts'
import { storeMail } from '#src/services/store-mail.ts'
import { openDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { createIds } from '#src/store/ids.ts'
import { openKeyring } from '#src/store/keyring.ts'
import { createRows, createTransact } from '#src/store/store.ts'
import { VirtualClock } from '../clock.ts'
import { loadKnowledge, mailFactsOf } from '../knowledge/load-knowledge.ts'
import type { TextPaths } from '../knowledge/text-paths.ts'
import { createReferences } from '../references.ts'
import type { InboxSettings } from './settings.ts'
import { zone } from '../zone.ts'

export interface HandledMail {
  readonly kind: MailKind
  readonly reading: MailReading
  /** A code, when a person has it. */
  readonly waitsFor: string | undefined
}

/** An inbox on a database that is thrown away: mails are stored, read and settled as in a real one, and nothing is sent. */
export interface ThrowAwayInbox {
  handle(raw: Buffer): Promise<HandledMail>
  close(): Promise<void>
}

/** The installation as these settings have it: its contracts, of which only some may have a file here. */
const installationWith = (installation: Installation, { contracts }: InboxSettings): Installation => ({
  ...installation,
  contracts: contracts.map(({ id, domains, addresses }) => ({ id, domains, addresses })),
})

const factsWith = (known: MailFacts, { authserv_id: authservId, own, contracts }: InboxSettings): MailFacts => ({
  ...(authservId === undefined ? {} : { authservId }),
  ownAddresses: own.addresses,
  ownDomains: own.domains,
  contracts: contracts.map(({ id, municipality, domains, addresses, ...beside }) => ({
    id,
    domains,
    addresses,
    ownSentencesWait: beside.own_sentences_wait,
    standingSentences: beside.standing_sentences,
    labels: known.contracts.find((contract) => contract.id === id)?.labels ?? {},
    ...(municipality === undefined ? {} : { municipality }),
  })),
})

/** One that waits, and one about which its journey asks somebody. */
const asksPerson: ReadonlySet<string> = new Set(['waiting', 'attached'])

export interface InboxOptions {
  /** A database with our schema and nothing in it. */
  readonly databaseUrl: string
  readonly texts: TextPaths
  readonly settings: InboxSettings | undefined
  readonly authservId: string | undefined
  /** Where the virus scanner is that looks at each attachment first. */
  readonly clamdUrl: string | undefined
  readonly now: Temporal.Instant
}

export async function openThrowAwayInbox(options: InboxOptions): Promise<ThrowAwayInbox> {
  const { settings, authservId, clamdUrl, now } = options
  const { db, close } = openDatabase(options.databaseUrl, { max: 2, onError: () => undefined })
  const clock = new VirtualClock(now)
  const keyring = await openKeyring(db, newKey())
  const { knowledge, contracts } = await loadKnowledge(db, options.texts, 'withheld')
  const installation = settings ? installationWith(knowledge.installation, settings) : knowledge.installation
  const known = mailFactsOf(contracts, knowledge.installation, authservId)
  const facts = settings ? factsWith(known, settings) : known
  const verb = {
    transact: createTransact(db, keyring, zone),
    knowledge: { ...knowledge, installation },
    clock,
    ids: createIds(clock),
    references: createReferences(),
  }
  const { mails } = createRows(db, keyring, zone)
  const thread = createReadingThread({ checkDkim: false, ...(clamdUrl && { clamdUrl }) })
  let uid = 0
  return {
    async handle(raw) {
      uid += 1
      const sighting = { mailbox: 'bestanden', uidValidity: '1', uid }
      const { id, isNew } = await storeMail({ ...verb, mails }, { sighting, receivedAt: now, raw, size: raw.length })
      const reading = await thread.read(raw, facts, now).catch(() => unreadableMail)
      if (isNew) await handleMail({ verb, mails, facts, read: async () => reading }, id)
      const row = await db
        .selectFrom('mails')
        .select(['kind', 'outcome', 'why'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const kind = isNew ? (row.kind as MailKind) : 'duplicate' // the column holds what the reading said
      const isForPerson = isNew && asksPerson.has(row.outcome ?? '')
      return { kind, reading, waitsFor: isForPerson ? (row.why ?? kind) : undefined }
    },
    async close() {
      await thread.close()
      await close()
    },
  }
}
