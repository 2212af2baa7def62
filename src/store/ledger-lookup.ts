import { sql, type Kysely } from 'kysely'
import type { Sighting } from '#src/services/ports/mails.ts'
import type { Database } from './tables/database.ts'

/** A row of the ledger, by its number and the reference that people see. */
export interface LedgerRow {
  readonly sequence: number
  readonly reference: string
}

export interface LedgerLookup {
  /** The mail of which this place is known, for each place in turn. */
  seenAt(places: readonly Sighting[]): Promise<readonly (LedgerRow | undefined)[]>
  /** The mail with this content, for each in turn. */
  withContent(indexes: readonly Buffer[]): Promise<readonly (LedgerRow | undefined)[]>
  /** These mails of the ledger lie here too. */
  noteSeen(places: readonly { readonly at: Sighting; readonly sequence: number }[]): Promise<void>
}

interface Row {
  readonly nr: number
  readonly sequence: string
  readonly reference: string
}

/** Puts what was found beside what was asked. */
function inTurn(asked: number, rows: readonly Row[]): (LedgerRow | undefined)[] {
  const found = new Map(rows.map((row) => [row.nr, { sequence: Number(row.sequence), reference: row.reference }]))
  return Array.from({ length: asked }, (_, index) => found.get(index + 1))
}

const columns = (places: readonly Sighting[]) => ({
  mailboxes: places.map(({ mailbox }) => mailbox),
  validities: places.map(({ uidValidity }) => uidValidity),
  uids: places.map(({ uid }) => uid),
})

export const createLedgerLookup = (db: Kysely<Database>): LedgerLookup => ({
  async seenAt(places) {
    const { mailboxes, validities, uids } = columns(places)
    const { rows } = await sql<Row>`
      select asked.nr::int as nr, m.sequence, m.reference
      from unnest(${mailboxes}::text[], ${validities}::text[], ${uids}::bigint[]) with ordinality as asked (mailbox, uid_validity, uid, nr)
      join mail_sightings s on s.mailbox = asked.mailbox and s.uid_validity = asked.uid_validity and s.uid = asked.uid
      join mails m on m.id = s.mail_id`.execute(db)
    return inTurn(places.length, rows)
  },
  async withContent(indexes) {
    const { rows } = await sql<Row>`
      select asked.nr::int as nr, m.sequence, m.reference
      from unnest(${indexes}::bytea[]) with ordinality as asked (content_index, nr)
      join mails m on m.content_index = asked.content_index`.execute(db)
    return inTurn(indexes.length, rows)
  },
  async noteSeen(places) {
    if (places.length === 0) return
    const { mailboxes, validities, uids } = columns(places.map(({ at }) => at))
    await sql`
      insert into mail_sightings (mailbox, uid_validity, uid, mail_id)
      select seen.mailbox, seen.uid_validity, seen.uid, m.id
      from unnest(${mailboxes}::text[], ${validities}::text[], ${uids}::bigint[], ${places.map(({ sequence }) => sequence)}::bigint[])
        as seen (mailbox, uid_validity, uid, sequence)
      join mails m on m.sequence = seen.sequence on conflict do nothing`.execute(db)
  },
})
