import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Kysely, Transaction } from 'kysely'
import { migrationState } from '#src/store/migrate.ts'
import { rowsOf, tablesOf } from '#src/store/table-dump.ts'
import type { Database } from '#src/store/tables/database.ts'
import { backupsIn, fileNameOf, manifestFile, type BackupKind, type Manifest } from './manifest.ts'

export interface BackupTarget {
  readonly kind: BackupKind
  readonly folder: string
}

const schemas = { database: 'public', keys: 'keys' } as const

/** Keys that a person's deletion destroyed must not live on in old copies for longer than this. */
export const keysKeptDays = 7

/** Writes what is asked for from one snapshot, so that keys and data of the same moment fit together. */
export const writeBackups = (db: Kysely<Database>, targets: readonly BackupTarget[], made: Date): Promise<Manifest[]> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const written: Manifest[] = []
      for (const target of targets) written.push(await writeOne(trx, target, made))
      return written
    })

async function writeOne(trx: Transaction<Database>, { kind, folder }: BackupTarget, made: Date): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = fileNameOf(kind, made)
  const place = path.join(folder, file)
  const counts = new Map<string, number>()
  try {
    const sha256 = await writeLines(linesOf(trx, kind, counts), `${place}.part`)
    const manifest: Manifest = {
      format: 'opkomst-backup-1',
      kind,
      file,
      made: made.toISOString(),
      migration: (await migrationState(trx)).done.at(-1) ?? '',
      sha256,
      tables: Object.fromEntries(counts),
      masterKey: await fingerprintOf(trx),
    }
    renameSync(`${place}.part`, place)
    writeFileSync(manifestFile(folder, file), `${JSON.stringify(manifest, undefined, 2)}\n`, {
      mode: 0o600,
      flush: true,
    })
    return manifest
  } finally {
    rmSync(`${place}.part`, { force: true })
  }
}

/** A line '#table' and after it the rows of that table, a line each. */
async function* linesOf(
  trx: Transaction<Database>,
  kind: BackupKind,
  counts: Map<string, number>,
): AsyncGenerator<string> {
  for (const table of await tablesOf(trx, schemas[kind])) {
    yield `#${table.schema}.${table.name}\n`
    let count = 0
    for await (const row of rowsOf(trx, table)) {
      count += 1
      yield `${row}\n`
    }
    counts.set(`${table.schema}.${table.name}`, count)
  }
}

/** Compressed, on the disk when it resolves; answers the hash of the file. */
async function writeLines(lines: AsyncGenerator<string>, place: string): Promise<string> {
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(Readable.from(lines), createGzip(), hashing, createWriteStream(place, { mode: 0o600, flush: true }))
  return hash.digest('hex')
}

async function fingerprintOf(trx: Transaction<Database>): Promise<string> {
  const row = await trx.selectFrom('keys.master').select('fingerprint').executeTakeFirst()
  return row?.fingerprint.toString('base64') ?? ''
}

/** Removes copies of keys that are too old to be kept, and answers their names. */
export function dropOldKeys(folder: string, now: Date): string[] {
  const oldest = now.getTime() - keysKeptDays * 24 * 60 * 60 * 1_000
  const old = backupsIn(folder, 'keys').filter(
    (file) => (statSync(path.join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) < oldest,
  )
  for (const file of old) for (const name of [file, `${file}.json`]) rmSync(path.join(folder, name), { force: true })
  return old
}
