import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import { createQueues } from '#src/jobs/queue.ts'
import { openDatabase } from '#src/store/database.ts'
import { WrongMasterKey } from '#src/store/keyring.ts'
import { nextKeyFile, tryKey } from '../runtime/master-key.ts'
import { migrationState } from '#src/store/migrate.ts'
import type { Database } from '#src/store/tables/database.ts'
import { readKeyFile, type Config, type Secrets } from '../config/config.ts'
import { mostOffMs } from '../runtime/clock-watch.ts'
import { good, looked, remark, wrong, type Finding } from './finding.ts'

const oldestPostgres = 150_000

async function checkDatabase(db: Kysely<Database>): Promise<Finding[]> {
  const began = performance.now()
  const { rows } = await sql<{ number: string; name: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as name`.execute(db)
  const ms = Math.ceil(performance.now() - began)
  const { number = '0', name = '' } = rows[0] ?? {}
  if (Number(number) < oldestPostgres)
    return [wrong('database', `PostgreSQL ${name} is te oud: gebruik versie 15 of hoger`)]
  const { done, pending } = await migrationState(db)
  const tables =
    pending.length === 0
      ? good('tabellen', `bij (${done.at(-1) ?? ''})`)
      : remark('tabellen', `de volgende start werkt ze bij (${pending.join(', ')})`)
  return [good('database', `PostgreSQL ${name} antwoordt in ${String(ms)} ms`), tables]
}

async function checkMasterKey(db: Kysely<Database>, { masterKey }: Config, secrets: Secrets): Promise<Finding[]> {
  const bound = await db.selectFrom('keys.master').select('fingerprint').executeTakeFirst()
  if (!bound) return [remark('hoofdsleutel', 'er zijn nog geen gegevens onder een sleutel')]
  const key = secrets.masterKey ?? (masterKey.from === 'variable' ? undefined : readKeyFile(masterKey.file))
  const where = masterKey.from === 'variable' ? 'MASTER_KEY' : masterKey.file
  if (!key)
    return [
      wrong(
        'hoofdsleutel',
        `${where} is weg of onleesbaar: zet de sleutel terug uit uw kopie, anders is niets te lezen`,
      ),
    ]
  return looked(
    'hoofdsleutel',
    async () => {
      if (await tryKey(db, key)) return [good('hoofdsleutel', 'past op deze gegevens')]
      const next = masterKey.from === 'variable' ? undefined : readKeyFile(nextKeyFile(masterKey.file))
      if (next && (await tryKey(db, next)))
        return [remark('hoofdsleutel', 'een wissel is halverwege afgebroken: de volgende start maakt hem af')]
      throw new WrongMasterKey('neither key is that of these data')
    },
    () => `de sleutel in ${where} is niet die van deze gegevens: zet de juiste terug uit uw kopie`,
  )
}

/** Against the database, and for a moment against the clock that cannot be set. */
async function checkClock(db: Kysely<Database>): Promise<Finding[]> {
  const expected = Date.now() - performance.now()
  const asked = Date.now()
  const { rows } = await sql<{ ms: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(
    db,
  )
  const off = (rows[0]?.ms ?? 0) - (asked + Date.now()) / 2
  await sleep(300)
  const drift = Date.now() - performance.now() - expected
  if (Math.abs(off) > mostOffMs)
    return [
      wrong(
        'klok',
        `wijkt ${String(Math.round(Math.abs(off) / 60_000))} minuten af van die van de database: zet beide gelijk (NTP)`,
      ),
    ]
  if (Math.abs(drift) > 1_000)
    return [wrong('klok', 'de klok van deze machine verspringt nu: kijk of NTP goed is ingesteld')]
  return [good('klok', `loopt gelijk met die van de database (verschil ${String(Math.round(Math.abs(off)))} ms)`)]
}

async function askQueue(url: string, { redisUrl }: Secrets): Promise<Finding[]> {
  const queues = await createQueues({ databaseUrl: url, ...(redisUrl && { redisUrl }), onError: () => undefined })
  try {
    const { ok, detail } = await queues.health()
    return [ok ? good('wachtrij', detail) : wrong('wachtrij', detail)]
  } finally {
    await queues.close()
  }
}

/** Where jobs wait; `url` is of the database, which only a queue on PostgreSQL asks for. */
export const checkQueue = (url: string, { queue }: Config, secrets: Secrets): Promise<Finding[]> =>
  looked(
    'wachtrij',
    () => askQueue(url, secrets),
    () => `antwoordt niet: kijk of ${queue === 'redis' ? 'Redis draait en REDIS_URL klopt' : 'de database werkt'}`,
  )

/** Everything that stands behind the database's address. Changes nothing in our tables. */
export async function checkData(
  url: string,
  config: Config,
  secrets: Secrets,
  inside: (db: Kysely<Database>) => Promise<Finding[]>,
): Promise<Finding[]> {
  const { db, close } = openDatabase(url, { max: 2, onError: () => undefined })
  try {
    const database = await looked(
      'database',
      () => checkDatabase(db),
      () => 'antwoordt niet: kijk of PostgreSQL draait en of DATABASE_URL klopt (gebruiker, wachtwoord, naam)',
    )
    const queue = await checkQueue(url, config, secrets)
    if (database.some(({ ok }) => !ok)) return [...database, ...queue]
    const { done } = await migrationState(db)
    if (done.length === 0) return [...database, ...queue, ...(await checkClock(db))]
    return [
      ...database,
      ...queue,
      ...(await checkMasterKey(db, config, secrets)),
      ...(await checkClock(db)),
      ...(await inside(db)),
    ]
  } finally {
    await close()
  }
}
