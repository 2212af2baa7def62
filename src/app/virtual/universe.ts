import { Temporal } from 'temporal-polyfill'
import type { Actor } from '#src/domain/actor.ts'
import type { Command } from '#src/domain/journey/command.ts'
import type { Decision } from '#src/domain/journey/decision.ts'
import type { MessageKind } from '#src/domain/values/message-kind.ts'
import type { Id } from '#src/domain/values/id.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { dueWork, type DueParts, type Sending } from '#src/jobs/due-work.ts'
import { createHandlers, runJob } from '#src/jobs/handlers.ts'
import { commandJourney } from '#src/services/command-journey.ts'
import type { StoredJourney } from '#src/services/ports/journeys.ts'
import { intakePlan, planIntake } from '#src/services/plan-intake.ts'
import { receiveMessage } from '#src/services/receive-message.ts'
import { acceptWaitingMail } from '#src/services/review-mail.ts'
import { recordDelivery } from '#src/services/send-outgoing.ts'
import { storeMail } from '#src/services/store-mail.ts'
import { openDatabase, type OpenDatabase } from '#src/store/database.ts'
import { newKey } from '#src/store/encryption.ts'
import { createIds } from '#src/store/ids.ts'
import { fromInstant, toInstant } from '#src/store/instants.ts'
import { readJournal, type JournalEntry } from '#src/store/journal.ts'
import { openKeyring, subjectKey, type Keyring } from '#src/store/keyring.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createRows, createTransact, type Rows } from '#src/store/store.ts'
import { VirtualClock } from '../clock.ts'
import type { Unapproved } from '#src/conversation/sent-language.ts'
import { mailFactsOf, pinKnowledge, type LoadedKnowledge } from '../knowledge/load-knowledge.ts'
import type { TextFiles } from '../knowledge/read-text-files.ts'
import { createReferences } from '../references.ts'
import { createVirtualCarrier, type VirtualCarrier } from './virtual-carrier.ts'
import { createVirtualPost, type VirtualPost } from './virtual-post.ts'
import { zone } from '../zone.ts'

/** The receiving server of the virtual world, as it signs its Authentication-Results. */
export const virtualAuthserv = 'mail.werkwijzer.example'

/**
 * A whole installation on a throw-away database, with a clock that stands still until it is moved and handlers that run at once in place
 * of a queue. Everything else is the real thing: the same rows, verbs, texts and contracts.
 */
export interface Universe {
  readonly clock: VirtualClock
  readonly carrier: VirtualCarrier
  readonly post: VirtualPost
  readonly loaded: LoadedKnowledge
  readonly rows: Rows
  readonly database: OpenDatabase['db']
  readonly keyring: Keyring
  arrive(raw: Buffer): Promise<Id<'mail'>>
  write(
    from: string,
    said: string | { kind: MessageKind; text?: string; media?: Uint8Array },
    reference?: string,
  ): Promise<void>
  command(id: Id<'journey'>, command: Command, actor: Actor): Promise<Decision>
  /** A person who checked the sender accepts the mail that waits, with the form as it reads in a mail that is trusted. Throws when none waits. */
  acceptWaiting(trusted: Buffer, actor: Actor): Promise<void>
  /** A person plans the intake in the free slot that begins then. Throws when it cannot be. */
  planIntake(id: Id<'journey'>, startsAt: Temporal.Instant, actor: Actor): Promise<void>
  journey(id: Id<'journey'>): Promise<StoredJourney | undefined>
  journeys(): Promise<readonly Id<'journey'>[]>
  journal(id: Id<'journey'>): Promise<readonly JournalEntry[]>
  /** Does everything that is due at this moment, until nothing is. */
  settle(): Promise<void>
  /** Moves the clock from one due moment to the next, doing what is due at each, up to `moment`. */
  advanceTo(moment: Temporal.Instant): Promise<void>
  close(): Promise<void>
}

export interface UniverseOptions {
  /** A database with our schema and nothing in it. */
  readonly databaseUrl: string
  readonly start: Temporal.Instant
  readonly texts: TextFiles
  readonly sending?: Sending
  /** Nobody in it is real, so that translations go out also when no person approved them; unless it is to be as an installation. */
  readonly unapproved?: Unapproved
}

/** More rounds at one moment than this means that something wants the same thing for ever. */
const mostRounds = 200

export async function createUniverse(options: UniverseOptions): Promise<Universe> {
  const { db, close } = openDatabase(options.databaseUrl, { max: 4, onError: () => undefined })
  const clock = new VirtualClock(options.start)
  const keyring = await openKeyring(db, newKey())
  const loaded = await pinKnowledge(db, options.texts, options.unapproved ?? 'sent')
  const transact = createTransact(db, keyring, zone)
  const verb = { transact, knowledge: loaded.knowledge, clock, ids: createIds(clock), references: createReferences() }
  const carrier = createVirtualCarrier(clock)
  const post = createVirtualPost(clock, loaded.mailTexts)
  const facts = mailFactsOf(loaded.contracts, loaded.knowledge.installation, virtualAuthserv)
  const rows = createRows(db, keyring, zone)
  const due: DueParts = { ...rows, sendingSwitch: createSendingSwitch(db), sending: options.sending ?? 'on' }
  const handlers = createHandlers({
    readMail: (id) => handleMail({ verb, mails: rows.mails, facts, read: readMail }, id),
    messages: verb,
    timer: verb,
    send: verb,
    channel: carrier,
    mailer: post,
    onError: (error) => {
      throw error
    },
  })
  let uid = 0

  const round = async (): Promise<boolean> => {
    const jobs = await dueWork(due, clock.now())
    for (const job of jobs) await runJob(handlers, job)
    const receipts = carrier.takeReceipts()
    for (const { reference, status } of receipts) await recordDelivery(verb, reference, status)
    return jobs.length + receipts.length > 0
  }

  /** When something is due next: a timer, or a message that was held back or must be looked up. */
  const nextMoment = async (): Promise<Temporal.Instant | undefined> => {
    const held = await db
      .selectFrom('outgoing')
      .select('wake_at')
      .where('status', 'in', ['waiting', 'unknown'])
      .where('wake_at', '>', fromInstant(clock.now()))
      .orderBy('wake_at')
      .executeTakeFirst()
    const timer = await rows.timers.next(clock.now())
    const moments = [timer, held && toInstant(held.wake_at)].filter((moment) => moment !== undefined)
    return moments.toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
  }

  const settle = async (): Promise<void> => {
    for (let n = 0; n < mostRounds; n++) if (!(await round())) return
    throw new Error('this moment never comes to rest: something wants the same thing again and again')
  }

  return {
    clock,
    carrier,
    post,
    loaded,
    rows,
    database: db,
    keyring,
    settle,
    close,
    async arrive(raw) {
      uid += 1
      const sighting = { mailbox: 'INBOX', uidValidity: '1', uid }
      return (
        await storeMail({ ...verb, mails: rows.mails }, { sighting, receivedAt: clock.now(), raw, size: raw.length })
      ).id
    },
    async write(from, said, reference) {
      const {
        kind,
        text = '',
        media,
      } = typeof said === 'string' ? { kind: 'text' as const, text: said, media: undefined } : said
      await receiveMessage(verb, {
        channel: 'virtual',
        reference: reference ?? verb.ids.next(),
        from,
        kind,
        text,
        ...(media ? { media } : {}),
        receivedAt: clock.now(),
      })
    },
    command: (id, command, actor) => commandJourney(verb, id, command, actor),
    async acceptWaiting(trusted, actor) {
      const [mail] = await rows.mails.waiting()
      const { outcome, contractId } = await readMail(trusted, facts, clock.now())
      if (!mail || !contractId || outcome.kind !== 'referral') throw new Error('no mail waits that could be accepted')
      const review = await acceptWaitingMail(verb, mail.id, { form: outcome.form, contractId }, actor)
      if (review.kind !== 'accepted') throw new Error(`the mail was not accepted: ${review.kind}`)
    },
    async planIntake(id, startsAt, actor) {
      const stored = await transact(({ journeys }) => journeys.load(id))
      const plan = stored && (await intakePlan(verb, stored.journey))
      const option = plan?.options.find(({ slot }) => slot.startsAt.equals(startsAt))
      const planning = option && (await planIntake(verb, id, option.id, actor))
      if (planning?.kind !== 'planned') throw new Error('the intake could not be planned then')
    },
    journey: (id) => transact(({ journeys }) => journeys.load(id)),
    async journeys() {
      const found = await db.selectFrom('journeys').select('id').orderBy('sequence').execute()
      return found.map((row) => row.id as Id<'journey'>) // the column holds nothing else
    },
    async journal(id) {
      const stored = await transact(({ journeys }) => journeys.load(id))
      const key = stored && (await subjectKey(db, keyring, stored.journey.participantId))
      return key ? readJournal(db, id, key) : []
    },
    async advanceTo(moment) {
      await settle()
      for (;;) {
        const next = await nextMoment()
        if (!next || Temporal.Instant.compare(next, moment) > 0) break
        clock.moveTo(next)
        await settle()
      }
      clock.moveTo(moment)
      await settle()
    },
  }
}
