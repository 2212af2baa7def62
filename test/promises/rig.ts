import { mailFactsOf, pinKnowledge } from '#src/app/knowledge/load-knowledge.ts'
import { VirtualClock } from '#src/app/clock.ts'
import { createReferences } from '#src/app/references.ts'
import { referralMail } from '#src/app/virtual/referral-mail.ts'
import { virtualAuthserv } from '#src/app/virtual/universe.ts'
import { asId, type Id } from '#src/domain/values/id.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { dueWork, type DueJob } from '#src/jobs/due-work.ts'
import { createHandlers, runJob, type HandlerParts } from '#src/jobs/handlers.ts'
import type { RelayParts } from '#src/jobs/relay.ts'
import type { Channel, ChannelMessage } from '#src/services/ports/channel.ts'
import type { OutgoingMail } from '#src/services/ports/mailer.ts'
import type { SendOutcome } from '#src/services/ports/outgoing.ts'
import { receiveMessage } from '#src/services/receive-message.ts'
import { storeMail } from '#src/services/store-mail.ts'
import { openDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { createIds } from '#src/store/ids.ts'
import { openKeyring } from '#src/store/keyring.ts'
import { createLeases } from '#src/store/leases.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createRows, createTransact } from '#src/store/store.ts'
import { createTestDatabase } from '#test/support/database.ts'
import { amsterdam, projectFiles } from '#test/support/universe.ts'

const zone = 'Europe/Amsterdam'
const phone = '+31612345671'
export const person = { name: 'Fatima Yilmaz', clientNumber: 'K-20411', consulent: 'Mieke de Vries' }

/** A referral as it comes in; `extra` lines stand in the form too. */
export const referral = (
  messageId: string,
  extra: Record<string, string> = {},
  client = { domain: 'lansingerland.example', address: 'lansingerland@werkwijzer.example' },
): Buffer =>
  referralMail(
    {
      from: `m.devries@${client.domain}`,
      to: client.address,
      messageId: `${messageId}@${client.domain}`,
      signed: true,
      form: {
        'Naam deelnemer': person.name,
        Klantnummer: person.clientNumber,
        Mobiel: '06 1234 5671',
        Werkconsulent: person.consulent,
        'E-mail werkconsulent': `m.devries@${client.domain}`,
        ...extra,
      },
    },
    virtualAuthserv,
  )

/** Rows, verbs and handlers on a database of their own, with a channel that a test decides about. Queue and relay are the test. */
export async function createRig() {
  const database = await createTestDatabase()
  const { db, close } = openDatabase(database.url, { max: 4, onError: () => undefined })
  const clock = new VirtualClock(amsterdam('2026-11-02T09:15'))
  const master = newKey()
  const keyring = await openKeyring(db, master)
  const loaded = await pinKnowledge(db, await projectFiles(), 'sent')
  const transact = createTransact(db, keyring, zone)
  const verb = { transact, knowledge: loaded.knowledge, clock, ids: createIds(clock), references: createReferences() }
  const rows = createRows(db, keyring, zone)
  const facts = mailFactsOf(loaded.contracts, loaded.knowledge.installation, virtualAuthserv)
  const received: ChannelMessage[] = []
  const mails: OutgoingMail[] = []
  const faults = {
    send: (_: ChannelMessage): SendOutcome | undefined => undefined,
    /** The line breaks before the carrier has it. */
    loses: (_: ChannelMessage): boolean => false,
    canTell: true,
  }
  const channel: Channel = {
    name: 'test',
    send: (message) => {
      if (faults.loses(message)) return Promise.reject(new Error('the line broke'))
      received.push(message)
      return Promise.resolve(faults.send(message) ?? { kind: 'sent', reference: message.id })
    },
    lookUp: (id) => {
      const found = received.some((message) => message.id === id)
      return Promise.resolve(
        !faults.canTell ? { kind: 'cannot_tell' } : found ? { kind: 'sent', reference: id } : { kind: 'not_sent' },
      )
    },
  }
  const parts: HandlerParts = {
    readMail: (id) => handleMail({ verb, mails: rows.mails, facts, read: readMail }, id),
    messages: verb,
    timer: verb,
    send: verb,
    channel,
    mailer: {
      send: (mail) => {
        mails.push(mail)
        return Promise.resolve({ kind: 'sent', reference: mail.id })
      },
      verify: () => Promise.resolve({ ok: true, detail: '' }),
      close: () => undefined,
    },
    onError: () => undefined,
  }
  const handlers = createHandlers(parts)
  let uid = 0
  return {
    db,
    clock,
    master,
    keyring,
    loaded,
    verb,
    rows,
    handlers,
    parts,
    facts,
    received,
    mails,
    faults,
    async arrive(raw: Buffer, sighting = { mailbox: 'INBOX', uidValidity: '1', uid: (uid += 1) }) {
      return (
        await storeMail({ ...verb, mails: rows.mails }, { sighting, receivedAt: clock.now(), raw, size: raw.length })
      ).id
    },
    /** A mail that came in and was handled. */
    async take(raw: Buffer): Promise<Id<'mail'>> {
      const id = await this.arrive(raw)
      await handlers.mail({ mailId: id })
      return id
    },
    ledger: (id: Id<'mail'>) =>
      db
        .selectFrom('mails')
        .select(['kind', 'outcome', 'why', 'journey_id', 'earlier_id'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    /** A referral that was read and accepted; its invitation waits to be sent. */
    async invited(raw = referral('een')): Promise<Id<'journey'>> {
      await this.take(raw)
      const { id: journeyId } = await db.selectFrom('journeys').select('id').executeTakeFirstOrThrow()
      return asId<'journey'>(journeyId)
    },
    async outgoing() {
      return db.selectFrom('outgoing').select(['id', 'purpose', 'status', 'kind']).orderBy('sequence').execute()
    },
    /** What is due now, as the relay would hand it to a queue. */
    due: (): Promise<DueJob[]> =>
      dueWork({ ...rows, sendingSwitch: createSendingSwitch(db), sending: 'on' }, clock.now()),
    relayParts: (queues: RelayParts['queues'], onError: RelayParts['onError'] = () => undefined): RelayParts => ({
      ...rows,
      sendingSwitch: createSendingSwitch(db),
      sending: 'on',
      queues,
      leases: createLeases(db),
      clock,
      owner: 'test',
      onError,
    }),
    run: (job: DueJob): Promise<void> => runJob(handlers, job),
    /** Does what is due, every minute for so many minutes. */
    async work(minutes: number): Promise<void> {
      for (let n = 0; n < minutes; n++) {
        for (let jobs = await this.due(); jobs.length > 0; jobs = await this.due())
          for (const job of jobs) await this.run(job)
        clock.moveTo(clock.now().add({ minutes: 1 }))
      }
    },
    async sendAll(): Promise<void> {
      for (const { id } of await this.outgoing()) await handlers.outgoing({ outgoingId: id })
    },
    write: (text: string, reference: string) =>
      receiveMessage(verb, { channel: 'test', reference, from: phone, kind: 'text', text, receivedAt: clock.now() }),
    load: (id: Id<'journey'>) => transact(({ journeys }) => journeys.load(id)),
    async close() {
      await close()
      await database.drop()
    },
  }
}

export type Rig = Awaited<ReturnType<typeof createRig>>
