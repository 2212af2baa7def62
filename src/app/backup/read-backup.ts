import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Transaction } from 'kysely'
import { catchUpCounters, countRows, createRowLoader, type TableName } from '#src/store/table-dump.ts'
import type { Database } from '#src/store/tables/database.ts'
import { Refusal } from '../runtime/stop-reason.ts'
import type { Manifest } from './manifest.ts'

/** Refuses a file that is not what its manifest says: half copied, or changed. */
export async function checkFile(folder: string, { file, sha256 }: Manifest): Promise<void> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path.join(folder, file)), hash)
  } catch {
    throw new Refusal(`${path.join(folder, file)} is niet te lezen: kijk of het bestand compleet is.`)
  }
  if (hash.digest('hex') !== sha256)
    throw new Refusal(`${path.join(folder, file)} is niet zoals het werd gemaakt: kies een andere reservekopie.`)
}

const tableOf = (name: string): TableName => {
  const [schema = '', table = ''] = name.split('.', 2)
  return { schema, name: table }
}

/** In characters of JSON: what is held in memory at a time, besides one row. */
const batchSize = 4_000_000

/** Puts every row of a file back, and compares the number with what its manifest says. */
export async function loadFile(trx: Transaction<Database>, folder: string, manifest: Manifest): Promise<void> {
  let table: TableName | undefined
  let lines: string[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    if (table && lines.length > 0) await (await createRowLoader(trx, table)).load(lines)
    lines = []
    size = 0
  }
  const input = createReadStream(path.join(folder, manifest.file)).pipe(createGunzip())
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.startsWith('#')) {
      await flush()
      table = known(line.slice(1), manifest)
    } else {
      lines.push(line)
      size += line.length
      if (size > batchSize) await flush()
    }
  }
  await flush()
  for (const name of Object.keys(manifest.tables)) await finish(trx, name, manifest)
}

/** A file may name only tables that its manifest names: the names end up in statements. */
function known(name: string, manifest: Manifest): TableName {
  if (!Object.hasOwn(manifest.tables, name) || !/^(public|keys)\.[a-z_]+$/.test(name))
    throw new Refusal(`${manifest.file} hoort niet bij ${manifest.file}.json: kies een andere reservekopie.`)
  return tableOf(name)
}

async function finish(trx: Transaction<Database>, name: string, manifest: Manifest): Promise<void> {
  await catchUpCounters(trx, tableOf(name))
  const [expected, found] = [manifest.tables[name] ?? 0, await countRows(trx, tableOf(name))]
  if (expected !== found)
    throw new Refusal(
      `${name} heeft na het terugzetten ${String(found)} rijen in plaats van ${String(expected)}: er is niets teruggezet. Kies een andere reservekopie.`,
    )
}
