import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './tables/database.ts'

/** A table by its schema and name, quoted by us: both come from the catalog. */
export interface TableName {
  readonly schema: string
  readonly name: string
}

const reference = ({ schema, name }: TableName) => sql.table(`${schema}.${name}`)

/** Not data: who holds what at this moment, and the bookkeeping of migrations. */
const leftOut = ['leases', 'kysely_migration', 'kysely_migration_lock']

/** Our tables of one schema, each after those that it refers to. */
export async function tablesOf(db: Kysely<Database>, schema: 'public' | 'keys'): Promise<TableName[]> {
  const { rows } = await sql<{ name: string; needs: string[] }>`
    select c.relname as name,
      array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and r.relnamespace = c.relnamespace and r.oid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind = 'r' order by c.relname`.execute(db)
  const waiting = rows.filter((row) => !leftOut.includes(row.name))
  const placed: string[] = []
  while (placed.length < waiting.length) {
    const next = waiting.find(
      ({ name, needs }) => !placed.includes(name) && needs.every((need) => placed.includes(need)),
    )
    if (!next) throw new Error('tables refer to each other in a circle')
    placed.push(next.name)
  }
  return placed.map((name) => ({ schema, name }))
}

/** Raw mails and photos may be tens of megabytes each. */
const large: ReadonlySet<string> = new Set(['mails', 'proof_photos'])
const rowsAtOnce = (table: TableName): number => (large.has(table.name) ? 4 : 500)

/** Every row as one line of JSON, made and later read by PostgreSQL itself: no value passes through a type of ours. */
export async function* rowsOf(trx: Transaction<Database>, table: TableName): AsyncGenerator<string> {
  await sql`declare dump no scroll cursor for select row_to_json(t)::text as line from ${reference(table)} t`.execute(
    trx,
  )
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(rowsAtOnce(table)))} from dump`.execute(trx)
    for (const { line } of rows) yield line
    if (rows.length < rowsAtOnce(table)) break
  }
  await sql`close dump`.execute(trx)
}

/** Columns by which rows of a table need a key to exist. */
async function keyColumns(trx: Transaction<Database>, table: TableName): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    select a.attname as column from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.conrelid = ${`${table.schema}.${table.name}`}::regclass and k.confrelid = 'keys.subject_keys'::regclass`.execute(
    trx,
  )
  return rows.map((row) => row.column)
}

export interface RowLoader {
  load(lines: readonly string[]): Promise<void>
}

/**
 * Puts rows back into an empty table. A key that the backup of the keys does not have was destroyed, or made after it: its subject gets a
 * mark in its place, and what it sealed stays unreadable.
 */
export async function createRowLoader(trx: Transaction<Database>, table: TableName): Promise<RowLoader> {
  const columns = await keyColumns(trx, table)
  return {
    async load(lines) {
      if (lines.length === 0) return
      const batch = `[${lines.join(',')}]`
      const from = sql`json_populate_recordset(null::${reference(table)}, ${batch}::json)`
      for (const column of columns)
        await sql`insert into keys.subject_keys (subject_id, wrapped, destroyed_at)
          select distinct ${sql.ref(column)}, null::bytea, now() from ${from} on conflict do nothing`.execute(trx)
      await sql`insert into ${reference(table)} overriding system value select * from ${from}`.execute(trx)
    },
  }
}

/** Sets the counters of a table behind its rows. */
export async function catchUpCounters(trx: Transaction<Database>, table: TableName): Promise<void> {
  const { rows } = await sql<{ column: string }>`
    select column_name as column from information_schema.columns
    where table_schema = ${table.schema} and table_name = ${table.name} and is_identity = 'YES'`.execute(trx)
  for (const { column } of rows)
    await sql`select setval(pg_get_serial_sequence(${`${table.schema}.${table.name}`}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false) from ${reference(table)}`.execute(
      trx,
    )
}

export async function countRows(db: Kysely<Database>, table: TableName): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from ${reference(table)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}
