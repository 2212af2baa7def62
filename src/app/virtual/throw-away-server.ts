import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openDatabase } from '#src/store/database.ts'
import { migrate } from '#src/store/migrate.ts'
import { hasPrograms } from '../embedded/postgres-programs.ts'
import { startEmbeddedPostgres } from '../embedded/postgres.ts'
import { exitCodes, Refusal } from '../runtime/stop-reason.ts'

/** A PostgreSQL that lives as long as a demo or a game, or databases on a server of somebody's own that do; either leaves nothing behind. */
export interface ThrowAwayServer {
  /** A new database with our schema and nothing in it. */
  database(): Promise<string>
  stop(): Promise<void>
}

/** Said before it starts: that takes seconds. */
export const throwAwayWords =
  'Een database voor alleen dit spel wordt gestart; dat duurt enkele seconden. Na afloop is zij weg, uw eigen gegevens blijven zoals ze zijn.'

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function prepare(url: string, template: string): Promise<void> {
  await admin(url, `create database ${template}`)
  const { db, close } = openDatabase(urlOf(url, template), { max: 1, onError: () => undefined })
  try {
    await migrate(db)
  } finally {
    await close()
  }
}

/** The server that the databases are made on. */
interface Host {
  readonly url: string
  /** Every name begins with it. */
  readonly prefix: string
  /** `made`: the databases that are still there. */
  end(made: readonly string[]): Promise<void>
}

async function embeddedHost(): Promise<Host> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'opkomst-'))
  await chmod(dataDir, 0o711) // run as root, PostgreSQL's own account must be able to pass
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false })
  return {
    url: server.url,
    prefix: 'opkomst',
    async end() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Beside the database of `url`, never in it: invented people and real ones do not mix. */
const ownHost = (url: string): Host => ({
  url,
  prefix: `opkomst_spel_${randomBytes(6).toString('hex')}`,
  async end(made) {
    for (const name of made) await admin(url, `drop database if exists ${name} with (force)`)
  },
})

const noDatabase = new Refusal(
  'Hier is geen PostgreSQL meegeleverd (zoals in het Docker-image) en DATABASE_URL is leeg: zet DATABASE_URL op een PostgreSQL waarop een database gemaakt mag worden, of doe dit op een computer na npm ci.',
  exitCodes.configuration,
)

const mayNotMake = (error: unknown): unknown =>
  error instanceof pg.DatabaseError && error.code === '42501'
    ? new Refusal(
        'De gebruiker van DATABASE_URL mag geen database maken: geef die gebruiker CREATEDB, of doe dit op een computer na npm ci.',
        exitCodes.configuration,
      )
    : error

function hostFor(databaseUrl: string | undefined, hasOwn: boolean): Promise<Host> | Host {
  if (hasOwn) return embeddedHost()
  if (!databaseUrl) throw noDatabase
  return ownHost(databaseUrl)
}

/** `databaseUrl` serves only where no PostgreSQL came along with the program, as in the Docker image. */
export async function startThrowAwayServer(
  databaseUrl: string | undefined,
  hasOwn = hasPrograms(),
): Promise<ThrowAwayServer> {
  const host = await hostFor(databaseUrl, hasOwn)
  const template = `${host.prefix}_template`
  const made = [template]
  try {
    await prepare(host.url, template)
  } catch (error) {
    await host.end(made)
    throw mayNotMake(error)
  }
  return {
    async database() {
      const name = `${host.prefix}_${String(made.length)}`
      made.push(name)
      await admin(host.url, `create database ${name} template ${template}`)
      return urlOf(host.url, name)
    },
    stop: () => host.end(made.toReversed()),
  }
}
