import type { Kysely } from 'kysely'
import type { JourneyEvent } from '#src/domain/journey/event.ts'
import { fromJson, toJson } from '#src/domain/values/instant-json.ts'
import type { JourneyChange } from '#src/services/ports/journeys.ts'
import { open, seal, sha256, type SecretKey } from './encryption.ts'
import { isoOf, toInstant } from './instants.ts'
import type { Database } from './tables/database.ts'
import type { Temporal } from 'temporal-polyfill'

const place = (journeyId: string, sequence: number): string => `journal.body.${journeyId}.${sequence}`

export interface JournalRow {
  readonly sequence: number
  readonly type: string
  readonly body: Buffer
  readonly previousHash: Buffer
  readonly hash: Buffer
}

/**
 * The hash of a row covers the one before it, its ciphertext and what stands beside it in the open. The chain is over ciphertext, so
 * that it still proves the order of what happened after the participant's key was destroyed.
 */
const chainHash = (
  previous: Buffer,
  row: { journeyId: string; sequence: number; at: string; actor: string; type: string; body: Buffer },
): Buffer =>
  sha256(
    Buffer.concat([
      previous,
      Buffer.from([row.journeyId, row.sequence, row.at, row.actor, row.type].join('\n')),
      row.body,
    ]),
  )

/** How an actor stands on a page: 'staff:<id>', else its kind. */
export const actorText = (kind: string, id: string | null): string => (id ? `${kind}:${id}` : kind)

export function journalRows(journeyId: string, key: SecretKey, change: JourneyChange): JournalRow[] {
  const actor = actorText(change.actor.kind, change.actor.kind === 'staff' ? change.actor.id : null)
  const at = isoOf(change.at)
  let previousHash: Buffer = Buffer.from(change.before.journal.hash)
  return change.events.map((event, index) => {
    const sequence = change.before.journal.sequence + index + 1
    const body = seal(key, place(journeyId, sequence), toJson(event))
    const hash = chainHash(previousHash, { journeyId, sequence, at, actor, type: event.type, body })
    const row = { sequence, type: event.type, body, previousHash, hash }
    previousHash = hash
    return row
  })
}

export interface JournalEntry {
  readonly sequence: number
  readonly at: Temporal.Instant
  readonly actor: string
  readonly event: JourneyEvent
}

/** The journal of a journey, oldest first. */
export async function readJournal(db: Kysely<Database>, journeyId: string, key: SecretKey): Promise<JournalEntry[]> {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    sequence: row.sequence,
    at: toInstant(row.at),
    actor: actorText(row.actor_kind, row.actor_id),
    event: fromJson<JourneyEvent>(open(key, place(journeyId, row.sequence), row.body).toString()),
  }))
}

/** Recomputes the chain of a journey without any key; answers the first row that does not fit, or undefined when all do. */
export async function brokenLink(db: Kysely<Database>, journeyId: string): Promise<number | undefined> {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .orderBy('sequence')
    .execute()
  let previous: Buffer = Buffer.alloc(0)
  for (const [index, row] of rows.entries()) {
    const at = toInstant(row.at).toString({ fractionalSecondDigits: 3 })
    const hash = chainHash(previous, {
      journeyId,
      sequence: row.sequence,
      at,
      actor: actorText(row.actor_kind, row.actor_id),
      type: row.type,
      body: row.body,
    })
    if (row.sequence !== index + 1 || !row.previous_hash.equals(previous) || !row.hash.equals(hash)) return row.sequence
    previous = row.hash
  }
  const head = await db
    .selectFrom('journeys')
    .select(['journal_sequence', 'journal_hash'])
    .where('id', '=', journeyId)
    .executeTakeFirst()
  return head && (head.journal_sequence !== rows.length || !head.journal_hash.equals(previous))
    ? rows.length + 1
    : undefined
}
