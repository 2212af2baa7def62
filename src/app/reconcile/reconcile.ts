import type { Kysely } from 'kysely'
import type { Journey } from '#src/domain/journey/journey.ts'
import type { Timer } from '#src/domain/journey/timer.ts'
import { allWantedTimers } from '#src/services/conversation-timers.ts'
import type { ContractShelf } from '#src/services/knowledge.ts'
import { toInstant } from '#src/store/instants.ts'
import { brokenLink } from '#src/store/journal.ts'
import type { Keyring } from '#src/store/keyring.ts'
import { ledgerCounts } from '#src/store/ledger-counts.ts'
import { openCard, openSession, sealedColumns, sealedJourneys, type SealedJourney } from '#src/store/overview/opened.ts'
import type { JourneyCard } from '#src/services/ports/overview.ts'
import { createSimulatorDeliveries } from '#src/store/simulator-deliveries.ts'
import type { Database } from '#src/store/tables/database.ts'

/** One thing that is not as it should be, in Dutch, by reference: no personal data. */
export interface Difference {
  readonly about: 'ledger' | 'timers' | 'tasks' | 'journal' | 'messages'
  readonly words: string
}

export interface Reconciliation {
  readonly mails: number
  readonly journeys: number
  readonly timers: number
  readonly differences: readonly Difference[]
}

export interface ReconcileParts {
  readonly db: Kysely<Database>
  readonly keyring: Keyring
  readonly contracts: ContractShelf
}

const atOnce = 200

/** So that what is being changed meanwhile is no difference. */
const inSnapshot = <Found>(db: Kysely<Database>, look: (trx: Kysely<Database>) => Promise<Found>): Promise<Found> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(look)

/** Both counts of one moment: a mail that comes in between is no difference. */
const ledgerSeen = (db: Kysely<Database>) =>
  inSnapshot(db, async (trx) => ({
    ...(await ledgerCounts(trx)),
    ...(await trx
      .selectFrom('mail_sightings')
      .select((eb) => eb.fn.count<string>('mail_id').distinct().as('seen'))
      .executeTakeFirstOrThrow()),
  }))

async function ledgerDifferences({ db }: ReconcileParts): Promise<[received: number, Difference[]]> {
  const { received, handled, waiting, unread, seen } = await ledgerSeen(db)
  const sum = `${String(received)} ontvangen, ${String(handled)} behandeld, ${String(waiting)} wacht op een medewerker, ${String(unread)} nog te lezen`
  return [
    received,
    [
      ...(received === handled + waiting + unread
        ? []
        : [{ about: 'ledger' as const, words: `de som klopt niet: ${sum}` }]),
      ...(Number(seen) === received
        ? []
        : [
            {
              about: 'ledger' as const,
              words: `${String(received - Number(seen))} mails staan nergens als gezien in een mailbox`,
            },
          ]),
    ],
  ]
}

const sameMoment = (left: Timer, right: Timer | undefined): boolean => right !== undefined && left.at.equals(right.at)

function timerDifferences(reference: string, wanted: readonly Timer[], stored: readonly Timer[]): Difference[] {
  const byKey = (timers: readonly Timer[]) => new Map(timers.map((timer) => [timer.key, timer]))
  const [wantedByKey, storedByKey] = [byKey(wanted), byKey(stored)]
  const kindOf = ({ key }: Timer): string => key.split('.', 1)[0] ?? key
  const missing = wanted.filter((timer) => !storedByKey.has(timer.key))
  const extra = stored.filter((timer) => !wantedByKey.has(timer.key))
  const moved = wanted.filter((timer) => storedByKey.has(timer.key) && !sameMoment(timer, storedByKey.get(timer.key)))
  const told = (timers: readonly Timer[], words: string): Difference[] =>
    timers.map((timer) => ({ about: 'timers', words: `traject ${reference}: wekker ${kindOf(timer)} ${words}` }))
  return [
    ...told(missing, 'ontbreekt'),
    ...told(extra, 'staat er zonder reden'),
    ...told(moved, 'staat op een ander moment'),
  ]
}

async function storedTimers(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Timer[]>> {
  const rows = await db
    .selectFrom('timers')
    .select(['journey_id', 'key', 'due_at'])
    .where('journey_id', 'in', [...ids])
    .execute()
  const stored = new Map<string, Timer[]>(ids.map((id) => [id, []]))
  for (const row of rows) stored.get(row.journey_id)?.push({ key: row.key, at: toInstant(row.due_at) })
  return stored
}

async function openTasks(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const open = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
  const rows = await db
    .selectFrom('tasks')
    .select(['journey_id', 'key'])
    .where('journey_id', 'in', [...ids])
    .where('closed_at', 'is', null)
    .execute()
  for (const row of rows) open.get(row.journey_id)?.add(row.key)
  return open
}

/** What the list of tasks shows against what the journey says. */
function taskDifferences(reference: string, { tasks }: Journey, listed: ReadonlySet<string>): Difference[] {
  const open = new Set(tasks.filter(({ closedAt }) => !closedAt).map(({ key }) => key))
  const told = (words: string): Difference => ({ about: 'tasks', words: `traject ${reference}: een taak ${words}` })
  return [
    ...[...open].filter((key) => !listed.has(key)).map(() => told('staat niet in de lijst')),
    ...[...listed].filter((key) => !open.has(key)).map(() => told('staat nog in de lijst, maar is al klaar')),
  ]
}

/** The session says whether a question waits for its own time. */
const wantedBy = (
  row: SealedJourney,
  { journey }: JourneyCard,
  { keyring, contracts }: Pick<ReconcileParts, 'keyring' | 'contracts'>,
): Timer[] => {
  const session = row.wrapped ? openSession(row, keyring.unwrap(row.participant_id, row.wrapped)) : undefined
  return allWantedTimers(journey, session, contracts.rules(journey.contractHash))
}

interface Batch {
  readonly last: string | undefined
  readonly journeys: number
  readonly timers: number
  readonly differences: Difference[]
}

const compareBatch = ({ db, keyring, contracts }: ReconcileParts, after: string | undefined): Promise<Batch> =>
  inSnapshot(db, async (trx) => {
    const rows = await sealedJourneys(trx)
      .select(sealedColumns)
      .$if(after !== undefined, (query) => query.where('journeys.id', '>', after ?? ''))
      .orderBy('journeys.id')
      .limit(atOnce)
      .execute()
    const ids = rows.map((row) => row.id)
    const stored = ids.length > 0 ? await storedTimers(trx, ids) : new Map<string, Timer[]>()
    const listed = ids.length > 0 ? await openTasks(trx, ids) : new Map<string, Set<string>>()
    const differences: Difference[] = []
    for (const row of rows) {
      const card = openCard(row, keyring)
      const timers = stored.get(row.id) ?? []
      if (card) {
        differences.push(...timerDifferences(row.reference, wantedBy(row, card, { keyring, contracts }), timers))
        differences.push(...taskDifferences(row.reference, card.journey, listed.get(row.id) ?? new Set()))
      }
      const broken = await brokenLink(trx, row.id)
      if (broken !== undefined)
        differences.push({
          about: 'journal',
          words: `traject ${row.reference}: het logboek klopt niet vanaf regel ${String(broken)}`,
        })
    }
    const timers = [...stored.values()].reduce((sum, list) => sum + list.length, 0)
    return { last: rows.at(-1)?.id, journeys: rows.length, timers, differences }
  })

async function messageDifferences({ db }: ReconcileParts): Promise<Difference[]> {
  const twice = await createSimulatorDeliveries(db).takenTwice()
  return twice === 0
    ? []
    : [{ about: 'messages', words: `${String(twice)} berichten kwamen meer dan eens op een telefoon aan` }]
}

/** Holds what is stored against what must be (promises 1, 2, 3 and the journal's chain), while everything goes on. */
export async function reconcile(parts: ReconcileParts): Promise<Reconciliation> {
  const [mails, ledger] = await ledgerDifferences(parts)
  const found = { journeys: 0, timers: 0, differences: [...ledger, ...(await messageDifferences(parts))] }
  for (let batch = await compareBatch(parts, undefined); ; batch = await compareBatch(parts, batch.last)) {
    found.journeys += batch.journeys
    found.timers += batch.timers
    found.differences.push(...batch.differences)
    if (batch.journeys < atOnce) return { mails, ...found }
  }
}
