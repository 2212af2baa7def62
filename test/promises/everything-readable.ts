import { sql } from 'kysely'
import { open, type SecretKey } from '#src/store/encryption.ts'
import { subjectKey } from '#src/store/keyring.ts'
import type { Rig } from './rig.ts'

/** Every column of every table as text, as somebody with a copy of the database would read it; our own texts are about nobody. */
export async function everyColumn({ db }: Pick<Rig, 'db'>): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'keys')
      and tablename not in ('contract_texts', 'flow_texts')`.execute(db)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.raw(name)} t`.execute(db)
    texts.push(...rows.map(({ row }) => row))
  }
  return texts
}

/** What is sealed, with where it stands; raw mails are left out, they are what may keep everything. */
const sealed = [
  { table: 'participants', column: 'data', key: 'id', place: 'participants.data.' },
  { table: 'journeys', column: 'state', key: 'participant_id', place: 'journeys.state.' },
  { table: 'journeys', column: 'session', key: 'participant_id', place: 'journeys.session.' },
  { table: 'outgoing', column: 'body', key: 'key_id', place: 'outgoing.body.' },
  { table: 'inbound', column: 'body', key: 'key_id', place: 'inbound.body.' },
  { table: 'mails', column: 'reading', key: 'id', place: 'mails.reading.' },
]

/** Everything that we could read ourselves, opened with the keys, and everything that stands in the open. */
export async function everythingReadable(rig: Rig): Promise<string[]> {
  const keys = new Map<string, SecretKey | undefined>()
  const texts = await everyColumn(rig)
  for (const { table, column, key, place } of sealed) {
    const { rows } = await sql<{ id: string; subject: string; body: Buffer | null }>`
      select id, ${sql.raw(key)} as subject, ${sql.raw(column)} as body from ${sql.raw(table)}`.execute(rig.db)
    for (const { id, subject, body } of rows) {
      if (!body) continue
      const secret = keys.get(subject) ?? (await subjectKey(rig.db, rig.keyring, subject))
      keys.set(subject, secret)
      if (secret) texts.push(open(secret, `${place}${id}`, body).toString())
    }
  }
  return texts
}
