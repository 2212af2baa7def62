import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { reconcile, type Difference } from '#src/app/reconcile/reconcile.ts'
import { loadKnowledge } from '#src/app/knowledge/load-knowledge.ts'
import { textPathsIn } from '#src/app/knowledge/text-paths.ts'
import { receiveMessage, type Reception } from '#src/services/receive-message.ts'
import type { Clock } from '#src/services/ports/clock.ts'
import { createReferences } from '#src/app/references.ts'
import { createIds } from '#src/store/ids.ts'
import { createTransact } from '#src/store/store.ts'
import type { JourneyDetails, Overview } from '#src/services/ports/overview.ts'
import { openDatabase } from '#src/store/database.ts'
import { SecretKey } from '#src/store/encryption.ts'
import { openKeyring } from '#src/store/keyring.ts'
import { createOverview } from '#src/store/overview.ts'
import type { Database } from '#src/store/tables/database.ts'
import type { MovedClock } from './moved-clock.ts'
import { until } from '../support/until.ts'

/** What stands in the database, read beside the running program; the tests judge by it and by what the other side received. */
export interface Records {
  readonly db: Kysely<Database>
  readonly overview: Overview
  /** Waits until nothing is left to be done at this moment of the clock. */
  settled(clock: MovedClock, withinMs?: number): Promise<void>
  /** Moves the clock from one due moment to the next and waits at each until all is done. */
  advanceTo(clock: MovedClock, moment: Temporal.Instant): Promise<void>
  /** The journeys, in the order in which they began. */
  journeys(): Promise<readonly JourneyDetails[]>
  journeyOf(name: string): Promise<JourneyDetails>
  /** As a carrier brings a message to us; the same reference is the same message. */
  receive(
    clock: Clock,
    message: { readonly from: string; readonly text: string; readonly reference: string },
  ): Promise<Reception['kind']>
  /** How often each phone message was taken by the carrier. */
  taken(): Promise<readonly { readonly purpose: string; readonly times: number }[]>
  /** All that does not fit together; to be empty. */
  differences(): Promise<readonly Difference[]>
  close(): Promise<void>
}

/** What is still to be done at this moment, by kind. */
async function undone(db: Kysely<Database>, now: Temporal.Instant): Promise<Readonly<Record<string, number>>> {
  const at = new Date(now.epochMilliseconds)
  const { rows } = await sql<{ what: string; count: number }>`
    select what, count(*)::int as count from (
      select 'mail' as what from mails where outcome is null
      union all select 'inbound' from inbound where handled_at is null and journey_id is not null
      union all select 'timer ' || split_part(key, '.', 1) from timers where due_at <= ${at}
      union all select kind || ' ' || status from outgoing
        where (status in ('waiting', 'sending', 'unknown') or status = 'sent' and kind = 'message')
          and (not_before is null or not_before <= ${at})
    ) left_over group by what`.execute(db)
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}

const everything = { page: 1, size: 1_000 }

export interface Place {
  readonly url: string
  readonly masterKey: Buffer
  readonly textsDir: string
}

export async function openRecords({ url, masterKey, textsDir }: Place): Promise<Records> {
  const { db, close } = openDatabase(url, { max: 2, onError: () => undefined })
  const keyring = await openKeyring(db, new SecretKey(masterKey))
  const overview = createOverview(db, keyring)
  const { knowledge } = await loadKnowledge(db, textPathsIn(textsDir), 'sent')
  const records: Records = {
    db,
    overview,
    close,
    async settled(clock, withinMs) {
      let left: Readonly<Record<string, number>> = {}
      const look = async (): Promise<boolean> => {
        left = await undone(db, clock.now())
        return Object.keys(left).length === 0
      }
      await until('nothing is left to be done', look, withinMs).catch((error: unknown) => {
        throw new Error(`left to be done: ${JSON.stringify(left)}`, { cause: error })
      })
    },
    async advanceTo(clock, moment) {
      await records.settled(clock)
      for (;;) {
        const next = await db.selectFrom('timers').select('due_at').orderBy('due_at').executeTakeFirst()
        if (!next || next.due_at.getTime() > moment.epochMilliseconds) break
        clock.moveTo(moment.subtract({ milliseconds: moment.epochMilliseconds - next.due_at.getTime() }))
        await records.settled(clock)
      }
      clock.moveTo(moment)
      await records.settled(clock)
    },
    async journeys() {
      const { rows } = await overview.journeys({ kind: 'all' }, everything)
      const found = await Promise.all(rows.map(({ journey }) => overview.journey(journey.id)))
      return found.flatMap((details) => details ?? []).toReversed()
    },
    async journeyOf(name) {
      const { rows } = await overview.journeys({ kind: 'name', matches: ({ full }) => full === name }, everything)
      const [card, ...others] = rows
      const details = card && (await overview.journey(card.journey.id))
      if (!details || others.length > 0) throw new Error(`there should be one journey of ${name}`)
      return details
    },
    async receive(clock, message) {
      const verb = {
        transact: createTransact(db, keyring, 'Europe/Amsterdam'),
        knowledge,
        clock,
        ids: createIds(clock),
        references: createReferences(),
      }
      return (await receiveMessage(verb, { channel: 'simulator', kind: 'text', receivedAt: clock.now(), ...message }))
        .kind
    },
    async taken() {
      return db
        .selectFrom('simulator_deliveries as taken')
        .innerJoin('outgoing', 'outgoing.id', 'taken.reference')
        .select(['outgoing.purpose', 'taken.times'])
        .execute()
    },
    async differences() {
      return (await reconcile({ db, keyring, contracts: knowledge.contracts })).differences
    },
  }
  return records
}
