import type { Temporal } from 'temporal-polyfill'
import { createReferences } from '#src/app/references.ts'
import { mailFactsOf } from '#src/app/knowledge/load-knowledge.ts'
import { virtualAuthserv, type Universe } from '#src/app/virtual/universe.ts'
import type { Id } from '#src/domain/values/id.ts'
import { handleMail } from '#src/inbox/handle-mail.ts'
import { readMail } from '#src/inbox/read-mail.ts'
import { dueWork, type DueJob } from '#src/jobs/due-work.ts'
import { createHandlers, type HandlerParts, type Handlers } from '#src/jobs/handlers.ts'
import type { Channel, ChannelMessage, LookUp } from '#src/services/ports/channel.ts'
import type { SendOutcome } from '#src/services/ports/outgoing.ts'
import { createIds } from '#src/store/ids.ts'
import { createSendingSwitch } from '#src/store/sending-switch.ts'
import { createTransact } from '#src/store/store.ts'

/** What a verb needs, over the rows of a universe. */
export const verbOf = (universe: Universe) => ({
  transact: createTransact(universe.database, universe.keyring, 'Europe/Amsterdam'),
  knowledge: universe.loaded.knowledge,
  clock: universe.clock,
  ids: createIds(universe.clock),
  references: createReferences(),
})

export const mailFacts = ({ loaded }: Universe) =>
  mailFactsOf(loaded.contracts, loaded.knowledge.installation, virtualAuthserv)

/** The handlers of a worker of its own on the rows of a universe, with some parts of the outside world replaced. */
export function workerOn(universe: Universe, outside: Partial<HandlerParts> = {}): Handlers {
  const verb = verbOf(universe)
  const facts = mailFacts(universe)
  return createHandlers({
    readMail: (id) => handleMail({ verb, mails: universe.rows.mails, facts, read: readMail }, id),
    messages: verb,
    timer: verb,
    send: verb,
    channel: universe.carrier,
    mailer: universe.post,
    onError: () => undefined,
    ...outside,
  })
}

/** What is due in the database, as the relay would hand it to a queue. */
export const handOut = (universe: Universe, now: Temporal.Instant = universe.clock.now()): Promise<DueJob[]> =>
  dueWork({ ...universe.rows, sendingSwitch: createSendingSwitch(universe.database), sending: 'on' }, now)

export async function runJob(worker: Handlers, job: DueJob): Promise<void> {
  switch (job.name) {
    case 'mail':
      return worker.mail(job.data)
    case 'messages':
      return worker.messages(job.data)
    case 'timer':
      return worker.timer(job.data)
    case 'outgoing':
      return worker.outgoing(job.data)
  }
}

/** Hands out and does, until nothing is due. */
export async function work(universe: Universe, worker: Handlers): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const jobs = await handOut(universe)
    if (jobs.length === 0) return
    for (const job of jobs) await runJob(worker, job)
  }
  throw new Error('this moment never comes to rest')
}

/** A carrier that does what a test says with each attempt, and remembers what really arrived. */
export interface Carrier extends Channel {
  readonly arrived: ChannelMessage[]
}

export function carrierThat(
  handle: (message: ChannelMessage, attempt: number) => SendOutcome | 'loses_answer' | 'loses_message',
  lookUp?: (arrived: boolean, id: string) => LookUp,
): Carrier {
  const arrived: ChannelMessage[] = []
  let attempts = 0
  const look = lookUp ?? ((did, id) => (did ? { kind: 'sent', reference: id } : { kind: 'not_sent' }))
  return {
    name: 'test',
    arrived,
    send(message) {
      attempts += 1
      const outcome = handle(message, attempts)
      if (outcome === 'loses_answer' || (typeof outcome === 'object' && outcome.kind === 'sent')) arrived.push(message)
      return typeof outcome === 'object' ? Promise.resolve(outcome) : Promise.reject(new Error('the line broke'))
    },
    lookUp: (id) =>
      Promise.resolve(
        look(
          arrived.some((message) => message.id === id),
          id,
        ),
      ),
  }
}

export const sent = (message: ChannelMessage): SendOutcome => ({ kind: 'sent', reference: message.id })

export const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)

type JourneyId = Id<'journey'>
